"use client";

import { Alert, Title } from "@mantine/core";
import { newId } from "@pos/web/clock.ts";
import { SetSaleCustomerAtTerminalDocument } from "@pos/web/graphql/generated/graphql.ts";
import { useI18n } from "@pos/web/i18n/provider.tsx";
import { useRef, useState } from "react";
import { requestDocument } from "../api-client.ts";
import { ChooseCustomer, type Named } from "../cart/customer-dialog.tsx";
import { useCounter } from "../use-device.tsx";
import { OneRow } from "./one-row.tsx";

interface Props {
  readonly saleId: string;
  readonly hasCustomer: boolean;
  readonly onClose: () => void;
}

/** Puts a recorded sale on a customer, on another one, or on none. */
export function SaleCustomer({ saleId, hasCustomer, onClose }: Props) {
  const { t, refusal } = useI18n();
  const { device, operator } = useCounter();
  const [problem, setProblem] = useState<string | undefined>(undefined);
  // An id for each choice: sent again after a lost answer, or touched twice, it is the same change.
  const ids = useRef(new Map<string, string>());
  const choose = async (customer: Named | undefined) => {
    const customerId = customer?.id ?? null;
    const id = ids.current.get(customerId ?? "") ?? newId("att");
    ids.current.set(customerId ?? "", id);
    const input = { id, saleId, customerId };
    const answer = await requestDocument(device.client, SetSaleCustomerAtTerminalDocument, { input }, operator.token);
    if ("failure" in answer) {
      const { code } = answer.failure;
      return setProblem(code === "NETWORK" ? t("counter.customer.offline") : refusal({ code }));
    }
    const [first] = answer.data.setSaleCustomer.userErrors;
    if (first === undefined) return onClose();
    setProblem(refusal(first));
  };
  return (
    <OneRow row={undefined} onBack={onClose}>
      <Title order={3} size="h4">
        {t("terminal.customer.title")}
      </Title>
      {problem !== undefined && (
        <Alert color="red" variant="light" role="alert">
          {problem}
        </Alert>
      )}
      <ChooseCustomer hasCustomer={hasCustomer} onChoose={(customer) => void choose(customer)} />
    </OneRow>
  );
}

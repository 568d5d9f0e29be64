"use client";

import { Button, Modal, Stack, Text, TextInput, UnstyledButton } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { CustomersAtTerminalDocument, type CustomersAtTerminalQuery } from "@pos/web/graphql/generated/graphql.ts";
import { useI18n } from "@pos/web/i18n/provider.tsx";
import { useEffect, useState } from "react";
import { requestDocument } from "../api-client.ts";
import classes from "../terminal.module.css";
import { useCounter } from "../use-device.tsx";
import { withCustomer } from "./cart.ts";

type Found = NonNullable<CustomersAtTerminalQuery["customers"]>["nodes"][number];

/** Who buys, for those who may know: found by name, address or number. */
export function CustomerDialog({ isOpen, onClose }: { readonly isOpen: boolean; readonly onClose: () => void }) {
  return isOpen ? <CustomerSearch onClose={onClose} /> : null;
}

function CustomerSearch({ onClose }: { readonly onClose: () => void }) {
  const { t } = useI18n();
  const { device, state, operator } = useCounter();
  const [text, setText] = useState("");
  const [search] = useDebouncedValue(text.trim(), 200);
  const [found, setFound] = useState<readonly Found[]>();
  const [isLost, setLost] = useState(false);
  useEffect(() => {
    let isOver = false;
    void requestDocument(device.client, CustomersAtTerminalDocument, { search }, operator.token).then((answer) => {
      if (isOver) return;
      setLost("failure" in answer);
      if (!("failure" in answer)) setFound((answer.data.customers?.nodes ?? []).filter(({ erasedAt }) => !erasedAt));
    });
    return () => {
      isOver = true;
    };
  }, [device, operator.token, search]);
  const choose = (customer: Found | undefined) => {
    const chosen = customer && { id: customer.id, name: customer.name ?? customer.id };
    device.changeCart(withCustomer(device.state().cart, chosen));
    onClose();
  };
  return (
    <Modal
      opened
      onClose={onClose}
      title={t("terminal.customer.title")}
      size="md"
      closeButtonProps={{ "aria-label": t("common.close"), size: 44 }}
      transitionProps={{ duration: 0 }}
    >
      <Stack gap="md">
        <TextInput
          aria-label={t("terminal.customer.search")}
          placeholder={t("terminal.customer.search")}
          size="lg"
          data-autofocus
          autoComplete="off"
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key === "Enter" && found?.length === 1) choose(found[0]);
          }}
        />
        <div className={classes.choices}>
          {isLost && <Text c="red">{t("error.network")}</Text>}
          {found?.length === 0 && <Text c="dimmed">{t("terminal.customer.none")}</Text>}
          {found?.map((customer) => (
            <UnstyledButton key={customer.id} className={classes.choice} onClick={() => choose(customer)}>
              <Text fw={550}>{customer.name}</Text>
              <Text size="sm" c="dimmed" truncate>
                {[customer.email, customer.phone].filter(Boolean).join(" · ")}
              </Text>
            </UnstyledButton>
          ))}
        </div>
        {state.cart.customer !== undefined && (
          <Button variant="default" size="lg" onClick={() => choose(undefined)}>
            {t("terminal.customer.remove")}
          </Button>
        )}
      </Stack>
    </Modal>
  );
}

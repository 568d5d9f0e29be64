"use client";

import { Button, Loader, Modal, Stack, Text } from "@mantine/core";
import { QueryResult } from "@pos/web/components/query-result.tsx";
import { useMailsOnTheirWay } from "@pos/web/components/use-mails-on-their-way.ts";
import { EReceiptAtTerminalDocument } from "@pos/web/graphql/generated/graphql.ts";
import { useI18n } from "@pos/web/i18n/provider.tsx";
import { EReceiptPanel } from "@pos/web/receipt/e-receipt-panel.tsx";
import { FapiaoDialog } from "@pos/web/receipt/fapiao-dialog.tsx";
import { isInChina } from "@pos/web/receipt/in-china.ts";
import { useState } from "react";
import { useQuery } from "urql";
import { useCounter, useTerminalPermission } from "../use-device.tsx";

/** A code that the customer's camera reads; and in China, asking for the fapiao of the sale. */
export function EReceiptDialog({ saleId, onClose }: { readonly saleId: string; readonly onClose: () => void }) {
  const { t } = useI18n();
  const { country = null, currency } = useCounter("settings").settings;
  const isPermitted = useTerminalPermission();
  const [isAsking, setAsking] = useState(false);
  const [state, ask] = useQuery({ query: EReceiptAtTerminalDocument, variables: { id: saleId } });
  useMailsOnTheirWay(state.data?.sale?.receipt.mails ?? [], () => ask({ requestPolicy: "network-only" }));
  if (isAsking) return <FapiaoDialog factId={saleId} onClose={onClose} />;
  return (
    <Modal
      opened
      onClose={onClose}
      title={t("eReceipt.title")}
      closeButtonProps={{ "aria-label": t("common.close"), size: 44 }}
      transitionProps={{ duration: 0 }}
      centered
    >
      <QueryResult state={state} retry={() => ask({ requestPolicy: "network-only" })} skeleton={<Loader />}>
        {({ sale }) =>
          sale === null || sale.receipt.link === null ? (
            <Text>{t("eReceipt.none")}</Text>
          ) : (
            <Stack gap="md">
              <EReceiptPanel
                receipt={{
                  ...{ factId: saleId, receiptNumber: sale.receiptNumber },
                  ...{ customerId: undefined, state: sale.receipt },
                }}
                mayRenew={isPermitted("receipt:renew-link")}
              />
              {isInChina({ country, currency }) && (
                <Button variant="default" size="lg" onClick={() => setAsking(true)}>
                  {t("fapiao.ask")}
                </Button>
              )}
            </Stack>
          )
        }
      </QueryResult>
    </Modal>
  );
}

"use client";

import { Alert, Button, Stack, Text } from "@mantine/core";
import { customerPaymentDocument } from "@pos/core/receipt/document.ts";
import type { CustomerPaymentSlip } from "@pos/core/receipt/model.ts";
import { useI18n } from "@pos/web/i18n/provider.tsx";
import { PrintButton } from "@pos/web/receipt/print-button.tsx";
import { IconCheck } from "@tabler/icons-react";
import { useMemo } from "react";
import { papersOf } from "../settings.ts";
import { useCounter } from "../use-device.tsx";

/** What was paid or given back, its paper, and what is left to pay. */
export function DepositTaken({ slip, onClose }: { readonly slip: CustomerPaymentSlip; readonly onClose: () => void }) {
  const { t, format } = useI18n();
  const { settings } = useCounter("settings");
  const { currency } = settings;
  const document = useMemo(() => {
    const { shop, writing } = papersOf(settings);
    return customerPaymentDocument(slip, shop, writing);
  }, [slip, settings]);
  const money = (amount: number) => format.money({ amount, currency });
  const { number = "", isGivenBack = false } = slip.deposit ?? {};
  const values = { amount: money(slip.total), number };
  return (
    <Stack gap="md">
      <Alert color="pine" role="status" icon={<IconCheck aria-hidden="true" />}>
        <Text fw={650} className="figures">
          {isGivenBack ? t("layaway.givenBack", values) : t("layaway.done", values)}
        </Text>
        {!isGivenBack && <Text className="figures">{t("layaway.left", { amount: money(slip.owed) })}</Text>}
      </Alert>
      <PrintButton document={document} label={t("layaway.print")} size="xl" fullWidth />
      <Button size="lg" variant="default" onClick={onClose} data-autofocus>
        {t("common.close")}
      </Button>
    </Stack>
  );
}

"use client";

import { Button, Modal, Stack } from "@mantine/core";
import { useI18n } from "@pos/web/i18n/provider.tsx";
import { memo } from "react";
import { PaymentResult } from "../account/payment-result.tsx";
import type { Settled } from "../outbox/outbox.ts";
import type { MoneyRow, PaymentRow, RefundRow } from "../outbox/row.ts";
import { useCounter } from "../use-device.tsx";
import { RefundOutcome } from "./refund-result.tsx";
import { useRowName } from "./use-row-name.ts";

/** What became of a refund or a payment that was on its way when the page was loaded again. */
export const ResumedDialog = memo(function DialogOfResumed() {
  const { t } = useI18n();
  const { device, state } = useCounter("resumed");
  const nameOf = useRowName();
  const { resumed } = state;
  return (
    <Modal
      opened={resumed !== undefined}
      onClose={device.seeResumed}
      title={resumed && nameOf(resumed.row)}
      closeButtonProps={{ "aria-label": t("common.close"), size: 44 }}
      transitionProps={{ duration: 0 }}
      centered
    >
      {resumed && (
        <Stack gap="md">
          <Outcome settled={resumed} />
          <Button size="lg" onClick={device.seeResumed} data-autofocus>
            {t("common.close")}
          </Button>
        </Stack>
      )}
    </Modal>
  );
});

function Outcome({ settled }: { readonly settled: Settled<MoneyRow> }) {
  return isPayment(settled) ? (
    <PaymentResult settled={settled} />
  ) : (
    <RefundOutcome settled={settled as Settled<RefundRow>} />
  );
}

function isPayment(settled: Settled<MoneyRow>): settled is Settled<PaymentRow> {
  return "payment" in settled.row;
}

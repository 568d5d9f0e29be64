"use client";

import { Button, Modal, Stack } from "@mantine/core";
import { useI18n } from "@pos/web/i18n/provider.tsx";
import { memo } from "react";
import { useCounter } from "../use-device.tsx";
import { PrintSlip, RefundResult } from "./refund-result.tsx";

/** What became of a refund that was on its way when the page was loaded again. */
export const RefundedDialog = memo(function DialogOfRefund() {
  const { t } = useI18n();
  const { device, state } = useCounter("refunded");
  const { refunded } = state;
  return (
    <Modal
      opened={refunded !== undefined}
      onClose={device.seeRefund}
      title={
        refunded &&
        t(refunded.row.kind === "void" ? "terminal.void.of" : "terminal.refund.of", {
          number: refunded.row.refund.receiptNumber,
        })
      }
      closeButtonProps={{ "aria-label": t("common.close"), size: 44 }}
      transitionProps={{ duration: 0 }}
      centered
    >
      {refunded && (
        <Stack gap="md">
          <RefundResult settled={refunded} />
          {refunded.status !== "refused" && <PrintSlip slip={refunded.row.refund.slip} />}
          <Button size="lg" onClick={device.seeRefund} data-autofocus>
            {t("common.close")}
          </Button>
        </Stack>
      )}
    </Modal>
  );
});

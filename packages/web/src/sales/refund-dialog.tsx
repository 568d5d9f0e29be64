"use client";

import { Button, Divider, Group, Radio, Text, Textarea } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { useFieldErrors } from "@pos/web/components/field-errors.ts";
import { FormDialog } from "@pos/web/components/form-dialog.tsx";
import { Refusals } from "@pos/web/components/refusals.tsx";
import { useI18n } from "@pos/web/i18n/provider.tsx";
import { RefundLines } from "./refund-lines.tsx";
import { RefundPayments } from "./refund-payments.tsx";
import type { SaleDetail } from "./sale-detail.ts";
import { type RefundInHand, useRefund } from "./use-refund.ts";

/** What comes back of a sale, what becomes of the goods, and how the money goes out. */
export function RefundDialog({ sale, onClose }: { readonly sale: SaleDetail; readonly onClose: () => void }) {
  const { t, format } = useI18n();
  const refund = useRefund(sale);
  const { chosen, result } = refund;
  const total = format.money({ amount: refund.total, currency: sale.total.currency });
  const { errorOf, rest } = useFieldErrors(result.data?.refundSale.userErrors, ["reason"]);

  async function submit() {
    if (!(await refund.submit())) return;
    notifications.show({ message: t("refund.done"), color: "pine" });
    onClose();
  }

  return (
    <FormDialog
      title={t("refund.title", { number: sale.receiptNumber })}
      isOpen
      onClose={onClose}
      onSubmit={() => void submit()}
      isBusy={result.fetching}
      isDirty={chosen.size > 0 || refund.reason !== ""}
      isDisabled={!refund.hasLines || refund.isWrong}
      action={t("refund.submit", { amount: total })}
      size="lg"
    >
      <Group justify="space-between">
        <Text size="sm">{t("refund.lead")}</Text>
        <Button size="xs" variant="default" onClick={refund.chooseAll}>
          {t("refund.all")}
        </Button>
      </Group>
      <RefundLines sale={sale} refund={refund} />
      <GoodsAndReason refund={refund} reasonError={errorOf("reason")} />
      <Divider />
      <Group justify="space-between">
        <Text>{t("refund.total")}</Text>
        <Text fw={650} size="lg" className="figures">
          {total}
        </Text>
      </Group>
      <RefundPayments sale={sale} refund={refund} />
      <Refusals error={result.error} refused={rest} />
    </FormDialog>
  );
}

function GoodsAndReason({
  refund,
  reasonError,
}: {
  readonly refund: RefundInHand;
  readonly reasonError: string | undefined;
}) {
  const { t } = useI18n();
  return (
    <>
      <Radio.Group
        label={t("refund.goods")}
        value={refund.writeOff ? "off" : "back"}
        onChange={(value) => refund.setWriteOff(value === "off")}
      >
        <Group mt={6}>
          <Radio value="back" label={t("refund.restock")} />
          <Radio value="off" label={t("refund.writeOff")} />
        </Group>
      </Radio.Group>
      <Textarea
        label={t("refund.reason")}
        description={t("refund.reasonHelp")}
        autosize
        maxLength={500}
        value={refund.reason}
        error={reasonError}
        onChange={(event) => refund.setReason(event.currentTarget.value)}
      />
    </>
  );
}

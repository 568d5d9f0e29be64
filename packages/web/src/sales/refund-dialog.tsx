"use client";

import { Button, Divider, Group, Radio, Text, Textarea } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { SubmitDialog } from "@pos/web/components/submit-dialog.tsx";
import { useI18n } from "@pos/web/i18n/provider.tsx";
import { RefundLines } from "./refund-lines.tsx";
import { RefundPayments } from "./refund-payments.tsx";
import type { SaleDetail } from "./sale-detail.ts";
import { type RefundInHand, useRefund } from "./use-refund.ts";

/** What comes back of a sale, what becomes of the goods, and how the money goes out. */
export function RefundDialog({ sale, onClose }: { readonly sale: SaleDetail; readonly onClose: () => void }) {
  const { t, format } = useI18n();
  const refund = useRefund(sale, (writtenOff) => {
    const items = writtenOff.map(({ description, ...counted }) => `${format.quantity(counted)} × ${description}`);
    const message = items.length > 0 ? t("refund.notRestocked", { items: items.join(", ") }) : undefined;
    notifications.show({
      ...(message ? { title: t("refund.done"), message } : { message: t("refund.done") }),
      color: "pine",
    });
    onClose();
  });
  const total = format.money({ amount: refund.total, currency: sale.total.currency });
  return (
    <SubmitDialog
      form={refund.form}
      title={t("refund.title", { number: sale.receiptNumber })}
      onClose={onClose}
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
      <GoodsAndReason refund={refund} />
      <Divider />
      <Group justify="space-between">
        <Text>{t("refund.total")}</Text>
        <Text fw={650} size="lg" className="figures">
          {total}
        </Text>
      </Group>
      <RefundPayments sale={sale} refund={refund} />
    </SubmitDialog>
  );
}

/** Of all lines; none where some are written off and some are not. */
const CHOICES = new Map<boolean | undefined, string>([
  [true, "off"],
  [false, "back"],
]);

function GoodsAndReason({ refund }: { readonly refund: RefundInHand }) {
  const { t } = useI18n();
  return (
    <>
      <WrittenOffChoice refund={refund} />
      <Textarea
        label={t("refund.reason")}
        description={t("refund.reasonHelp")}
        autosize
        maxLength={500}
        {...refund.field("reason")}
      />
    </>
  );
}

/** What becomes of all goods that come back. */
export function WrittenOffChoice({ refund }: { readonly refund: Pick<RefundInHand, "areWrittenOff" | "writeAllOff"> }) {
  const { t } = useI18n();
  return (
    <Radio.Group
      label={t("refund.goods")}
      value={CHOICES.get(refund.areWrittenOff) ?? ""}
      onChange={(value) => refund.writeAllOff(value === "off")}
    >
      <Group mt={6}>
        <Radio value="back" label={t("refund.restock")} />
        <Radio value="off" label={t("refund.writeOff")} />
      </Group>
    </Radio.Group>
  );
}

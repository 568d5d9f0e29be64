"use client";

import { Group, SegmentedControl, Stack, Text, Textarea, TextInput } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { formatQuantity, parseQuantity } from "@pos/core/base/quantity.ts";
import { newId, now } from "@pos/web/clock.ts";
import { useFieldErrors } from "@pos/web/components/field-errors.ts";
import { FormDialog } from "@pos/web/components/form-dialog.tsx";
import { Refusals } from "@pos/web/components/refusals.tsx";
import { AdjustStockDocument } from "@pos/web/graphql/generated/graphql.ts";
import { useI18n } from "@pos/web/i18n/provider.tsx";
import { typedDecimal } from "@pos/web/products/variant-fields.tsx";
import { useSession } from "@pos/web/session/session.tsx";
import { useState } from "react";
import { useMutation } from "urql";

export interface Adjusted {
  readonly id: string;
  readonly name: string;
  readonly sku: string;
  readonly onHand: string;
}

type Way = "found" | "gone" | "counted";

/** Goods that are gone without being sold, or were found; or a counted quantity, which is one of the two. */
export function AdjustDialog({ variant, onClose }: { readonly variant: Adjusted; readonly onClose: () => void }) {
  const { t } = useI18n();
  const { location } = useSession();
  const [id] = useState(() => newId("adj"));
  const [way, setWay] = useState<Way>("gone");
  const [text, setText] = useState("");
  const [reason, setReason] = useState("");
  const [result, adjust] = useMutation(AdjustStockDocument);
  const typed = text.trim() === "" ? undefined : parseQuantityTyped(text);
  const onHand = parseQuantity(variant.onHand) ?? 0;
  const change = typed === undefined ? undefined : { found: typed, gone: -typed, counted: typed - onHand }[way];
  const { errorOf, rest } = useFieldErrors(result.data?.adjustStock.userErrors, ["reason", "lines.0.quantity"]);

  async function submit() {
    if (change === undefined) return;
    const { data } = await adjust({
      input: {
        ...{ id, locationId: location.id, occurredAt: now(), reason: reason.trim() },
        lines: [{ variant: { id: variant.id }, quantity: formatQuantity(change) }],
      },
    });
    if (!data?.adjustStock.stockAdjustment) return;
    notifications.show({ message: t("stock.adjusted", { name: variant.name }), color: "pine" });
    onClose();
  }

  return (
    <FormDialog
      title={t("stock.adjustTitle", { name: variant.name })}
      isOpen
      onClose={onClose}
      onSubmit={() => void submit()}
      isBusy={result.fetching}
      isDirty={text !== "" || reason !== ""}
      isDisabled={change === undefined || change === 0 || reason.trim() === ""}
      action={t("stock.adjust")}
    >
      <SegmentedControl
        aria-label={t("stock.way")}
        fullWidth
        value={way}
        onChange={(value) => setWay(value as Way)}
        data={(["gone", "found", "counted"] as const).map((value) => ({ value, label: t(`stock.way.${value}`) }))}
      />
      <TextInput
        label={t(way === "counted" ? "stock.countedQuantity" : "sales.quantity")}
        inputMode="decimal"
        required
        data-autofocus
        value={text}
        error={text.trim() !== "" && typed === undefined ? t("products.notANumber") : errorOf("lines.0.quantity")}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <OnHand before={onHand} after={change === undefined ? undefined : onHand + change} />
      <Textarea
        label={t("refund.reason")}
        description={t("stock.reasonHelp")}
        required
        autosize
        maxLength={500}
        value={reason}
        error={errorOf("reason")}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      <Refusals error={result.error} refused={rest} />
    </FormDialog>
  );
}

/** Not negative: the direction is a field of its own, not a sign. */
function parseQuantityTyped(text: string): number | undefined {
  const decimal = typedDecimal(text);
  return /^\d+(\.\d{1,3})?$/.test(decimal) ? parseQuantity(decimal) : undefined;
}

function OnHand({ before, after }: { readonly before: number; readonly after: number | undefined }) {
  const { t, format } = useI18n();
  const shown = (quantity: number) => format.decimal(formatQuantity(quantity));
  return (
    <Stack gap={2}>
      <Figure label={t("stock.onHandNow")} value={shown(before)} />
      <Figure label={t("stock.onHandAfter")} value={after === undefined ? "–" : shown(after)} />
    </Stack>
  );
}

function Figure({ label, value }: { readonly label: string; readonly value: string }) {
  return (
    <Group justify="space-between">
      <Text size="sm" c="dimmed">
        {label}
      </Text>
      <Text size="sm" className="figures">
        {value}
      </Text>
    </Group>
  );
}

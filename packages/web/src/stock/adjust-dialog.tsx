"use client";

import { Group, SegmentedControl, Stack, Text, Textarea } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { formatQuantity, parseQuantity } from "@pos/core/base/quantity.ts";
import { newId, now } from "@pos/web/clock.ts";
import { useFieldErrors } from "@pos/web/components/field-errors.ts";
import { FormDialog } from "@pos/web/components/form-dialog.tsx";
import { FractionSwitch, NumberTextInput } from "@pos/web/components/number-input.tsx";
import { Refusals } from "@pos/web/components/refusals.tsx";
import { isFraction, QUANTITY, typedDecimal, typedScaled } from "@pos/web/components/typed-number.ts";
import { AdjustStockDocument, UnitCostDocument } from "@pos/web/graphql/generated/graphql.ts";
import { useI18n } from "@pos/web/i18n/provider.tsx";
import { usePermission, useSession } from "@pos/web/session/session.tsx";
import { useState } from "react";
import { useMutation, useQuery } from "urql";

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
  const cost = useUnitCost(variant);
  const typed = typedQuantity(text);
  const onHand = parseQuantity(variant.onHand) ?? 0;
  const change = typed === undefined ? undefined : { found: typed, gone: -typed, counted: typed - onHand }[way];
  const { errorOf, rest } = useFieldErrors(result.data?.adjustStock.userErrors, [
    ...["reason", "lines.0.quantity", "lines.0.unitCost"],
  ]);
  const isAdding = change !== undefined && change > 0;

  async function submit() {
    if (change === undefined || (isAdding && cost.isWrong)) return;
    const unitCost = isAdding && cost.unitCost !== undefined ? { unitCost: cost.unitCost } : {};
    const { data } = await adjust({
      input: {
        ...{ id, locationId: location.id, occurredAt: now(), reason: reason.trim() },
        lines: [{ variant: { id: variant.id }, quantity: formatQuantity(change), ...unitCost }],
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
      isDisabled={change === undefined || change === 0 || reason.trim() === "" || (isAdding && cost.isWrong)}
      action={t("stock.adjust")}
    >
      <WayChoice way={way} onChange={setWay} />
      <NumberTextInput
        kind={QUANTITY}
        label={t(way === "counted" ? "stock.countedQuantity" : "sales.quantity")}
        required
        data-autofocus
        value={text}
        error={errorOf("lines.0.quantity")}
        onChange={setText}
      />
      {isAdding && cost.isShown && <UnitCostFields cost={cost} error={errorOf("lines.0.unitCost")} />}
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

function WayChoice({ way, onChange }: { readonly way: Way; readonly onChange: (way: Way) => void }) {
  const { t } = useI18n();
  return (
    <SegmentedControl
      aria-label={t("stock.way")}
      fullWidth
      value={way}
      onChange={(value) => onChange(value as Way)}
      data={(["gone", "found", "counted"] as const).map((value) => ({ value, label: t(`stock.way.${value}`) }))}
    />
  );
}

/** Thousandths that a level can hold. */
function typedQuantity(text: string): number | undefined {
  const quantity = typedScaled(text, QUANTITY);
  return quantity === undefined ? undefined : parseQuantity(formatQuantity(quantity));
}

/** What the goods that are added cost: proposed is what those on hand cost, else the variant's own cost. */
function useUnitCost({ id, sku }: Adjusted) {
  const { location, me } = useSession();
  const isPermitted = usePermission();
  const isShown = isPermitted("cost:read");
  const [{ data }] = useQuery({
    query: UnitCostDocument,
    variables: { locationId: location.id, id, skus: [sku] },
    requestPolicy: "network-only",
    pause: !isShown,
  });
  const proposed = data?.stockLevels?.nodes[0]?.unitCost ?? data?.variant?.unitCost ?? "";
  const [typed, setTyped] = useState<string | undefined>(undefined);
  const [chosen, setFractions] = useState<boolean | undefined>(undefined);
  const { currency } = me;
  const text = typed ?? proposed;
  const hasFractions = chosen ?? isFraction(proposed === "" ? "0" : proposed, currency);
  const kind = { kind: "money", currency, hasFractions } as const;
  // An untouched proposal is not sent: the server decides by what is on hand when the goods are booked.
  const unitCost = typed === undefined ? undefined : typedDecimal(typed, kind);
  const isWrong = text.trim() !== "" && typedDecimal(text, kind) === undefined;
  return { ...{ isShown, kind, text, setTyped, hasFractions, setFractions, unitCost, isWrong, currency } };
}

function UnitCostFields({
  cost,
  error,
}: {
  readonly cost: ReturnType<typeof useUnitCost>;
  readonly error: string | undefined;
}) {
  const { t } = useI18n();
  return (
    <>
      <NumberTextInput
        kind={cost.kind}
        label={t("stock.unitCost")}
        description={t("stock.unitCostHelp")}
        value={cost.text}
        error={error}
        onChange={cost.setTyped}
      />
      <FractionSwitch currency={cost.currency} isOn={cost.hasFractions} onChange={cost.setFractions} />
    </>
  );
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

"use client";

import { Group, SegmentedControl, Select, Stack, Text, Textarea } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { formatQuantity, parseQuantity } from "@pos/core/base/quantity.ts";
import { newId, now } from "@pos/web/clock.ts";
import { FractionSwitch, NumberTextInput } from "@pos/web/components/number-input.tsx";
import { SubmitDialog } from "@pos/web/components/submit-dialog.tsx";
import { isFraction, type NumberKind, QUANTITY, typedDecimal, typedScaled } from "@pos/web/components/typed-number.ts";
import { useChecks } from "@pos/web/components/use-checks.ts";
import { type FilledForm, useSubmitForm } from "@pos/web/components/use-submit-form.ts";
import { AdjustStockDocument, RecordStockTakeDocument, UnitCostDocument } from "@pos/web/graphql/generated/graphql.ts";
import { useI18n } from "@pos/web/i18n/provider.tsx";
import { usePermission, useSession } from "@pos/web/session/session.tsx";
import { useState } from "react";
import { useMutation, useQuery } from "urql";
import { REASONS, reasonText } from "./reason.ts";

export interface Adjusted {
  readonly id: string;
  readonly name: string;
  readonly sku: string;
  readonly onHand: string;
}

type Way = "found" | "gone" | "counted";

interface Values {
  readonly way: Way;
  readonly quantity: string;
  /** Null: as proposed, which is not sent: the server decides by what is on hand when the goods are booked. */
  readonly unitCost: string | null;
  readonly hasFractions: boolean | null;
  /** The reason that is chosen for each way. */
  readonly reasons: { readonly [W in Way]?: string };
  readonly note: string;
}

const EMPTY: Values = { way: "gone", quantity: "", unitCost: null, hasFractions: null, reasons: {}, note: "" };

/** Goods that are gone without being sold, or come in; or a counted quantity, which is a stock take of one article. */
export function AdjustDialog({ variant, onClose }: { readonly variant: Adjusted; readonly onClose: () => void }) {
  const { t, format } = useI18n();
  const check = useCheck();
  const cost = useProposedCost(variant);
  const onHand = parseQuantity(variant.onHand) ?? 0;
  const save = useAdjustment(variant);
  // Of what is not there nothing is taken away. A level that changes meanwhile changes no choice.
  const [initialValues] = useState<Values>(() => ({ ...EMPTY, way: onHand > 0 ? "gone" : "found" }));
  const { form, field, values, setFieldValue } = useSubmitForm({
    initialValues,
    check: (typed) => check(typed, cost),
    send: (typed) => save(typed, cost),
    rename: (path) => NAMES[path] ?? path,
    onSaved(_, typed) {
      const quantity = format.decimal(formatQuantity(onHand + (changeOf(typed, onHand) ?? 0)));
      notifications.show({ message: t("stock.adjusted", { name: variant.name, quantity }), color: "pine" });
      onClose();
    },
  });
  const { way } = values;
  const change = changeOf(values, onHand);
  const part = { field, values, setFieldValue };
  return (
    <SubmitDialog
      form={form}
      title={t("stock.adjustTitle", { name: variant.name })}
      onClose={onClose}
      action={t("stock.adjust")}
    >
      <WayChoice way={way} onChange={(next) => setFieldValue("way", next)} />
      <NumberTextInput
        kind={QUANTITY}
        label={t(way === "counted" ? "stock.countedQuantity" : "sales.quantity")}
        required
        data-autofocus
        {...field("quantity")}
      />
      {way === "found" && cost.isShown && <UnitCostFields {...part} cost={cost} />}
      <OnHand before={onHand} after={change === undefined ? undefined : onHand + change} />
      <ReasonFields {...part} />
    </SubmitDialog>
  );
}

/** Paths in the inputs of both mutations. */
const NAMES: { readonly [path: string]: string } = {
  ...{ "lines.0.quantity": "quantity", "lines.0.counted": "quantity", "lines.0.unitCost": "unitCost" },
  reason: "note",
};

/** What the level changes by. */
function changeOf({ way, quantity }: Values, onHand: number): number | undefined {
  const typed = typedQuantity(quantity);
  return typed === undefined ? undefined : { found: typed, gone: -typed, counted: typed - onHand }[way];
}

type ProposedCost = ReturnType<typeof useProposedCost>;

function useCheck() {
  const { t } = useI18n();
  const checks = useChecks();
  return (values: Values, cost: ProposedCost) => {
    const { way, quantity, note } = values;
    const isNothing = way !== "counted" && typedQuantity(quantity) === 0;
    const isCostSent = way === "found" && cost.isShown;
    return {
      quantity: checks.number(quantity, QUANTITY) ?? (isNothing ? t("refusal.INVALID_QUANTITY") : undefined),
      unitCost: isCostSent ? checks.optionalNumber(values.unitCost ?? cost.proposed, cost.kindOf(values)) : undefined,
      note: reasonOf(values) === OTHER ? checks.filled(note) : undefined,
    };
  };
}

/** Records the adjustment. Its id and time are made once: pressing the button again records nothing twice. */
function useAdjustment({ id: variantId, onHand }: Adjusted) {
  const { location } = useSession();
  const [made] = useState(() => ({ id: newId("adj"), occurredAt: now() }));
  const [, adjust] = useMutation(AdjustStockDocument);
  const [, count] = useMutation(RecordStockTakeDocument);
  const variant = { id: variantId };
  const header = { ...made, locationId: location.id };
  return (values: Values, cost: ProposedCost) => {
    const note = values.note.trim();
    const quantity = formatQuantity(typedQuantity(values.quantity) ?? 0);
    if (values.way === "counted") {
      const lines = [{ variant, counted: quantity, expected: onHand }];
      return count({ input: { ...header, ...(note === "" ? {} : { note }), lines } });
    }
    const unitCost =
      values.way === "found" && values.unitCost !== null
        ? typedDecimal(values.unitCost, cost.kindOf(values))
        : undefined;
    const change = values.way === "gone" ? `-${quantity}` : quantity;
    const lines = [{ variant, quantity: change, ...(unitCost === undefined ? {} : { unitCost }) }];
    const code = REASONS[values.way].find((one) => one === reasonOf(values));
    return adjust({ input: { ...header, reason: note, ...(code === undefined ? {} : { reasonCode: code }), lines } });
  };
}

const OTHER = "OTHER";

/** The reason that is chosen; OTHER needs a note. */
function reasonOf({ way, reasons }: Values): string {
  return way === "counted" ? "" : (reasons[way] ?? REASONS[way][0] ?? OTHER);
}

type PartProps = Pick<FilledForm<Values>, "field" | "values" | "setFieldValue">;

function ReasonFields({ field, values, setFieldValue }: PartProps) {
  const i18n = useI18n();
  const { t } = i18n;
  const { way, reasons } = values;
  const isNoteNeeded = reasonOf(values) === OTHER;
  return (
    <>
      {way !== "counted" && (
        <Select
          label={t("stock.reasonLabel")}
          data={[...REASONS[way], OTHER].map((value) => ({ value, label: reasonText(i18n, value) }))}
          value={reasonOf(values)}
          onChange={(next) => setFieldValue("reasons", { ...reasons, [way]: next ?? OTHER })}
          allowDeselect={false}
          data-path="reasonCode"
        />
      )}
      <Textarea
        label={t("stock.note")}
        description={t(isNoteNeeded ? "stock.noteNeeded" : "stock.noteHelp")}
        required={isNoteNeeded}
        autosize
        maxLength={500}
        {...field("note")}
      />
    </>
  );
}

function WayChoice({ way, onChange }: { readonly way: Way; readonly onChange: (way: Way) => void }) {
  const { t } = useI18n();
  return (
    <SegmentedControl
      aria-label={t("stock.wayLabel")}
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
function useProposedCost({ id, sku }: Adjusted) {
  const { location, me } = useSession();
  const { currency } = me;
  const isShown = usePermission()("cost:read");
  const [{ data }] = useQuery({
    query: UnitCostDocument,
    variables: { locationId: location.id, id, skus: [sku] },
    requestPolicy: "network-only",
    pause: !isShown,
  });
  const proposed = data?.stockLevels?.nodes[0]?.unitCost ?? data?.variant?.unitCost ?? "";
  const isFine = isFraction(proposed === "" ? "0" : proposed, currency);
  return {
    ...{ isShown, proposed, currency },
    kindOf: ({ hasFractions }: Values) =>
      ({ kind: "money", currency, hasFractions: hasFractions ?? isFine }) satisfies NumberKind,
  };
}

function UnitCostFields({ field, values, setFieldValue, cost }: PartProps & { readonly cost: ProposedCost }) {
  const { t } = useI18n();
  const kind = cost.kindOf(values);
  return (
    <>
      <NumberTextInput
        kind={kind}
        label={t("stock.unitCost")}
        description={t("stock.unitCostHelp")}
        {...field("unitCost")}
        value={values.unitCost ?? cost.proposed}
      />
      <FractionSwitch
        currency={cost.currency}
        isOn={kind.hasFractions}
        onChange={(isOn) => setFieldValue("hasFractions", isOn)}
      />
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

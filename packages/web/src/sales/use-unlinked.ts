import { newId, now } from "@pos/web/clock.ts";
import type { FoundCustomer } from "@pos/web/components/customer-filter.tsx";
import { taxesFrom } from "@pos/web/components/taxes.ts";
import { QUANTITY } from "@pos/web/components/typed-number.ts";
import { useChecks } from "@pos/web/components/use-checks.ts";
import { useSubmitForm } from "@pos/web/components/use-submit-form.ts";
import {
  ALL_RESTOCKED,
  areWrittenOff,
  isWrittenOff,
  type WrittenOff,
  writeAllOff,
  writeLineOff,
} from "@pos/web/components/written-off.ts";
import { RefundSaleDocument, type UnlinkedSettingsQuery } from "@pos/web/graphql/generated/graphql.ts";
import { useI18n } from "@pos/web/i18n/provider.tsx";
import { useSession } from "@pos/web/session/session.tsx";
import { useState } from "react";
import { useMutation } from "urql";
import { type METHODS_BACK, priceUnlinked, sentQuantity, type UnlinkedLine } from "./unlinked-rule.ts";

/** As a person fills it in. */
interface UnlinkedValues {
  readonly lines: readonly UnlinkedLine[];
  /** By the position of a line, from 1. */
  readonly writtenOff: WrittenOff;
  readonly customer: FoundCustomer | null;
  readonly method: (typeof METHODS_BACK)[number] | null;
  readonly reason: string;
}

const EMPTY: UnlinkedValues = { lines: [], writtenOff: ALL_RESTOCKED, customer: null, method: null, reason: "" };

/** Goods that come back without a receipt, and what is given back for them. */
export function useUnlinked({ taxSettings, me }: UnlinkedSettingsQuery, onDone: () => void) {
  const { t } = useI18n();
  const checks = useChecks();
  const { location, me: user } = useSession();
  const [, send] = useMutation(RefundSaleDocument);
  // Made once: sent again after a lost answer, it is the same refund.
  const [made] = useState(() => ({ id: newId("ref"), paymentId: newId("pay"), occurredAt: now() }));
  const { rounding: mode, defaultTaxCode, ...taxes } = taxSettings;
  const amountOf = ({ lines, customer }: UnlinkedValues) =>
    priceUnlinked(lines, {
      taxes: taxesFrom({ ...taxes, mode, defaultCodeId: defaultTaxCode.id }),
      ...{ currency: user.currency, timeZone: location.timeZone, occurredAt: made.occurredAt },
      taxExemption: customer?.taxExemption ?? null,
    });
  const isCustomerNeeded = me?.merchant.refundNeedsCustomer === true;
  const fields = useSubmitForm({
    initialValues: EMPTY,
    check: ({ lines, customer, method, reason }) => ({
      goods: lines.length === 0 ? t("unlinked.nothing") : undefined,
      ...Object.fromEntries(
        lines.map(({ quantity }, at) => [`lines.${at}.quantity`, checks.number(quantity, QUANTITY)]),
      ),
      customerId: isCustomerNeeded && customer === null ? t("unlinked.chooseCustomer") : undefined,
      method: method === null ? t("refund.chooseWay") : undefined,
      reason: checks.filled(reason),
    }),
    rename: (path) => (path.startsWith("payments") ? "method" : path === "lines" ? "goods" : path),
    send: (values) => send({ input: inputOf(values, made, location.id, amountOf(values) ?? 0) }),
    onSaved: onDone,
  });
  return { ...fields, amount: amountOf(fields.values) ?? 0, isCustomerNeeded, ...linesOf(fields) };
}

function inputOf(
  { lines, writtenOff, customer, method, reason }: UnlinkedValues,
  { id, paymentId, occurredAt }: { readonly id: string; readonly paymentId: string; readonly occurredAt: string },
  locationId: string,
  amount: number,
) {
  return {
    ...{ id, occurredAt, locationId, customerId: customer?.id ?? null, reason: reason.trim() },
    lines: lines.map(({ variant, quantity }, at) => ({
      ...{ variant: { id: variant.id }, quantity: sentQuantity(quantity) },
      ...(isWrittenOff(writtenOff, at + 1) ? { writeOff: true } : {}),
    })),
    payments: [{ id: paymentId, method: method ?? "OTHER", amount }],
  };
}

type Fields = Pick<ReturnType<typeof useSubmitForm<UnlinkedValues, never>>, "values" | "errors" | "change">;

/** The lines, and what becomes of the goods: of all at once, and of each. */
function linesOf({ values, errors, change }: Fields) {
  const { lines, writtenOff } = values;
  return {
    areWrittenOff: areWrittenOff(
      writtenOff,
      lines.map((_, at) => ({ line: at + 1 })),
    ),
    writeAllOff: (all: boolean) => change({ writtenOff: writeAllOff(all) }),
    add(variant: UnlinkedLine["variant"]) {
      const others = lines.filter((one) => one.variant.id !== variant.id);
      if (others.length === lines.length) change({ lines: [...lines, { variant, quantity: "1" }] }, "goods");
    },
    remove: (line: UnlinkedLine) =>
      change({ lines: lines.filter((one) => one !== line), writtenOff: ALL_RESTOCKED }, ...Object.keys(errors)),
    lines: lines.map((line, at) => ({
      line,
      quantity: {
        ...{ "data-path": `lines.${at}.quantity`, value: line.quantity, error: errors[`lines.${at}.quantity`] },
        onChange: (quantity: string) =>
          change(
            { lines: lines.map((one) => (one === line ? { ...one, quantity } : one)) },
            `lines.${at}.quantity`,
            "method",
          ),
      },
      isOff: isWrittenOff(writtenOff, at + 1),
      writeOff: (isOff: boolean) => change({ writtenOff: writeLineOff(writtenOff, at + 1, isOff) }),
    })),
  };
}

export type UnlinkedInHand = ReturnType<typeof useUnlinked>;

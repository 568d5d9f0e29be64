import { fixedDecimal } from "@pos/core/base/decimal.ts";
import { minorDigits } from "@pos/core/base/money.ts";
import { formatQuantity } from "@pos/core/base/quantity.ts";
import { present } from "@pos/core/base/result.ts";
import { cameBy } from "@pos/core/selling/payment/model.ts";
import { refundableLines } from "@pos/core/selling/refund/rules.ts";
import { newId, now } from "@pos/web/clock.ts";
import { type NumberKind, QUANTITY, typedScaled } from "@pos/web/components/typed-number.ts";
import { useChecks } from "@pos/web/components/use-checks.ts";
import { type FilledForm, useSubmitForm } from "@pos/web/components/use-submit-form.ts";
import {
  ALL_RESTOCKED,
  areWrittenOff,
  isWrittenOff,
  type WrittenOff,
  writeAllOff,
  writeLineOff,
} from "@pos/web/components/written-off.ts";
import { type PaymentMethod, RefundSaleDocument } from "@pos/web/graphql/generated/graphql.ts";
import { useI18n } from "@pos/web/i18n/provider.tsx";
import { useState } from "react";
import { useMutation } from "urql";
import { type Chosen, linesOf, planAtDesk, refundInput, wayBack, waysBack } from "./refund-input.ts";
import type { SaleDetail } from "./sale-detail.ts";

/** As a person fills it in. */
interface RefundValues {
  /** Of each line by its number. */
  readonly quantities: Readonly<Record<string, string>>;
  readonly writtenOff: WrittenOff;
  readonly reason: string;
  /** Of each payment of the sale by its id; empty: as planned. */
  readonly amounts: Readonly<Record<string, string>>;
  /** By the same ids; absent: the way the payment came, and none for cash, which a desk cannot give back. */
  readonly ways: Readonly<Record<string, PaymentMethod>>;
}

const EMPTY: RefundValues = { quantities: {}, writtenOff: ALL_RESTOCKED, reason: "", amounts: {}, ways: {} };

type Payment = SaleDetail["payments"][number];

/** A refund as a person fills it in, and what it comes to. */
export function useRefund(sale: SaleDetail, onDone: (writtenOff: readonly SaleDetail["lines"][number][]) => void) {
  const { t } = useI18n();
  const checks = useChecks();
  const [, send] = useMutation(RefundSaleDocument);
  // Made once: sent again after a lost answer, it is the same refund.
  const [made] = useState(() => ({ id: newId("ref"), occurredAt: now() }));
  const [paymentIds] = useState(() => new Map(sale.payments.map((payment) => [payment.id, newId("pay")])));
  const lines = refundableLines(sale);
  const kind: NumberKind = { kind: "money", currency: sale.total.currency };
  const problemOf = useQuantityCheck();
  const sent = (values: RefundValues) => sentOf(sale, values, paymentIds);
  const fields = useSubmitForm({
    initialValues: EMPTY,
    check(values) {
      const [first] = lines.filter(({ left }) => left > 0);
      if (first && sent(values).lines.length === 0) return { [`quantities.${first.line}`]: t("refund.nothing") };
      return Object.fromEntries([
        ...lines.map(({ line, left }) => [`quantities.${line}`, problemOf(values.quantities[line] ?? "", left)]),
        ...sale.payments.map((payment) => [
          `amounts.${payment.id}`,
          checks.number(amountText(sale, values, payment), kind),
        ]),
        ...sale.payments.map((payment) => [
          `ways.${payment.id}`,
          isWayMissing(sale, values, payment) ? t("refund.chooseWay") : undefined,
        ]),
      ]);
    },
    send: (values) => {
      const { payments } = sent(values);
      return send({ input: refundInput(sale.id, { ...values, ...made, chosen: chosenOf(values), payments }) });
    },
    rename: (path, values) => formName(path, sent(values)),
    onSaved: (_, values) => onDone(writtenOffOf(sale, values)),
  });
  const { values, errors, change } = fields;
  const plan = planOf(sale, values);
  const total = plan.total + plan.rounding - plan.unpaid;
  return {
    ...{ form: fields.form, field: fields.field, total },
    ...goodsOf(sale, fields),
    difference: total - sent(values).payments.reduce((sum, { amount }) => sum + amount, 0),
    quantity: (line: number, left: number) => ({
      ...{ "data-path": `quantities.${line}`, value: values.quantities[line] ?? "" },
      error: problemOf(values.quantities[line] ?? "", left) ?? errors[`quantities.${line}`],
      onChange: (text: string) =>
        change({ quantities: { ...values.quantities, [line]: text }, amounts: {} }, ...Object.keys(errors)),
    }),
    chooseAll() {
      const all = lines.map(({ line, left }) => [line, formatQuantity(left)]);
      change({ quantities: Object.fromEntries(all), amounts: {} }, ...Object.keys(errors));
    },
    ...paymentsOf(sale, fields),
  };
}

/** What becomes of the goods: of all lines at once, and of each that comes back. */
function goodsOf(sale: SaleDetail, { values, change }: FilledForm<RefundValues>) {
  const { writtenOff } = values;
  const back = linesOf(chosenOf(values));
  return {
    areWrittenOff: areWrittenOff(writtenOff, back),
    writeAllOff: (all: boolean) => change({ writtenOff: writeAllOff(all) }),
    /** Undefined: nothing of the line comes back, or it is the sale's only one. */
    writeOff: (line: number) =>
      sale.lines.length > 1 && back.some((each) => each.line === line)
        ? {
            checked: isWrittenOff(writtenOff, line),
            onChange: (isOff: boolean) => change({ writtenOff: writeLineOff(writtenOff, line, isOff) }),
          }
        : undefined,
  };
}

/** Goods that do not go back into stock, as much of them as comes back. */
function writtenOffOf(sale: SaleDetail, values: RefundValues) {
  return linesOf(chosenOf(values)).flatMap(({ line, quantity }) => {
    const sold = isWrittenOff(values.writtenOff, line) ? sale.lines[line - 1] : undefined;
    return sold === undefined ? [] : { ...sold, quantity };
  });
}

/** How much of each payment of the sale goes back, and by which method. */
function paymentsOf(sale: SaleDetail, { values, errors, change }: FilledForm<RefundValues>) {
  const kind: NumberKind = { kind: "money", currency: sale.total.currency };
  return {
    amount: (payment: Payment) => ({
      ...{ "data-path": `amounts.${payment.id}`, kind, value: amountText(sale, values, payment) },
      error: errors[`amounts.${payment.id}`],
      // The others stay as they are shown.
      onChange: (text: string) =>
        change(
          {
            amounts: Object.fromEntries(
              sale.payments.map((each) => [each.id, each === payment ? text : amountText(sale, values, each)]),
            ),
          },
          `amounts.${payment.id}`,
        ),
    }),
    way: (payment: Payment) => ({
      ...{ "data-path": `ways.${payment.id}`, value: methodOf(values, payment) ?? null },
      error: errors[`ways.${payment.id}`],
      onChange(chosen: string | null) {
        const way = waysBack(payment).find((each) => each === chosen);
        if (way) change({ ways: { ...values.ways, [payment.id]: way } }, `ways.${payment.id}`);
      },
    }),
    /** Something of what was paid in cash goes back, which only a drawer can do. */
    isCashBack: sale.payments.some((payment) => cameBy(payment) === "CASH" && isAnyBackBy(sale, values, payment)),
  };
}

/** Something of the payment goes back, and no method is chosen: in cash, as it came, a desk cannot. */
function isWayMissing(sale: SaleDetail, values: RefundValues, payment: Payment): boolean {
  return isAnyBackBy(sale, values, payment) && methodOf(values, payment) === undefined;
}

function isAnyBackBy(sale: SaleDetail, values: RefundValues, payment: Payment): boolean {
  return (typedScaled(amountText(sale, values, payment), { kind: "money", currency: sale.total.currency }) ?? 0) > 0;
}

/** @returns what is wrong with the quantity of a line of which so much is left */
function useQuantityCheck() {
  const { t } = useI18n();
  const checks = useChecks();
  return (text: string, left: number) => {
    const isTooMany = (typedScaled(text, QUANTITY) ?? 0) > left;
    return isTooMany ? t("refund.tooMany", { left: formatQuantity(left) }) : checks.optionalNumber(text, QUANTITY);
  };
}

export type RefundInHand = ReturnType<typeof useRefund>;

function chosenOf({ quantities }: RefundValues): Chosen {
  return new Map(Object.entries(quantities).map(([line, text]) => [Number(line), typedScaled(text, QUANTITY) ?? 0]));
}

function planOf(sale: SaleDetail, values: RefundValues) {
  return planAtDesk(sale, chosenOf(values));
}

function amountText(sale: SaleDetail, values: RefundValues, { id }: Payment): string {
  const planned = planOf(sale, values).payments.find(({ paymentId }) => paymentId === id)?.amount ?? 0;
  return values.amounts[id] ?? fixedDecimal(planned, minorDigits(sale.total.currency));
}

function methodOf({ ways }: RefundValues, payment: Payment): PaymentMethod | undefined {
  return ways[payment.id] ?? wayBack(payment);
}

/** What goes back: lines and payments in the order in which they are sent. */
function sentOf(sale: SaleDetail, values: RefundValues, paymentIds: ReadonlyMap<string, string>) {
  const { currency } = sale.total;
  const payments = sale.payments.map((payment) => ({
    id: present(paymentIds.get(payment.id), "the id of a payment back"),
    paymentId: payment.id,
    method: methodOf(values, payment) ?? "OTHER",
    amount: typedScaled(amountText(sale, values, payment), { kind: "money", currency }) ?? 0,
  }));
  return { lines: linesOf(chosenOf(values)), payments: payments.filter(({ amount }) => amount > 0) };
}

/** A path in the input counts only what is sent. */
function formName(path: string, sent: ReturnType<typeof sentOf>): string {
  const [list, index] = path.split(".");
  const at = Number(index);
  if (list === "lines") return `quantities.${sent.lines[at]?.line}`;
  return list === "payments" ? `amounts.${sent.payments[at]?.paymentId}` : path;
}

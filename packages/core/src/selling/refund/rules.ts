import { type MinorUnits, multiplyDivide, sum } from "../../base/money.ts";
import { formatQuantity, parseQuantity, type Quantity } from "../../base/quantity.ts";
import { type Failure, failure, present } from "../../base/result.ts";
import type { ExceptionCode, FailureCode } from "../../generated/names.ts";
import { cashRounding } from "../../goods/pricing/rules.ts";
import { taxesBack, taxOf } from "../../goods/tax/rules.ts";
import type { ExceptionDetails, Flag } from "../../ledger/index.ts";
import { cameBy, cameFrom, type PaymentMethod, type PaymentState, type Source } from "../payment/model.ts";
import type { SaleMode } from "../sale/findings.ts";
import type { SaleFact } from "../sale/model.ts";
import {
  type GoodsOrigin,
  guardWith,
  type RefundGuard,
  type RefundInput,
  type RefundLine,
  type RefundLineInput,
  type RefundPayment,
  type Reversal,
} from "./model.ts";
import { isCaptured, stateOf } from "./outcome.ts";

/** An amount as a fact keeps it, or as the API returns it. */
type Amount = MinorUnits | { readonly amount: MinorUnits };

/**
 * As much of a sale as a refund is computed from. A stored sale with its guard is one, and so is what the dashboard and the
 * terminal select of it: server and screens compute a refund by the same rules.
 */
export interface RefundableSale {
  readonly pricesIncludeTax: boolean;
  readonly total: Amount;
  readonly rounding: Amount;
  readonly lines: readonly { readonly quantity: string; readonly total: Amount; readonly tax: Amount }[];
  readonly payments: readonly SalePayment[];
  readonly refunded: RefundedSoFar;
}

interface SalePayment extends Source {
  readonly id: string;
  readonly method: PaymentMethod;
  readonly paidBy?: PaymentMethod | null | undefined;
  readonly amount: Amount;
  /** What is known of it now. Absent: it went through. */
  readonly state?: PaymentState | null | undefined;
}

/** The sums of a sale's refunds so far, above zero. What nothing was refunded of may be left out. */
interface RefundedSoFar {
  readonly lines: readonly {
    /** From 1. */
    readonly line: number;
    readonly quantity: string;
    readonly total: Amount;
    readonly tax: Amount;
  }[];
  readonly payments: readonly { readonly paymentId: string; readonly amount: Amount }[];
  /** As much of the lines as was never paid. Absent: none. */
  readonly unpaid?: Amount | null | undefined;
}

interface RefundOptions {
  /** The merchant's: cash is rounded to a multiple of it, minor units. */
  readonly cashStep: number;
  /** By which method a payment of the sale is given back. Absent: by the one by which it came in. */
  readonly wayBack?: (payment: SalePayment) => PaymentMethod;
  /** What pays for other goods of an exchange and is not given back. Absent: nothing. */
  readonly exchanged?: MinorUnits;
}

/** What a refund comes to, above zero. */
export interface RefundPlan {
  /** Each line of the sale of which something comes back, with its tax where prices include it. */
  readonly lines: readonly { readonly line: number; readonly total: MinorUnits }[];
  readonly taxTotal: MinorUnits;
  /** With tax, before cash rounding. */
  readonly total: MinorUnits;
  /** As much of the total as was never paid: payments of the sale did not go through. */
  readonly unpaid: MinorUnits;
  readonly rounding: MinorUnits;
  /** They sum to the total with rounding, less what was never paid and what is exchanged, as far as something of each of the sale's payments is left. */
  readonly payments: readonly {
    readonly paymentId: string;
    readonly method: PaymentMethod;
    readonly amount: MinorUnits;
  }[];
}

/** How much of each line was sold and can still be refunded, in thousandths. */
export function refundableLines(
  sale: RefundableSale,
): { readonly line: number; readonly sold: Quantity; readonly left: Quantity }[] {
  const before = refundedByLine(sale);
  return sale.lines.map(({ quantity }, index) => {
    const sold = quantityOf(quantity);
    return { line: index + 1, sold, left: Math.max(0, sold - (before.get(index + 1)?.quantity ?? 0)) };
  });
}

/**
 * Plans a refund of some lines of a sale: shares of what the sale stored, the last unit of a line takes the rest. Exact
 * methods give back first, cash what is left; the refund that completes a sale gives back just what is left of its payments.
 */
export function planRefund(
  sale: RefundableSale,
  wanted: readonly Pick<RefundLineInput, "line" | "quantity">[],
  { cashStep, wayBack = cameBy, exchanged = 0 }: RefundOptions,
): RefundPlan {
  const sums = reckon(sale, wanted);
  const open = sale.payments.filter(isCaptured).flatMap((payment) => {
    const left = minor(payment.amount) - refundedOfPayment(sale.refunded, payment.id);
    return left > 0 ? [{ paymentId: payment.id, method: wayBack(payment), left }] : [];
  });
  const inCash = open.filter(({ method }) => method === "CASH");
  const exactly = open.filter(({ method }) => method !== "CASH");
  const [firstCash] = inCash;
  const exact = shared(exactly, (firstCash ? sums.owed : acceptedSums(sums, undefined, cashStep).planned) - exchanged);
  const exactSum = exchanged + sum(exact.map(({ amount }) => amount));
  const cashMax = sum(inCash.map(({ left }) => left));
  const due = acceptedSums(sums, firstCash ? exactSum : undefined, cashStep, cashMax).planned;
  const rounding = due - sums.owed;
  const cash = shared(inCash, due - exactSum);
  // What is rounded to nothing is given back in cash all the same.
  if (firstCash && cash.length === 0 && rounding !== 0)
    cash.push({ paymentId: firstCash.paymentId, method: "CASH", amount: 0 });
  return {
    lines: sums.lines.map(({ line, total }) => ({ line, total })),
    taxTotal: sums.taxTotal,
    total: sums.total,
    unpaid: sums.total - sums.owed,
    rounding,
    payments: [...exact, ...cash],
  };
}

/** Shares an amount in the order of the payments, as far as something of each is left. */
function shared(
  open: readonly { readonly paymentId: string; readonly method: PaymentMethod; readonly left: number }[],
  amount: number,
): { paymentId: string; method: PaymentMethod; amount: number }[] {
  let rest = amount;
  return open.flatMap(({ paymentId, method, left }) => {
    const share = Math.min(rest, left);
    rest -= share;
    return share > 0 ? [{ paymentId, method, amount: share }] : [];
  });
}

/** The sums by which a refund is decided, above zero. */
interface RefundSums {
  readonly lines: readonly BackLine[];
  readonly taxTotal: number;
  /** With tax, before rounding. */
  readonly total: number;
  /** As much of it as was paid. */
  readonly owed: number;
  /** With this refund every line is refunded. */
  readonly isLast: boolean;
  /** What all refunds before came to, as far as it was paid, without rounding. */
  readonly owedBefore: number;
  /** What was given back before, of payments in cash and of the others. */
  readonly cashBefore: number;
  readonly exactBefore: number;
  /** What is left of them. */
  readonly cashLeft: number;
  readonly exactLeft: number;
  /** What the sale came to, as far as it was paid, with rounding. */
  readonly due: number;
}

interface BackLine {
  readonly line: number;
  readonly tax: number;
  readonly total: number;
}

function reckon(sale: RefundableSale, wanted: readonly Pick<RefundLineInput, "line" | "quantity">[]): RefundSums {
  const back = new Map(wanted.map(({ line = 0, quantity }) => [line, quantityOf(quantity)]));
  const before = refundedByLine(sale);
  const lines = [...back].flatMap(([line, quantity]) => backLine(sale, line, quantity, before.get(line) ?? NOTHING));
  const taxTotal = sum(lines.map(({ tax }) => tax));
  const withTax = (total: number, tax: number) => (sale.pricesIncludeTax ? total : total + tax);
  const cashBefore = refundedOfPayments(sale, (method) => method === "CASH");
  const exactBefore = refundedOfPayments(sale, (method) => method !== "CASH");
  const paid = (isWanted: (method: PaymentMethod) => boolean) =>
    sum(sale.payments.filter(isCaptured).flatMap((one) => (isWanted(cameBy(one)) ? minor(one.amount) : [])));
  const cashLeft = Math.max(0, paid((method) => method === "CASH") - cashBefore);
  const exactLeft = Math.max(0, paid((method) => method !== "CASH") - exactBefore);
  const total = withTax(sum(lines.map(({ total }) => total)), taxTotal);
  const lost = sum(sale.payments.flatMap(({ state, amount }) => (state === "VOIDED" ? minor(amount) : [])));
  const unpaidBefore = minor(sale.refunded.unpaid ?? 0);
  return {
    lines,
    taxTotal,
    total,
    owed: total - Math.min(lost - unpaidBefore, Math.max(0, total - cashLeft - exactLeft)),
    isLast: lines.length > 0 && refundableLines(sale).every(({ line, left }) => (back.get(line) ?? 0) >= left),
    owedBefore: sum(sale.refunded.lines.map((of) => withTax(minor(of.total), minor(of.tax)))) - unpaidBefore,
    ...{ cashBefore, exactBefore, cashLeft, exactLeft },
    due: minor(sale.total) + minor(sale.rounding) - lost,
  };
}

function backLine(sale: RefundableSale, line: number, quantity: Quantity, before: RefundedLine): BackLine[] {
  const sold = sale.lines[line - 1];
  if (!sold || quantity <= 0) return [];
  const upTo = (amount: Amount) => multiplyDivide(minor(amount), before.quantity + quantity, quantityOf(sold.quantity));
  return [{ line, tax: upTo(sold.tax) - before.tax, total: upTo(sold.total) - before.total }];
}

/** What a refund's payments may sum to. */
interface AcceptedSums {
  /** What a plan proposes. */
  readonly planned: number;
  /** The total, with cash rounded by itself. */
  readonly alone: number;
  readonly all: readonly number[];
}

/**
 * Cash is rounded together with what was given back before, so that the pieces of a sale never come to more than was paid;
 * rounding a refund by itself is accepted too.
 * @param exact what exact methods give back beside cash; undefined: nothing is given back in cash
 * @param cashMax what may be given back in cash: what is left of the payments that it gives back
 */
function acceptedSums(
  sums: RefundSums,
  exact: number | undefined,
  cashStep: number,
  cashMax = sums.cashLeft,
): AcceptedSums {
  const { owed: total, isLast, due, owedBefore, cashBefore, exactBefore, cashLeft, exactLeft } = sums;
  const rest = due - cashBefore - exactBefore;
  // Rounded before by half a step, now by half a step, and down to whole coins: further off, something else is wrong.
  const isRounding = (sum: number) => cashStep > 1 && sum >= 0 && Math.abs(sum - total) < 2 * cashStep;
  if (exact === undefined) {
    const [planned = total] = [...(isLast ? [rest] : []), Math.min(total, exactLeft + cashLeft)].filter(isRounding);
    return { planned, alone: total, all: [planned, total] };
  }
  const alone = rounded(total - exact, cashStep);
  const together = rounded((isLast ? due : owedBefore + total) - cashBefore - exactBefore - exact, cashStep);
  // What exact methods give back may also have been paid in cash.
  const inCash = Math.min(cashMax, Math.max(0, cashLeft + exactLeft - exact));
  const coins = inCash - (inCash % cashStep);
  const [planned = exact + alone, ...others] = [together, alone]
    .map((cash) => exact + Math.min(Math.max(0, cash), coins))
    .filter(isRounding);
  return { planned, alone: exact + alone, all: [planned, ...others, exact + alone] };
}

function rounded(amount: number, cashStep: number): number {
  return amount + cashRounding(amount, cashStep);
}

interface RefundedLine {
  readonly quantity: Quantity;
  readonly total: MinorUnits;
  readonly tax: MinorUnits;
}

const NOTHING: RefundedLine = { quantity: 0, total: 0, tax: 0 };

function refundedByLine({ refunded }: RefundableSale): ReadonlyMap<number, RefundedLine> {
  return new Map(
    refunded.lines.map(({ line, quantity, total, tax }) => [
      line,
      { quantity: quantityOf(quantity), total: minor(total), tax: minor(tax) },
    ]),
  );
}

function refundedOfPayments(sale: RefundableSale, isWanted: (method: PaymentMethod) => boolean): MinorUnits {
  return sum(
    sale.payments.flatMap((payment) => (isWanted(cameBy(payment)) ? refundedOfPayment(sale.refunded, payment.id) : [])),
  );
}

export function refundedOfPayment({ payments }: Pick<RefundedSoFar, "payments">, id: string): number {
  return sum(payments.flatMap(({ paymentId, amount }) => (paymentId === id ? minor(amount) : [])));
}

/** What a sale's guard contains of its refunds, in minor units. */
export interface RefundedSums extends RefundedSoFar {
  readonly lines: readonly {
    readonly line: number;
    readonly quantity: string;
    readonly total: number;
    readonly tax: number;
  }[];
  readonly payments: readonly { readonly paymentId: string; readonly amount: number }[];
  readonly unpaid: number;
}

export function refundedSums(guard: RefundGuard): RefundedSums {
  return {
    lines: Object.entries(guard.lines).map(([line, { quantity, total, tax }]) => ({
      line: Number(line),
      quantity: formatQuantity(quantity),
      total,
      tax,
    })),
    payments: Object.entries(guard.payments).map(([paymentId, amount]) => ({ paymentId, amount })),
    unpaid: guard.unpaid ?? 0,
  };
}

/** What a refund of a sale comes to, given what was given back before. */
export interface DecidedRefund {
  readonly refund?: Pick<Reversal, "lines" | "payments" | "taxTotal" | "rounding" | "total" | "unpaid">;
  readonly failures: readonly Failure[];
  readonly flags: readonly Flag[];
}

type Reject = (
  code: FailureCode & ExceptionCode,
  message: string,
  path: readonly string[],
  details?: ExceptionDetails,
) => void;

/**
 * Decides a refund by the guard of its sale: never more than was sold of a line or paid by a payment while it is live; what
 * has happened is recorded beyond that, and flagged.
 * @param origins where the sale's entries hold the cost of each of its lines
 */
export function decideRefund(
  input: RefundInput,
  sale: SaleFact,
  guard: RefundGuard,
  options: {
    readonly mode: SaleMode;
    readonly cashStep: number;
    readonly origins: readonly (GoodsOrigin | undefined)[];
  },
): DecidedRefund {
  const failures: Failure[] = [];
  const flags = new Map<string, Flag>();
  const reject: Reject = (code, message, path, details) => {
    if (options.mode === "live") failures.push(failure(code, message, path));
    else flags.set(code, { code, message, ...(details ? { details } : {}) });
  };
  const refundable = refundableOf(sale, guard);
  checkLeft(input, refundable, reject);
  for (const [index, { line = 0 }] of input.lines.entries())
    if (!sale.lines[line - 1])
      failures.push(failure("UNKNOWN_LINE", "The sale has no such line.", ["input", "lines", String(index), "line"]));
  if (failures.some(({ code }) => code === "UNKNOWN_LINE")) return { failures, flags: [] };
  const sums = reckon(refundable, input.lines);
  const lines = input.lines.map((line, index) =>
    refundLine(line, present(sums.lines[index], "a line of the sums"), sale, guard, options.origins),
  );
  const payments = paymentsBack(input, sale, guard, reject);
  const due = dueOf(payments, sums, { cashStep: options.cashStep, sale }, reject);
  const { taxTotal, total, owed } = sums;
  const money = { taxTotal: minus(taxTotal), rounding: minus(due - owed), total: minus(total) };
  return {
    refund: { lines, payments, ...money, ...(owed === total ? {} : { unpaid: owed - total }) },
    failures,
    flags: [...flags.values()],
  };
}

/** A stored sale and what its guard counts, as what a refund is computed from. */
export function refundableOf(sale: SaleFact, guard: RefundGuard): RefundableSale {
  const lines = sale.lines.map((line) => ({ quantity: line.quantity, total: line.total, tax: taxOf(line) }));
  const payments = sale.payments.map((payment) => ({ ...payment, state: stateOf(payment, guard) }));
  return { ...sale, lines, payments, refunded: refundedSums(guard) };
}

function checkLeft({ lines }: RefundInput, sale: RefundableSale, reject: Reject): void {
  const left = refundableLines(sale);
  for (const [index, { line = 0, quantity }] of lines.entries()) {
    const still = left[line - 1]?.left;
    if (still === undefined || quantityOf(quantity) <= still) continue;
    const path = ["input", "lines", String(index), "quantity"];
    reject("REFUND_EXCEEDS_SALE", `Of this line ${formatQuantity(still)} can still be refunded.`, path, {
      quantity: { text: quantity },
      left: { text: formatQuantity(still) },
    });
  }
}

export function refundLine(
  { line = 0, quantity, writeOff }: RefundLineInput,
  { tax, total }: BackLine,
  sale: SaleFact,
  guard: RefundGuard,
  origins: readonly (GoodsOrigin | undefined)[],
): RefundLine {
  const sold = present(sale.lines[line - 1], "a line of the sale");
  const { variantId, sku, description, unit, pack, unitPrice, taxes, stocked, giftCard } = sold;
  const origin = origins[line - 1];
  return {
    saleLine: line,
    ...(variantId === undefined ? {} : { variantId }),
    ...(sku === undefined ? {} : { sku }),
    description,
    quantity: formatQuantity(-quantityOf(quantity)),
    ...(unit === undefined ? {} : { unit }),
    ...(pack === undefined ? {} : { pack }),
    unitPrice,
    taxes: taxesBack(taxes, guard.lines[String(line)]?.tax ?? 0, tax),
    total: minus(total),
    ...(giftCard ? { giftCard } : {}),
    ...(stocked ? { stocked } : {}),
    ...(writeOff ? { writtenOff: true } : {}),
    ...(origin ? { origin: { ...origin, before: guard.lines[String(line)]?.quantity ?? 0 } } : {}),
  };
}

/** What the payments have to come to, above zero: the one of the accepted sums that they do come to. */
function dueOf(
  payments: readonly RefundPayment[],
  sums: RefundSums,
  { cashStep, sale }: { readonly cashStep: number; readonly sale: Pick<SaleFact, "payments"> },
  reject: Reject,
): number {
  const exact = -sum(payments.map(({ method, amount }) => (method === "CASH" ? 0 : amount)));
  const hasCash = payments.some(({ method }) => method === "CASH");
  const wasCash = new Set(sale.payments.flatMap((payment) => (cameBy(payment) === "CASH" ? [payment.id] : [])));
  // Cash may also give back what was paid by another method.
  const isForOther = payments.some(({ method, paymentId = "" }) => method === "CASH" && !wasCash.has(paymentId));
  const cashMax = sums.cashLeft + (isForOther ? Math.max(0, sums.exactLeft - exact) : 0);
  const accepted = acceptedSums(sums, hasCash ? exact : undefined, cashStep, cashMax);
  const paid = -sum(payments.map(({ amount }) => amount));
  if (accepted.all.includes(paid)) return paid;
  const message = `The payments sum to ${paid}, the refund with rounding is ${accepted.planned}.`;
  reject("PAYMENT_MISMATCH", message, ["input", "payments"], {
    paid: { amount: paid },
    due: { amount: accepted.planned },
  });
  return accepted.alone;
}

function paymentsBack(input: RefundInput, sale: SaleFact, guard: RefundGuard, reject: Reject): RefundPayment[] {
  const given: { [paymentId: string]: number } = { ...guard.payments };
  return input.payments.map(({ id, method, amount, paymentId, reference, account: named }, index): RefundPayment => {
    const path = ["input", "payments", String(index)];
    const only = sale.payments.length === 1 ? sale.payments[0]?.id : undefined;
    const of = sale.payments.find((payment) => payment.id === (paymentId || only));
    if (!of) reject("UNKNOWN_PAYMENT", "The sale has no such payment.", [...path, "paymentId"]);
    else {
      const before = given[of.id] ?? 0;
      const left = Math.max(0, of.amount - before);
      const state = stateOf(of, guard);
      if (state !== "CAPTURED") reject("PAYMENT_NOT_CAPTURED", `This payment is ${state}.`, [...path, "paymentId"]);
      if (before + amount > of.amount)
        reject("REFUND_EXCEEDS_PAYMENT", `Of this payment ${left} can still be given back.`, [...path, "amount"], {
          paid: { amount },
          left: { amount: left },
        });
      given[of.id] = before + amount;
    }
    const back = of && cameBy(of) === method ? cameFrom(of) : {};
    return {
      ...{ id, method, amount: minus(amount) },
      ...(of ? { paymentId: of.id } : {}),
      ...(reference ? { reference } : {}),
      ...(named ? { account: named } : back),
    };
  });
}

/** The guard after a refund was recorded. Addition only, so that facts may be added in any order. */
export function withRefund(guard: RefundGuard, refund: Reversal): RefundGuard {
  const lines = { ...guard.lines };
  for (const line of refund.lines) {
    const { saleLine, quantity, total } = line;
    if (saleLine === undefined) continue;
    const before = lines[String(saleLine)] ?? { quantity: 0, total: 0, tax: 0 };
    const moved = -present(parseQuantity(quantity), "a quantity in a fact");
    lines[String(saleLine)] = {
      quantity: before.quantity + moved,
      total: before.total - total,
      tax: before.tax - taxOf(line),
    };
  }
  const payments = { ...guard.payments };
  for (const { paymentId, amount } of refund.payments) {
    if (paymentId !== undefined) payments[paymentId] = (payments[paymentId] ?? 0) - amount;
  }
  const unpaid = (guard.unpaid ?? 0) - (refund.unpaid ?? 0);
  return guardWith(guard, { lines, payments, refundIds: [...guard.refundIds, refund.id], unpaid });
}

function quantityOf(decimal: string): Quantity {
  return present(parseQuantity(decimal), "a well-formed quantity");
}

function minor(amount: Amount): MinorUnits {
  return typeof amount === "number" ? amount : amount.amount;
}

function minus(amount: number): number {
  return amount === 0 ? 0 : -amount;
}

import { cashRounding } from "@pos/core/goods/pricing/rules.ts";
import type { Payment } from "@pos/core/selling/payment/model.ts";

/** Notes that people hand over, in major units; where none are known, what is round. */
const NOTES: { readonly [currency: string]: readonly number[] } = {
  GBP: [5, 10, 20, 50],
  EUR: [5, 10, 20, 50, 100, 200],
  USD: [1, 5, 10, 20, 50, 100],
  CNY: [1, 5, 10, 20, 50, 100],
  HKD: [10, 20, 50, 100, 500],
  CHF: [10, 20, 50, 100, 200],
  JPY: [1_000, 5_000, 10_000],
};
const ROUND = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1_000];
const TENDERS_MAX = 5;

/** What is likely to be handed over for an amount, ascending and without the amount itself: the next full notes of each kind. */
export function quickTenders(due: number, currency: string, digits: number): number[] {
  if (due <= 0) return [];
  const unit = 10 ** digits;
  const notes = (NOTES[currency] ?? ROUND).map((note) => note * unit);
  const next = notes.map((note) => Math.ceil(due / note) * note).filter((tender) => tender > due);
  return [...new Set(next)].sort((a, b) => a - b).slice(0, TENDERS_MAX);
}

/** What is still to be paid, and what of it cash would have to cover. */
export interface Due {
  readonly exact: number;
  /** Rounded to the smallest coin. */
  readonly cash: number;
}

/**
 * Only what is left for cash is rounded: with cash in it already, the rest is what the rounded sum leaves.
 * @param total before rounding, minor units
 */
export function stillDue(total: number, payments: readonly Payment[], cashStep: number): Due {
  const paid = sumOf(payments);
  const byOther = sumOf(payments.filter(({ method }) => method !== "CASH"));
  const byCash = paid - byOther;
  // Whatever else pays in full pays exactly what is left after the cash that was taken.
  const exact = total - paid;
  const cash = total - byOther + cashRounding(total - byOther, cashStep) - byCash;
  return { exact: Math.max(0, exact), cash: Math.max(0, cash) };
}

/** What gift cards pay of it. */
export function paidByGiftCard(payments: readonly Pick<Payment, "method" | "amount">[]): number {
  return payments.reduce((sum, { method, amount }) => (method === "GIFT_CARD" ? sum + amount : sum), 0);
}

/** By what an amount is judged. */
interface Tendered {
  readonly isCash: boolean;
  /** More may be handed over than is due. */
  readonly givesChange?: boolean;
  readonly due: number;
  readonly cashStep: number;
}

/** What is wrong with an amount that was typed; undefined if nothing is. */
export function tenderProblem(
  amount: number | undefined,
  { isCash, givesChange = isCash, due, cashStep }: Tendered,
): "coins" | "above" | "upTo" | undefined {
  if (isCash && amount !== undefined && amount < due && !isWholeCash(amount, cashStep)) return "coins";
  if (amount === undefined || (amount === 0 && due > 0)) return isCash ? "above" : "upTo";
  return !givesChange && amount > due ? "upTo" : undefined;
}

/** Cash that is less than what is due covers whole coins only, or the rest could not be exact. */
function isWholeCash(amount: number, cashStep: number): boolean {
  return cashStep <= 1 || amount % cashStep === 0;
}

export function sumOf(payments: readonly Payment[]): number {
  let sum = 0;
  for (const { amount } of payments) sum += amount;
  return sum;
}

/** Whether the payments are just what the sale takes, by the server's own rule for rounding. */
export function isPaid(total: number, payments: readonly Payment[], cashStep: number): boolean {
  const hasCash = payments.some(({ method }) => method === "CASH");
  const byOther = sumOf(payments.filter(({ method }) => method !== "CASH"));
  const rounding = hasCash ? cashRounding(total - byOther, cashStep) : 0;
  return payments.length > 0 && sumOf(payments) === total + rounding;
}

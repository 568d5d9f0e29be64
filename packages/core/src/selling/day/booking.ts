import { entryMovesGoods, factMovesGoods } from "../../goods/stock/index.ts";
import {
  type BalanceKind,
  type Balances,
  type Entry,
  type ModuleParts,
  type Posting,
  type Projection,
  plainPart,
} from "../../ledger/index.ts";
import { PAYMENT_ACCOUNTS } from "../payment/index.ts";

/** What a location sold on a business day. Amounts are minor units; `refunds` is positive. */
export interface DayTotals {
  readonly saleCount: number;
  readonly refundCount: number;
  readonly gross: number;
  readonly refunds: number;
  readonly discount: number;
  readonly tax: number;
  readonly cost: number;
  /** Money in by account (which gives the method), less what was given back. */
  readonly payments: { readonly [account: string]: number };
  /** By the hour of the location's clock, where something was sold: how many sales, and their gross. */
  readonly hours: { readonly [hour: string]: readonly [count: number, gross: number] };
  /** What customers gave for the staff, less what voids gave back. Absent: nothing. */
  readonly tips?: number;
  /** Of the refunds, those that voided a sale. Absent: none. */
  readonly voids?: readonly [count: number, amount: number];
}

export const DAY: BalanceKind<DayTotals> = {
  name: "DAY",
  zero: { saleCount: 0, refundCount: 0, gross: 0, refunds: 0, discount: 0, tax: 0, cost: 0, payments: {}, hours: {} },
};

/**
 * What day totals need of an entry beside its postings: the hour, and what postings show only netted, all discounts given and what
 * was put on gift cards.
 */
const DAY_PART = plainPart<readonly [hour: number, discount?: number, isVoid?: 0 | 1, issued?: number]>("d");

export function dayPart(hour: number, discount = 0, issued = 0): ModuleParts {
  if (issued !== 0) return DAY_PART.with([hour, discount, 0, issued]);
  return DAY_PART.with(discount === 0 ? [hour] : [hour, discount]);
}

/** Of the void of a sale. */
export function voidDayPart(hour: number, issued = 0): ModuleParts {
  return DAY_PART.with(issued === 0 ? [hour, 0, 1] : [hour, 0, 1, issued]);
}

const PAID_ON = new Set<string>(PAYMENT_ACCOUNTS);

/** Day totals from postings. What is booked by hand moves no goods and is in no figure of sales. */
export const dayProjection: Projection = {
  needs: (fact, part, { counts }) =>
    counts !== "nothing" || factMovesGoods(fact, part) ? [{ kind: DAY, key: fact.day }] : [],
  fold(entry, balances, { counts }) {
    if (counts === "payment") addPayments(entry, balances);
    else if (counts !== "nothing" && entry.part === 0) addMoney(entry, counts, balances);
    else if (counts !== "nothing" || entryMovesGoods(entry)) addCost(entry, balances);
  },
};

/** Cost counts on the day on which goods moved, whichever kind of fact moved them. */
function addCost(entry: Entry, balances: Balances): void {
  const { cost } = amountsOf(entry);
  if (cost === 0) return;
  const totals = balances.get(DAY, entry.day);
  balances.set(DAY, entry.day, { ...totals, cost: totals.cost + cost });
}

/** Of what did not go through: it counts on the day on which that became known. */
function addPayments(entry: Entry, balances: Balances): void {
  const { paid } = amountsOf(entry);
  if (paid.length === 0) return;
  const totals = balances.get(DAY, entry.day);
  balances.set(DAY, entry.day, { ...totals, payments: paymentsAfter(totals.payments, paid) });
}

function paymentsAfter(before: DayTotals["payments"], paid: readonly Posting[]): DayTotals["payments"] {
  const payments = { ...before };
  for (const [account, amount] of paid) payments[account] = (payments[account] ?? 0) + amount;
  return payments;
}

function addMoney(entry: Entry, counts: "sale" | "refund", balances: Balances): void {
  const totals = balances.get(DAY, entry.day);
  const kept = DAY_PART.of(entry);
  const hour = kept?.[0];
  const { sold, tax, cost, tips, paid } = amountsOf(entry);
  const issued = kept?.[3] ?? 0;
  // A card that is sold or loaded is owed: only what cards paid is money in.
  if (issued !== 0) paid.push(["giftCards", issued]);
  const isSale = counts === "sale";
  balances.set(DAY, entry.day, {
    saleCount: totals.saleCount + (isSale ? 1 : 0),
    refundCount: totals.refundCount + (isSale ? 0 : 1),
    gross: totals.gross + (isSale ? sold : 0),
    refunds: totals.refunds - (isSale ? 0 : sold),
    discount: totals.discount + (kept?.[1] ?? 0),
    tax: totals.tax + tax,
    cost: totals.cost + cost,
    payments: paymentsAfter(totals.payments, paid),
    hours: isSale && hour !== undefined ? withSale(totals.hours, hour, sold) : totals.hours,
    ...tipsAfter(totals.tips, tips),
    ...voidsAfter(totals.voids, kept?.[2] === 1 ? sold : undefined),
  });
}

function amountsOf({ postings }: Entry) {
  let [sold, tax, cost, tips] = [0, 0, 0, 0];
  const paid: Posting[] = [];
  for (const posting of postings) {
    const [account, amount] = posting;
    if (account === "costOfGoods") cost += amount;
    if (account === "taxPayable") tax -= amount;
    if (account === "revenue" || account === "taxPayable") sold -= amount;
    if (account === "tipsPayable") tips -= amount;
    if (PAID_ON.has(account)) paid.push(posting);
  }
  return { sold, tax, cost, tips, paid };
}

function tipsAfter(before: DayTotals["tips"], given: number): Pick<DayTotals, "tips"> {
  return before === undefined && given === 0 ? {} : { tips: (before ?? 0) + given };
}

/** @param sold of a void; undefined: the entry is of another kind */
function voidsAfter(voids: DayTotals["voids"], sold: number | undefined): Pick<DayTotals, "voids"> {
  if (sold === undefined) return voids === undefined ? {} : { voids };
  const [count, amount] = voids ?? [0, 0];
  return { voids: [count + 1, amount - sold] };
}

/** @param hours undefined: totals from before hours were counted, until a rebuild */
function withSale(hours: DayTotals["hours"] | undefined, hour: number, sold: number): DayTotals["hours"] {
  const [count, gross] = hours?.[hour] ?? [0, 0];
  return { ...hours, [hour]: [count + 1, gross + sold] };
}

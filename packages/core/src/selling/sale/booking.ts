import { minorDigits } from "../../base/money.ts";
import { goodsSold, moveGoods } from "../../goods/stock/index.ts";
import type {
  BalanceKind,
  Balances,
  Draft,
  Entry,
  ExceptionCall,
  Fact,
  Posting,
  Projection,
} from "../../ledger/index.ts";
import { summed } from "../../ledger/index.ts";
import { padded } from "../../table/port/keys.ts";
import { METHOD_ACCOUNTS, paymentPostings } from "../payment/index.ts";
import type { SaleFact } from "./model.ts";
import { blockOf, NO_BLOCK, NO_RECEIPTS, type ReceiptBlock, type Receipts, receiptSeen } from "./receipts.ts";

/** What a location sold on a business day. Amounts are minor units; `refunds` is positive. */
export interface DayTotals {
  readonly saleCount: number;
  readonly refundCount: number;
  readonly gross: number;
  readonly refunds: number;
  readonly discount: number;
  readonly tax: number;
  readonly cost: number;
  /** Money in by account (which says the method), less what was given back. */
  readonly payments: { readonly [account: string]: number };
  /** By the hour of the location's clock, where something was sold: how many sales, and their gross. */
  readonly hours: { readonly [hour: string]: readonly [count: number, gross: number] };
}

export const DAY: BalanceKind<DayTotals> = {
  name: "DAY",
  zero: { saleCount: 0, refundCount: 0, gross: 0, refunds: 0, discount: 0, tax: 0, cost: 0, payments: {}, hours: {} },
};

const PAYMENT_ACCOUNTS = new Set<string>(Object.values(METHOD_ACCOUNTS));

/**
 * Day totals from postings. Cost counts on the day whichever kind of fact caused it; what was booked by hand is in no figure
 * of sales.
 */
export const dayProjection: Projection = {
  needs: (fact) => (fact.kind === "journal" ? [] : [{ kind: DAY, key: fact.day }]),
  fold(entry: Entry, balances: Balances): void {
    if (entry.kind === "journal") return;
    const isMoney = entry.part === 0 && (entry.kind === "sale" || entry.kind === "refund");
    let sold = 0;
    let tax = 0;
    let cost = 0;
    const paid: Posting[] = [];
    for (const posting of entry.postings) {
      const [account, amount] = posting;
      if (account === "costOfGoods") cost += amount;
      if (account === "taxPayable") tax -= amount;
      if (account === "revenue" || account === "taxPayable") sold -= amount;
      if (PAYMENT_ACCOUNTS.has(account)) paid.push(posting);
    }
    if (!isMoney && cost === 0) return;
    const totals = balances.get(DAY, entry.day);
    if (!isMoney) {
      balances.set(DAY, entry.day, { ...totals, cost: totals.cost + cost });
      return;
    }
    const payments = { ...totals.payments };
    for (const [account, amount] of paid) payments[account] = (payments[account] ?? 0) + amount;
    const hours =
      entry.kind === "sale" && entry.hour !== undefined ? withSale(totals.hours, entry.hour, sold) : totals.hours;
    const counted =
      entry.kind === "sale"
        ? { saleCount: totals.saleCount + 1, gross: totals.gross + sold }
        : { refundCount: totals.refundCount + 1, refunds: totals.refunds - sold };
    balances.set(DAY, entry.day, {
      ...totals,
      ...counted,
      discount: totals.discount + (entry.discount ?? 0),
      tax: totals.tax + tax,
      cost: totals.cost + cost,
      payments,
      hours,
    });
  },
};

/** @param hours undefined: totals from before hours were counted, until a rebuild */
function withSale(hours: DayTotals["hours"] | undefined, hour: number, sold: number): DayTotals["hours"] {
  const [count, gross] = hours?.[hour] ?? [0, 0];
  return { ...hours, [hour]: [count + 1, gross + sold] };
}

/** Which receipt numbers a terminal has used. The current block of numbers is kept here, the full ones beside it. */
export const RECEIPTS: BalanceKind<Receipts> = { name: "RECEIPTS", zero: NO_RECEIPTS };
export const RECEIPT_BLOCK: BalanceKind<ReceiptBlock> = { name: "RECEIPT_BLOCK", zero: NO_BLOCK };

function blockKey(terminalId: string, block: number): string {
  return `${terminalId}#${padded(block, 9)}`;
}

export const receiptsProjection: Projection = {
  needs(fact: Fact, part: number) {
    if (fact.kind !== "sale" || part !== 0) return [];
    const { terminalId, sequence, numberIsForeign } = fact as SaleFact;
    if (numberIsForeign) return [];
    return [
      { kind: RECEIPTS, key: terminalId },
      { kind: RECEIPT_BLOCK, key: blockKey(terminalId, blockOf(sequence)) },
    ];
  },
  fold({ terminalId, sequence, factId }: Entry, balances: Balances): void {
    if (terminalId === undefined || sequence === undefined) return;
    const seen = seenReceipt(terminalId, sequence, factId, balances);
    balances.set(RECEIPTS, terminalId, seen.receipts);
    for (const { block, numbers } of seen.blocks) balances.set(RECEIPT_BLOCK, blockKey(terminalId, block), { numbers });
  },
};

function seenReceipt(terminalId: string, sequence: number, saleId: string, balances: Balances) {
  const block = balances.get(RECEIPT_BLOCK, blockKey(terminalId, blockOf(sequence)));
  return receiptSeen(balances.get(RECEIPTS, terminalId), block, sequence, saleId);
}

/**
 * A sale: payments against revenue, tax, cash rounding and what does not add up; goods against their cost. The first part of
 * a long sale books the money, the others the goods of their lines.
 */
export function bookSale(fact: SaleFact, part: number, balances: Balances): Draft {
  const goods = moveGoods(fact.locationId, goodsSold(fact, part), minorDigits(fact.currency), balances);
  const moved = goods.levels.length === 0 ? {} : { levels: goods.levels, goods: goods.goods };
  const costPostings: Posting[] = [
    ["inventory", goods.value],
    ["costOfGoods", -goods.value],
  ];
  if (part > 0)
    return {
      postings: summed(costPostings),
      ...moved,
      events: moved.levels ? ["stock"] : [],
      exceptions: goods.exceptions,
    };
  const { terminalId, sequence, hour, customerId, discountTotal, numberIsForeign } = fact;
  return {
    terminalId,
    ...(numberIsForeign ? {} : { sequence }),
    hour,
    ...(customerId === undefined ? {} : { customerId }),
    ...(discountTotal === 0 ? {} : { discount: discountTotal }),
    postings: summed([...moneyPostings(fact), ...costPostings]),
    ...moved,
    events: moved.levels ? ["sale", "stock"] : ["sale"],
    exceptions: [...flagCalls(fact), ...(numberIsForeign ? [] : receiptCalls(fact, balances)), ...goods.exceptions],
  };
}

function moneyPostings({ payments, total, taxTotal, rounding }: SaleFact): Posting[] {
  const paid = payments.reduce((sum, { amount }) => sum + amount, 0);
  return [
    ...paymentPostings(payments),
    ["revenue", -(total - taxTotal)],
    ["taxPayable", -taxTotal],
    ["cashRounding", -rounding],
    ["salesDifference", total + rounding - paid],
  ];
}

function flagCalls(fact: SaleFact): ExceptionCall[] {
  return (fact.flags ?? []).map(({ code, message }) => ({ subject: fact.id, code, message, open: true }));
}

/** A number that was used before stands as an exception on every sale that shares it; the last gap closed ends the alarm. */
function receiptCalls(fact: SaleFact, balances: Balances): ExceptionCall[] {
  const { terminalId, sequence } = fact;
  const { sharedWith, receipts } = seenReceipt(terminalId, sequence, fact.id, balances);
  const calls: ExceptionCall[] = [];
  const sharing = sharedWith.length === 0 ? [] : [...sharedWith, fact.id];
  for (const subject of sharing) {
    calls.push({
      subject,
      code: "SEQUENCE_REUSED",
      message: `Receipt number ${sequence} was used more than once.`,
      open: true,
    });
  }
  const hadGaps = balances.get(RECEIPTS, terminalId).gaps.length > 0;
  if (hadGaps && receipts.gaps.length === 0) {
    calls.push({ subject: terminalId, code: "SEQUENCE_GAP", message: "No receipt number is missing.", open: false });
  }
  return calls;
}

import { type BalanceKind, type ModuleParts, type Posting, type Projection, plainPart } from "../../ledger/index.ts";
import { issuedOn, type ValueLine } from "../stored-value/index.ts";
import { accountOf, cashHandedOut, isUncertain, type Payment } from "./model.ts";

/** The cash that should lie in a terminal's drawer, minor units. */
export interface Drawer {
  readonly cash: number;
}

export const DRAWER: BalanceKind<Drawer> = { name: "DRAWER", zero: { cash: 0 } };

/** Cash posted at a terminal lies in its drawer. */
export const drawerProjection: Projection = {
  needs: (fact, part) => (part === 0 && fact.terminalId !== undefined ? [{ kind: DRAWER, key: fact.terminalId }] : []),
  fold({ terminalId, postings }, balances) {
    if (terminalId === undefined) return;
    let cash = 0;
    for (const [account, amount] of postings) if (account === "cash") cash += amount;
    if (cash !== 0) balances.set(DRAWER, terminalId, { cash: balances.get(DRAWER, terminalId).cash + cash });
  },
};

/** What is not certain yet of the payments at a location, by the account that they were booked to: how many, and their sum. */
export interface Uncertain {
  readonly [account: string]: readonly [count: number, amount: number];
}

export const UNCERTAIN: BalanceKind<Uncertain> = { name: "UNCERTAIN", zero: {} };
/** One balance a location, so that a report reads one record. */
export const UNCERTAIN_KEY = "payments";

/** Payments that were recorded as uncertain, by account; below zero: they no longer are. */
export const UNCERTAIN_PART = plainPart<readonly Posting[]>("u");

/** What the entry of a sale keeps of those of its payments that are uncertain. */
export function uncertainPart(payments: readonly Payment[]): ModuleParts {
  const uncertain = payments.filter(isUncertain);
  if (uncertain.length === 0) return {};
  return UNCERTAIN_PART.with(uncertain.map((payment): Posting => [accountOf(payment), payment.amount]));
}

/** What is paid for: amounts in minor units, below zero where money goes back. */
export interface PaidFor {
  readonly lines: readonly ValueLine[];
  readonly payments: readonly Omit<Payment, "id">[];
  readonly total: number;
  readonly taxTotal: number;
  readonly rounding: number;
  /** For the staff, and in no total. */
  readonly tip?: number;
}

/** Payments against revenue, tax, stored value, cash rounding and what does not add up: of a sale and, below zero, of a refund. */
export function moneyPostings({ lines, payments, total, taxTotal, rounding, tip = 0 }: PaidFor): Posting[] {
  const paid = payments.reduce((sum, { amount }) => sum + amount, 0);
  const issued = issuedOn(lines);
  return [
    ...payments.flatMap(paymentPostings),
    ["revenue", -(total - taxTotal - issued)],
    ["taxPayable", -taxTotal],
    ["giftCards", -issued],
    ["cashRounding", -rounding],
    ["tipsPayable", -tip],
    ["salesDifference", total + rounding + tip - paid],
  ];
}

/** What a payment brings in; cash that is handed out with it is charged by its method, and leaves the drawer. */
function paymentPostings(payment: Omit<Payment, "id">): Posting[] {
  const handedOut = cashHandedOut(payment);
  const posting: Posting = [accountOf(payment), payment.amount + handedOut];
  return handedOut === 0 ? [posting] : [posting, ["cash", -handedOut]];
}

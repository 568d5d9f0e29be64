import type { BalanceKind, Posting, Projection } from "../../ledger/index.ts";
import { METHOD_ACCOUNTS, type Payment } from "./model.ts";

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

/** What is paid for: amounts in minor units, below zero where money goes back. */
export interface PaidFor {
  readonly payments: readonly Pick<Payment, "method" | "amount">[];
  readonly total: number;
  readonly taxTotal: number;
  readonly rounding: number;
}

/** Payments against revenue, tax, cash rounding and what does not add up: of a sale and, below zero, of a refund. */
export function moneyPostings({ payments, total, taxTotal, rounding }: PaidFor): Posting[] {
  const paid = payments.reduce((sum, { amount }) => sum + amount, 0);
  return [
    ...payments.map(({ method, amount }): Posting => [METHOD_ACCOUNTS[method], amount]),
    ["revenue", -(total - taxTotal)],
    ["taxPayable", -taxTotal],
    ["cashRounding", -rounding],
    ["salesDifference", total + rounding - paid],
  ];
}

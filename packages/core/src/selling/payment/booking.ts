import type { BalanceKind, Posting, Projection } from "../../ledger/index.ts";
import { METHOD_ACCOUNTS, type Payment } from "./model.ts";

/** The cash that should lie in a terminal's drawer, minor units. Whose shift it is is derived here, never told by a fact. */
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

export function paymentPostings(payments: readonly Payment[]): Posting[] {
  return payments.map(({ method, amount }) => [METHOD_ACCOUNTS[method], amount]);
}

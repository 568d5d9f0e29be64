import type { Account } from "@pos/core/ledger/index.ts";

export type { JournalFact as JournalEntry } from "@pos/core/office/finance/index.ts";

/** An account and what is posted to it, in a merchant's currency. */
export interface AccountBalance {
  readonly account: Account;
  readonly amount: number;
  readonly currency: string;
}

export type JournalPosting = AccountBalance;

import { ACCOUNTS, type Account } from "../generated/names.ts";

/**
 * The chart of accounts, which modules declare. An entry posts to these and to no others; an amount above zero is a debit,
 * below zero a credit.
 */
export { ACCOUNTS, type Account } from "../generated/names.ts";

/** One side of an entry: debit above zero, credit below. */
export type Posting = readonly [account: Account, amount: number];

/** Postings of the same account added up, those that come to nothing left out, in the order of the chart. */
export function summed(postings: readonly Posting[]): Posting[] {
  const sums = new Map<Account, number>();
  for (const [account, amount] of postings) sums.set(account, (sums.get(account) ?? 0) + amount);
  const result: Posting[] = [];
  for (const account of CHART_ORDER) {
    const amount = sums.get(account);
    if (amount) result.push([account, amount]);
  }
  return result;
}

const CHART_ORDER = Object.keys(ACCOUNTS) as Account[];

export function isBalanced(postings: readonly Posting[]): boolean {
  let sum = 0;
  for (const [, amount] of postings) sum += amount;
  return sum === 0;
}

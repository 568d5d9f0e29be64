/**
 * The chart of accounts. An entry posts to these and to no others; an amount above zero is a debit, below zero a credit.
 * The kind decides on which side an account grows and where a report shows it.
 */
export const ACCOUNTS = {
  /** Notes and coins in the drawers; the entry's terminal names the drawer. */
  cash: "asset",
  /** Paid by card, not yet paid out by the acquirer. */
  card: "asset",
  /** Paid by QR code (wallets), not yet paid out. */
  qrCode: "asset",
  /** Paid by a method that the merchant settles elsewhere. */
  otherPayments: "asset",
  /** Paid by a method that the system cannot yet prove: waits for a person. */
  suspense: "asset",
  /** Stock at cost. */
  inventory: "asset",
  /** Tax collected and owed. */
  taxPayable: "liability",
  /** What was there when the books were opened. */
  openingBalance: "equity",
  /** Sales less discounts, without tax. */
  revenue: "revenue",
  /** Gained or lost by rounding cash payments. */
  cashRounding: "revenue",
  /** Payments that do not sum to what was due: over (credit) or short (debit). */
  salesDifference: "revenue",
  costOfGoods: "expense",
  /** Goods that are gone without being sold, or were found: adjustments and write-offs, at cost. */
  shrinkage: "expense",
  /** What a journal entry books that is none of the above. */
  otherIncome: "revenue",
  otherExpense: "expense",
} as const;

export type Account = keyof typeof ACCOUNTS;

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

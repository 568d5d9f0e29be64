import type { Account } from "@pos/core/ledger/index.ts";
import { accountBalances, recordJournalEntry } from "@pos/core/office/finance/index.ts";
import { requireCaller } from "@pos/core/people/access/index.ts";
import { locationOf } from "../facts.ts";
import type { Account as AccountName, Resolvers } from "../generated/types.ts";
import { said } from "../omit-nulls.ts";

/** An account and what is posted to it, in a merchant's currency. */
export interface BalanceOfAccount {
  readonly account: Account;
  readonly amount: number;
  readonly currency: string;
}

/** The chart's names as the schema writes them. */
const NAMES: { readonly [account in Account]: AccountName } = {
  cash: "CASH",
  card: "CARD",
  qrCode: "QR_CODE",
  otherPayments: "OTHER_PAYMENTS",
  suspense: "SUSPENSE",
  inventory: "INVENTORY",
  taxPayable: "TAX_PAYABLE",
  openingBalance: "OPENING_BALANCE",
  revenue: "REVENUE",
  cashRounding: "CASH_ROUNDING",
  salesDifference: "SALES_DIFFERENCE",
  costOfGoods: "COST_OF_GOODS",
  shrinkage: "SHRINKAGE",
  otherIncome: "OTHER_INCOME",
  otherExpense: "OTHER_EXPENSE",
};
const ACCOUNTS_BY_NAME = Object.fromEntries(Object.entries(NAMES).map(([account, name]) => [name, account])) as {
  readonly [name in AccountName]: Account;
};

export const financeResolvers: Resolvers = {
  Query: {
    async accountBalances(_, { locationId }, context) {
      const balances = await accountBalances(requireCaller(context), locationId);
      if (!balances) return null;
      const { currency } = await context.merchant();
      return balances.map(([account, amount]) => ({ account, amount, currency }));
    },
  },
  Mutation: {
    async recordJournalEntry(_, { input }, context) {
      const { postings, ...rest } = said(input);
      const byHand = postings.map(({ account, amount }) => ({ account: ACCOUNTS_BY_NAME[account], amount }));
      const result = await recordJournalEntry(requireCaller(context), { ...rest, postings: byHand });
      if (!result.ok) return { replayed: false, userErrors: [...result.failures] };
      return { journalEntry: result.value.fact, replayed: result.value.replayed, userErrors: [] };
    },
  },
  AccountBalance: {
    account: ({ account }) => NAMES[account],
    balance: ({ amount, currency }) => ({ amount, currency }),
  },
  JournalEntry: {
    location: locationOf,
    postings: ({ postings, currency }) => postings.map(([account, amount]) => ({ account, amount, currency })),
  },
  JournalPosting: {
    account: ({ account }) => NAMES[account],
    amount: ({ amount, currency }) => ({ amount, currency }),
  },
};

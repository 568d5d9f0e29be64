import { accountBalances, getJournalEntry, recordJournalEntry } from "@pos/core/office/finance/index.ts";
import { requireCaller } from "@pos/core/people/access/index.ts";
import { operatorOf } from "../edges.ts";
import { ACCOUNT_NAMES, ACCOUNTS_BY_NAME } from "../generated/names.ts";
import { locationOf } from "../location/loader.ts";
import type { ApiModule } from "../module.ts";
import { said } from "../omit-nulls.ts";

const resolvers: ApiModule["resolvers"] = {
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
    account: ({ account }) => ACCOUNT_NAMES[account],
    balance: ({ amount, currency }) => ({ amount, currency }),
  },
  JournalEntry: {
    location: locationOf,
    operator: operatorOf,
    postings: ({ postings, currency }) => postings.map(([account, amount]) => ({ account, amount, currency })),
  },
  JournalPosting: {
    account: ({ account }) => ACCOUNT_NAMES[account],
    amount: ({ amount, currency }) => ({ amount, currency }),
  },
};

export const financeApi: ApiModule = {
  resolvers,
  nodes: { jou: { type: "JournalEntry", needs: "report:read", load: getJournalEntry } },
};

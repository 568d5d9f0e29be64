import { requireCaller } from "@pos/core/people/access/index.ts";
import { type SentFact, type SyncedFact, type SyncOutcome, syncFacts } from "@pos/core/selling/sync/index.ts";
import type { ApiModule } from "../module.ts";
import { said } from "../omit-nulls.ts";
import { epochOf, inBatch, SYNC_STATUS } from "../synced.ts";

const FACT_TYPES = {
  sale: "Sale",
  refund: "Refund",
  void: "SaleVoid",
  exchange: "Exchange",
  stockAdjustment: "StockAdjustment",
  customerPayment: "CustomerPayment",
  paymentOutcome: "PaymentOutcome",
} as const;

const resolvers: ApiModule["resolvers"] = {
  Mutation: {
    async syncFacts(_, { input }, context) {
      const facts: readonly SentFact[] = said(input.facts);
      return { facts, outcomes: await syncFacts(requireCaller(context), facts) };
    },
  },
  SyncFactsPayload: {
    results: ({ facts, outcomes }) => outcomes.map((outcome, index) => resultOf(facts[index] ?? {}, outcome, index)),
    epoch: (_, __, context) => epochOf(context),
    userErrors: () => [],
  },
  RecordedFact: { __resolveType: (fact: SyncedFact) => FACT_TYPES[fact.kind] },
};

export const syncApi: ApiModule = { resolvers };

function resultOf(sent: SentFact, outcome: SyncOutcome, index: number) {
  const [[kind, { id }] = ["", { id: "" }]] = Object.entries(sent);
  const failures = "failures" in outcome ? outcome.failures : [];
  return {
    id,
    status: SYNC_STATUS[outcome.status],
    fact: "fact" in outcome ? outcome.fact : null,
    userErrors: failures.map(inBatch("facts", String(index), kind)),
  };
}

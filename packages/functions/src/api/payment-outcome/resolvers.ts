import { requireCaller } from "@pos/core/people/access/index.ts";
import {
  getPaymentOutcome,
  paymentOutcomesOf,
  recordPaymentOutcome,
  uncertainPayments,
} from "@pos/core/selling/payment-outcome/index.ts";
import { stateOf } from "@pos/core/selling/refund/index.ts";
import { getSale } from "@pos/core/selling/sale/index.ts";
import { operatorOf } from "../edges.ts";
import { exceptionsOn, moneyIn } from "../facts.ts";
import type { ApiModule } from "../module.ts";
import { withoutNulls } from "../omit-nulls.ts";
import { guardLoader } from "../sale/sales.ts";
import { epochOf } from "../synced.ts";

const resolvers: ApiModule["resolvers"] = {
  Query: {
    async uncertainPayments(_, { locationId }, context) {
      const rows = await uncertainPayments(requireCaller(context), locationId ?? undefined);
      if (!rows) return null;
      // The start page asks with every sale, and mostly there are none.
      if (rows.length === 0) return [];
      const { currency } = await context.merchant();
      return rows.map((row) => ({ ...row, currency }));
    },
  },
  Mutation: {
    async recordPaymentOutcome(_, { input }, context) {
      const result = await recordPaymentOutcome(requireCaller(context), withoutNulls(input));
      if (!result.ok) return { replayed: false, userErrors: [...result.failures] };
      return { outcome: result.value.fact, replayed: result.value.replayed, userErrors: [] };
    },
  },
  RecordPaymentOutcomePayload: {
    epoch: (_, __, context) => (context.caller.kind === "staff" ? null : epochOf(context)),
  },
  Sale: {
    async paymentOutcomes(sale, _, context) {
      const guard = await guardLoader(context).load(sale.id);
      return guard === undefined ? [] : paymentOutcomesOf(requireCaller(context), guard);
    },
  },
  Payment: {
    async state({ fact, payment }, _, context) {
      // Almost every payment went through when it was recorded: only what was uncertain is looked up.
      if (payment.state === undefined || fact.id === undefined) return "CAPTURED";
      const guard = await guardLoader(context).load(fact.id);
      return guard === undefined ? payment.state : stateOf(payment, guard);
    },
  },
  Refund: { unpaid: (fact) => moneyIn(fact, fact.unpaid ?? 0) },
  SaleVoid: { unpaid: (fact) => moneyIn(fact, fact.unpaid ?? 0) },
  RefundedSoFar: { unpaid: ({ sale, refunded }) => moneyIn(sale, refunded.unpaid) },
  PaymentOutcome: {
    operator: operatorOf,
    sale: ({ relatedFactId }, _, context) => getSale(requireCaller(context), relatedFactId),
    paymentId: ({ payment }) => payment.id,
    unpaid: (fact) => moneyIn(fact, fact.unpaid),
    exceptions: exceptionsOn,
  },
  UncertainPayments: {
    methods: ({ methods }) => [...methods],
    amount: ({ amount, currency }) => ({ amount, currency }),
  },
};

export const paymentOutcomeApi: ApiModule = {
  resolvers,
  nodes: { pyo: { type: "PaymentOutcome", load: getPaymentOutcome } },
};

import { requireCaller } from "@pos/core/people/access/index.ts";
import {
  createPaymentMethod,
  isStoredValue,
  paymentMethodsOf,
  updatePaymentMethod,
} from "@pos/core/selling/payment/index.ts";
import { moneyIn } from "../facts.ts";
import type { ApiModule } from "../module.ts";
import { payload } from "../payload.ts";

export const paymentApi: ApiModule = {
  resolvers: {
    Query: {
      paymentMethods: async (_, __, context) => paymentMethodsOf(await context.merchant()),
    },
    Mutation: {
      createPaymentMethod: async (_, { input }, context) =>
        payload("paymentMethod", await createPaymentMethod(requireCaller(context), input)),
      updatePaymentMethod: async (_, { input }, context) =>
        payload("paymentMethod", await updatePaymentMethod(requireCaller(context), input)),
    },
    OwnPaymentMethod: { isActive: ({ endedAt }) => endedAt === undefined },
    Sale: { tip: (sale) => moneyIn(sale, sale.tip ?? 0) },
    SaleVoid: { tip: (fact) => moneyIn(fact, fact.tip ?? 0) },
    Payment: {
      id: ({ payment }) => payment.id,
      method: ({ payment }) => payment.method,
      methodId: ({ payment }) => payment.methodId,
      methodName: ({ payment }) => payment.methodName,
      methodChineseName: ({ payment }) => payment.methodChineseName,
      paidBy: ({ payment }) => payment.paidBy,
      amount: ({ fact, payment }) => moneyIn(fact, payment.amount),
      tendered: ({ fact, payment }) => (payment.tendered === undefined ? null : moneyIn(fact, payment.tendered)),
      cashBack: ({ fact, payment }) => (payment.cashBack === undefined ? null : moneyIn(fact, payment.cashBack)),
      reference: ({ payment }) => (isStoredValue(payment.method) ? null : payment.reference),
    },
  },
};

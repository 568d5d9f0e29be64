import { isStoredValue } from "@pos/core/selling/payment/index.ts";
import { moneyIn } from "../facts.ts";
import type { ApiModule } from "../module.ts";

export const paymentApi: ApiModule = {
  resolvers: {
    Payment: {
      id: ({ payment }) => payment.id,
      method: ({ payment }) => payment.method,
      paidBy: ({ payment }) => payment.paidBy,
      amount: ({ fact, payment }) => moneyIn(fact, payment.amount),
      tendered: ({ fact, payment }) => (payment.tendered === undefined ? null : moneyIn(fact, payment.tendered)),
      reference: ({ payment }) => (isStoredValue(payment.method) ? null : payment.reference),
    },
  },
};

import { moneyIn } from "../facts.ts";
import type { ApiModule } from "../module.ts";

export const paymentApi: ApiModule = {
  resolvers: {
    Payment: {
      id: ({ payment }) => payment.id,
      method: ({ payment }) => payment.method,
      amount: ({ fact, payment }) => moneyIn(fact, payment.amount),
    },
  },
};

import { complete, saleInput } from "../../api/counter.ts";
import type { ModuleContract } from "../../module-contract.ts";
import { MANAGERS } from "../page.ts";

export const attributionContract: ModuleContract = {
  good: {
    // A sale without a customer yet.
    async setSaleCustomer({ own, counter }) {
      const { sale } = await complete(counter, saleInput(counter));
      const input = { id: counter.shop.clock.newId("att"), saleId: sale.id, customerId: own.customerId };
      return { token: counter.owner, variables: { input } };
    },
  },
  callers: {
    setSaleCustomer: {
      document: 'mutation { setSaleCustomer(input: { id: "x", saleId: "x" }) { userErrors { code } } }',
      may: MANAGERS,
    },
  },
  rights: {
    setSaleCustomer: [
      ...(["owner", "manager", "limited owner", "limited manager"] as const),
      ...(["owner at a terminal", "manager at a terminal", "limited manager at a terminal"] as const),
    ],
  },
  ids: {
    "setSaleCustomer.input.id": { kind: "att", malformed: "INVALID_ID" },
    "setSaleCustomer.input.saleId": {
      ...{ kind: "sal", unknown: "UNKNOWN_SALE" },
      ...{ foreign: "saleId", located: "saleId" },
    },
    "setSaleCustomer.input.customerId": { kind: "cus", unknown: "UNKNOWN_CUSTOMER", foreign: "customerId" },
  },
};

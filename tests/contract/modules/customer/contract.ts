import type { ModuleContract, TextRow } from "../../module-contract.ts";
import { SIGNED_IN_CALLERS } from "../../module-contract.ts";
import { EVERYBODY } from "../page.ts";

const PEOPLE = EVERYBODY.filter((caller) => caller !== "terminal");
const text = (max: number, code: string, more: Partial<TextRow> = {}): TextRow => ({ max, code, ...more });

export const customerContract: ModuleContract = {
  good: {
    customersAtCounter: ({ counter }) => ({ token: counter.cashier, variables: { search: "ann" } }),
    createCustomerAtCounter: ({ counter }) => ({
      token: counter.cashier,
      variables: {
        input: { id: counter.shop.clock.newId("cus"), name: "New", email: "new@shop.example", phone: "0123456" },
      },
    }),
  },
  callers: {
    customersAtCounter: { document: 'query { customersAtCounter(search: "an") { id } }', may: PEOPLE },
    createCustomerAtCounter: {
      document: 'mutation { createCustomerAtCounter(input: { id: "x", name: "" }) { userErrors { code } } }',
      may: PEOPLE,
    },
  },
  rights: { createCustomerAtCounter: SIGNED_IN_CALLERS.filter((caller) => caller !== "terminal") },
  ids: { "createCustomerAtCounter.input.id": { kind: "cus", malformed: "INVALID_ID" } },
  texts: {
    "customersAtCounter.search": text(200, "BAD_REQUEST", { at: "" }),
    "createCustomerAtCounter.input.name": text(200, "INVALID_NAME"),
    "createCustomerAtCounter.input.email": text(320, "INVALID_EMAIL", { shape: (name) => `${name}@shop.example` }),
    "createCustomerAtCounter.input.phone": text(64, "INVALID_PHONE"),
  },
};

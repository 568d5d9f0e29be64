import { paymentOutcome } from "../../api/bad-input/payments.ts";
import type { IdRow, ModuleContract, TextRow } from "../../module-contract.ts";
import { EVERYBODY, MANAGERS } from "../page.ts";

const AT = ["recordPaymentOutcome.input", "syncFacts.input.facts.0.paymentOutcome"] as const;

function both<T>(place: string, row: T): { readonly [place: string]: T } {
  return Object.fromEntries(AT.map((at) => [`${at}.${place}`, row]));
}

export const paymentOutcomeContract: ModuleContract = {
  good: {
    uncertainPayments: ({ counter, own }) => ({ token: counter.owner, variables: { locationId: own.locationId } }),
    recordPaymentOutcome: async (stand) => ({
      ...{ token: stand.counter.manager, variables: { input: await paymentOutcome(stand) } },
    }),
  },
  callers: {
    uncertainPayments: { document: "{ uncertainPayments { count } }", may: MANAGERS },
    recordPaymentOutcome: {
      document:
        'mutation { recordPaymentOutcome(input: { id: "x", saleId: "x", paymentId: "x", state: CAPTURED, occurredAt: "2026-06-15T09:00:00Z" }) { userErrors { code } } }',
      may: EVERYBODY.slice(1),
    },
  },
  rights: {
    recordPaymentOutcome: [
      ...(["owner", "manager", "cashier", "limited owner", "limited manager"] as const),
      ...(["owner at a terminal", "manager at a terminal", "cashier at a terminal"] as const),
      "limited manager at a terminal",
    ],
  },
  ids: {
    "uncertainPayments.locationId": { kind: "loc", unknown: "null", foreign: "locationId", located: "locationId" },
    ...both<IdRow>("id", { kind: "pyo", malformed: "INVALID_ID" }),
    ...both<IdRow>("paymentId", { kind: "pay", unknown: "UNKNOWN_PAYMENT", foreign: "paymentId" }),
    ...both<IdRow>("operatorId", { kind: "stf", unknown: "", broken: "INVALID_OPERATOR", isRecorded: true }),
    "recordPaymentOutcome.input.saleId": {
      ...{ kind: "sal", unknown: "UNKNOWN_SALE" },
      ...{ foreign: "saleId", located: "saleId" },
    },
    "syncFacts.input.facts.0.paymentOutcome.saleId": { kind: "sal", unknown: "UNKNOWN_SALE", foreign: "saleId" },
  },
  texts: both<TextRow>("reason", { max: 500, code: "INVALID_REASON" }),
  instants: ["recordPaymentOutcome", "syncFacts"],
};

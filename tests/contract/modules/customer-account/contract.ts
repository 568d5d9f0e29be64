import { LIMITS } from "@pos/core/base/limits.ts";
import { customerPayment, deposit, otherPayment } from "../../api/bad-input/payments.ts";
import type { IdRow, ListRow, ModuleContract, NumberRow, TextRow } from "../../module-contract.ts";
import { EVERYBODY } from "../page.ts";

const OPERATOR = { kind: "stf", unknown: "", broken: "INVALID_OPERATOR", isRecorded: true } as const;
const METHOD = { kind: "pym", unknown: "UNKNOWN_PAYMENT_METHOD", broken: "INVALID_PAYMENT" } as const;
const AT = ["recordCustomerPayment.input", "syncFacts.input.facts.0.customerPayment"] as const;

function both<T>(place: string, row: (at: string) => T): { readonly [place: string]: T } {
  return Object.fromEntries(AT.map((at) => [`${at}.${place}`, row(at.slice(at.indexOf(".") + 1))]));
}

const MAX = Number.MAX_SAFE_INTEGER;
const amounts = (at: string): NumberRow => {
  const place = `${at}.payments.0`;
  return [
    [0, `INVALID_PAYMENT ${place}.amount`],
    [-1, `INVALID_PAYMENT ${place}.amount`],
    [LIMITS.factAmountMax + 1, `INVALID_PAYMENT ${place}.tendered, INVALID_PAYMENT ${at}.payments`],
  ];
};
const tendered = (at: string): NumberRow =>
  [0, -1, 499, -MAX].map((value) => [value, `INVALID_PAYMENT ${at}.payments.0.tendered`]);
let number = 0;
const paying = (): unknown => ({ id: `pay_${String(number++).padStart(26, "0")}`, method: "CASH", amount: 1 });

export const customerAccountContract: ModuleContract = {
  good: {
    async customerPayment(stand) {
      const input = customerPayment(stand);
      const mutation =
        "mutation ($input: RecordCustomerPaymentInput!) { recordCustomerPayment(input: $input) { userErrors { code } } }";
      await stand.counter.api.call(mutation, { token: stand.counter.manager, variables: { input } });
      return { token: stand.counter.owner, variables: { id: input.id } };
    },
    recordCustomerPayment: async (stand) =>
      [customerPayment(stand), await deposit(stand), otherPayment(stand)].map((input) => ({
        token: stand.counter.manager,
        variables: { input },
      })),
  },
  callers: {
    customerPayment: { document: '{ customerPayment(id: "x") { id } }', may: EVERYBODY },
    recordCustomerPayment: {
      document:
        'mutation { recordCustomerPayment(input: { id: "x", customerId: "x", occurredAt: "2026-06-15T09:00:00Z", payments: [] }) { userErrors { code } } }',
      may: EVERYBODY.slice(1),
    },
  },
  rights: {
    recordCustomerPayment: [
      ...(["owner", "manager", "cashier", "limited owner", "limited manager"] as const),
      ...(["owner at a terminal", "manager at a terminal", "cashier at a terminal"] as const),
      "limited manager at a terminal",
    ],
  },
  ids: {
    "customerPayment.id": { kind: "cpy", unknown: "null" },
    ...both("id", (): IdRow => ({ kind: "cpy", malformed: "INVALID_ID" })),
    ...both("payments.0.id", (): IdRow => ({ kind: "pay", malformed: "INVALID_PAYMENT" })),
    "recordCustomerPayment.input.payments.0.methodId": { ...METHOD, good: 2 },
    "syncFacts.input.facts.0.customerPayment.payments.0.methodId": { ...METHOD, isRecorded: true },
    ...both("operatorId", (): IdRow => OPERATOR),
    ...both("locationId", (): IdRow => ({ kind: "loc", unknown: "", isRecorded: true })),
    "recordCustomerPayment.input.quoteId": {
      ...{ kind: "quo", unknown: "UNKNOWN_QUOTE", malformed: "INVALID_ID", good: 1 },
    },
    // One that is unknown is recorded with an exception.
    "syncFacts.input.facts.0.customerPayment.quoteId": { kind: "quo", malformed: "INVALID_ID" },
    ...both("customerId", (): IdRow => ({ kind: "cus", unknown: "UNKNOWN_CUSTOMER", foreign: "customerId" })),
  },
  numbers: {
    "patchCustomer.input.creditLimit": [-1, LIMITS.factAmountMax + 1].map((limit) => [
      limit,
      "INVALID_AMOUNT input.creditLimit",
    ]),
    ...both("payments.0.amount", amounts),
    ...both("payments.0.tendered", tendered),
  },
  texts: {
    ...both("note", (): TextRow => ({ max: 500, code: "INVALID_NOTE", hasLines: true })),
    ...both("payments.0.reference", (): TextRow => ({ max: 100, code: "INVALID_PAYMENT" })),
  },
  lists: {
    ...both(
      "payments",
      (at): ListRow => ({
        ...{ empty: `INVALID_PAYMENT ${at}.payments`, long: 101, element: paying },
        tooLong: `INVALID_PAYMENT ${at}.payments`,
      }),
    ),
  },
  instants: ["recordCustomerPayment", "syncFacts"],
};

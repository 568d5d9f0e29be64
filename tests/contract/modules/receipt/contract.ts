import { type CallerKind, type ModuleContract, SIGNED_IN_CALLERS } from "../../module-contract.ts";
import { EVERYBODY, MANAGERS } from "../page.ts";

/** A link needs no caller: whatever token comes along is ignored. */
const ALL: readonly CallerKind[] = [
  ...(["none", "rubbish", "wrong secret", "expired operator", "expired owner", "revoked terminal"] as const),
  ...(["operator at a revoked terminal", ...EVERYBODY] as const),
];

const DOCUMENT = { kind: "sal", unknown: "UNKNOWN_DOCUMENT", foreign: "saleId", located: "saleId" } as const;

export const receiptContract: ModuleContract = {
  good: {
    receipt: ({ own, counter }) => ({
      token: counter.owner,
      variables: { factId: own.saleId, format: "TEXT_48", language: "EN", isGift: false, isCopy: true },
    }),
    electronicReceipt: async ({ own, counter }) => {
      const query = "query ($id: ID!) { sale(id: $id) { receipt { link } } }";
      const { data } = await counter.api.call(query, { token: counter.owner, variables: { id: own.saleId } });
      return { token: undefined, variables: { token: String(data.sale.receipt.link).split("/r/")[1] } };
    },
    countReceiptCopy: ({ own, counter }) => ({
      token: counter.owner,
      variables: { input: { id: counter.shop.clock.newId("rcp"), factId: own.saleId } },
    }),
    sendReceipt: ({ own, counter }) => ({
      token: counter.owner,
      variables: {
        input: {
          ...{ id: counter.shop.clock.newId("rml"), factId: own.saleId },
          ...{ recipient: "buyer@mail.example", language: "EN" },
        },
      },
    }),
    renewReceiptLink: ({ own, counter }) => ({
      token: counter.owner,
      variables: { input: { factId: own.saleId, linkGeneration: 0 } },
    }),
  },
  callers: {
    receipt: { document: 'query { receipt(factId: "x", format: TEXT_48) { content } }', may: EVERYBODY },
    electronicReceipt: { document: 'query { electronicReceipt(token: "x") { merchantName } }', may: ALL },
    countReceiptCopy: {
      document: 'mutation { countReceiptCopy(input: { id: "x", factId: "x" }) { userErrors { code } } }',
      may: EVERYBODY,
    },
    sendReceipt: {
      document: 'mutation { sendReceipt(input: { id: "x", factId: "x", recipient: "x" }) { userErrors { code } } }',
      may: EVERYBODY,
    },
    renewReceiptLink: {
      document: 'mutation { renewReceiptLink(input: { factId: "x", linkGeneration: 0 }) { userErrors { code } } }',
      may: MANAGERS,
    },
  },
  rights: {
    countReceiptCopy: SIGNED_IN_CALLERS,
    sendReceipt: SIGNED_IN_CALLERS,
    renewReceiptLink: [
      ...(["owner", "manager", "limited owner", "limited manager"] as const),
      ...(["owner at a terminal", "manager at a terminal", "limited manager at a terminal"] as const),
    ],
  },
  ids: {
    "receipt.factId": { kind: "sal", unknown: "null", foreign: "saleId", located: "saleId" },
    "countReceiptCopy.input.id": { kind: "rcp", malformed: "INVALID_ID" },
    "countReceiptCopy.input.factId": DOCUMENT,
    "sendReceipt.input.id": { kind: "rml", malformed: "INVALID_ID" },
    "sendReceipt.input.factId": DOCUMENT,
    "renewReceiptLink.input.factId": DOCUMENT,
  },
  numbers: { "renewReceiptLink.input.linkGeneration": [] },
  texts: {
    "sendReceipt.input.recipient": {
      max: 254,
      code: "INVALID_RECIPIENTS",
      at: "input.recipient",
      shape: (text) => `${text}@shop.example`,
    },
    "electronicReceipt.token": { max: 75, code: "null", at: "" },
  },
};

import type { ModuleContract } from "../../module-contract.ts";
import { EVERYBODY } from "../page.ts";

export const receiptContract: ModuleContract = {
  good: {
    receipt: ({ own, counter }) => ({
      token: counter.owner,
      variables: { factId: own.saleId, format: "TEXT_48", language: "EN", isGift: false, isCopy: true },
    }),
  },
  callers: {
    receipt: { document: 'query { receipt(factId: "x", format: TEXT_48) { content } }', may: EVERYBODY },
  },
  ids: {
    "receipt.factId": { kind: "sal", unknown: "null", foreign: "saleId", located: "saleId" },
  },
};

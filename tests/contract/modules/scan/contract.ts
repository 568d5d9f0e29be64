import type { ModuleContract } from "../../module-contract.ts";
import { EVERYBODY } from "../page.ts";

export const scanContract: ModuleContract = {
  good: {
    scannedArticle: ({ counter: { terminal: token } }) => ({ token, variables: { code: "SKU-0001" } }),
  },
  callers: {
    scannedArticle: { document: 'query { scannedArticle(code: "SKU-0001") { quantity } }', may: EVERYBODY },
  },
  texts: { "scannedArticle.code": { max: 200, code: "BAD_REQUEST", at: "" } },
};

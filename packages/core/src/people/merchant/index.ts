export type { Merchant } from "./model.ts";
export { getMerchant } from "./queries.ts";
export { merchantItem, merchantKey, merchantMaster, readMerchant } from "./records.ts";

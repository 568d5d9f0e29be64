export { merchantToChange, patchRoleLimits } from "./commands.ts";
export { type Merchant, newMerchantLimits, type RoleLimits } from "./model.ts";
export { getMerchant } from "./queries.ts";
export { merchantItem, merchantKey, merchantMaster, readMerchant } from "./records.ts";

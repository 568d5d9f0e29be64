export { merchantToChange, patchRoleLimits, updateMerchant } from "./commands.ts";
export {
  invalidCashStep,
  isCashStep,
  type Merchant,
  newMerchantLimits,
  type OwnPaymentMethod,
  type ReceiptSettings,
  type RoleLimits,
} from "./model.ts";
export { getMerchant, getMerchantToChange, getReceiptSettings } from "./queries.ts";
export {
  merchantItem,
  merchantKey,
  merchantMaster,
  merchantWrites,
  readMerchant,
  receiptSettingsMaster,
  type VersionedMerchant,
} from "./records.ts";

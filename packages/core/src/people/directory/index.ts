export { allMerchants, findActivation, findEmail } from "./queries.ts";
export {
  activationPut,
  activationUse,
  emailAttemptsKey,
  emailLock,
  formatKey,
  merchantListed,
  normalizedCode,
  normalizedEmail,
} from "./records.ts";

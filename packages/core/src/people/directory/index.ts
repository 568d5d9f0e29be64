export { allMerchants, findActivation, findEmail } from "./queries.ts";
export {
  activationPut,
  activationUse,
  emailAttemptsKey,
  emailLock,
  formatKey,
  merchantListed,
  normalizedEmail,
} from "./records.ts";

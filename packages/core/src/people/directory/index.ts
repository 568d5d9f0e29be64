export type { EmailEntry } from "./model.ts";
export { allMerchants, findActivation, findEmail } from "./queries.ts";
export {
  activationPut,
  activationUse,
  emailLock,
  formatKey,
  merchantListed,
  normalizedEmail,
} from "./records.ts";
export { type SignInSource, signInThrottle } from "./sign-in-source.ts";

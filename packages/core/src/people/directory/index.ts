export type { ActivationEntry, EmailEntry } from "./model.ts";
export { allMerchants, emailMove, findActivation, findEmail } from "./queries.ts";
export {
  activationEnd,
  activationHash,
  activationPut,
  activationUse,
  emailLock,
  formatKey,
  merchantListed,
} from "./records.ts";
export { type SignInSource, signInThrottle, sourceCount } from "./sign-in-source.ts";

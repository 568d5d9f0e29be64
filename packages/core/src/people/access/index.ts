export {
  attemptSecret,
  type Count,
  countAll,
  foreignAddressCount,
  mayAttempt,
  operatorCounts,
  takeBack,
} from "./attempts.ts";
export {
  codeLock,
  codeProblems,
  codeTaken,
  type Double,
  forgetRenewal,
  idByCode,
  putRenewal,
  raiseDoubles,
  readRenewal,
  renewCodes,
} from "./codes.ts";
export { createOnce, newSecret, requestHashOf, secretMatches } from "./commands.ts";
export { type AnyContext, authorize, authorizeGrant, type Context, covered, requireCaller } from "./context.ts";
export { hashSecret, isSecret } from "./hashing.ts";
export * from "./model.ts";
export { wasMaybeSignedIn } from "./queries.ts";
export { createWithin, limitReached, quotaCount, quotaKey } from "./quota.ts";
export * from "./records.ts";
export type { ThrottlePolicy } from "./rules.ts";
export { can, coverageAt, covering, covers, isGrantable, isGranted, permissionsOf } from "./rules.ts";

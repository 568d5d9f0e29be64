export {
  type Coded,
  codeLock,
  codeProblems,
  codeTaken,
  type Double,
  forgetRenewal,
  putRenewal,
  raiseDoubles,
  readRenewal,
  renewCodes,
} from "./codes.ts";
export { attemptSecret, createOnce, hashSecret, newSecret, requestHashOf, secretMatches } from "./commands.ts";
export { type AnyContext, authorize, authorizeGrant, type Context, covered, requireCaller } from "./context.ts";
export * from "./model.ts";
export { wasMaybeSignedIn } from "./queries.ts";
export * from "./records.ts";
export { can, coverageAt, covering, covers, permissionsOf } from "./rules.ts";

export {
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
export { type AnyContext, authorize, type Context, covered, requireCaller } from "./context.ts";
export * from "./model.ts";
export * from "./records.ts";
export { can, covering, covers } from "./rules.ts";

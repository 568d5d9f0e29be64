export { attemptSecret, type Count, countAll, foreignAddressCount, operatorCounts, takeBack } from "./attempts.ts";
export { createOnce, newSecret, requestHashOf, secretMatches } from "./commands.ts";
export { type AnyContext, authorize, type Context, covered, requireCaller } from "./context.ts";
export { hashSecret } from "./hashing.ts";
export * from "./model.ts";
export * from "./records.ts";
export type { ThrottlePolicy } from "./rules.ts";
export { can, covering, covers } from "./rules.ts";

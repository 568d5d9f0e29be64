export { attemptSecret, createOnce, hashSecret, newSecret, requestHashOf, secretMatches } from "./commands.ts";
export { type AnyContext, authorize, type Context, covered, requireCaller } from "./context.ts";
export * from "./model.ts";
export { createWithin, limitReached, quotaCount, quotaKey } from "./quota.ts";
export * from "./records.ts";
export { can, covering, covers } from "./rules.ts";

export { voidFingerprint, voidOffline, voidSale } from "./commands.ts";
export type { VoidFact, VoidInput } from "./model.ts";
export { getVoid, isVoidable } from "./queries.ts";

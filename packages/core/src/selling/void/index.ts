export { voidKind } from "./booking.ts";
export { voidFingerprint, voidOffline, voidSale } from "./commands.ts";
export { isVoid, type VoidFact, type VoidInput } from "./model.ts";
export { getVoid, isVoidable } from "./queries.ts";

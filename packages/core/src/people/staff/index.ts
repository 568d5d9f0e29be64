export { createStaff, type SignedIn, signIn, signInOperator, signOut, staffWrites } from "./commands.ts";
export type { NewStaff, Staff } from "./model.ts";
export { readStaff, staffKey } from "./records.ts";

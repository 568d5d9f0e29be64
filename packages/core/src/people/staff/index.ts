export { createStaff, setPassword, signIn, signInOperator, signOut, staffWrites } from "./commands.ts";
export { cleanStaff, hasTooShortPin, type NewStaff, pinProblems, type Staff, staffProblems } from "./model.ts";
export { findStaff, staffAfter } from "./queries.ts";
export { readStaff, staffKey, staffMaster } from "./records.ts";

export { createStaff, setPassword, signIn, signInOperator, signOut, staffWrites } from "./commands.ts";
export { cleanStaff, type NewStaff, pinProblem, type Staff, staffProblems } from "./model.ts";
export { findStaff, staffAfter } from "./queries.ts";
export { readStaff, staffKey, staffMaster } from "./records.ts";

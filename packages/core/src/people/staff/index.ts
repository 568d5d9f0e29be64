export { changePassword, changePin, ownRecord, updateAccount } from "./account.ts";
export {
  type ChangedStaff,
  deactivateStaff,
  reactivateStaff,
  setStaffPassword,
  setStaffPin,
  updateStaff,
} from "./changes.ts";
export { createStaff, setPassword, signIn, signInOperator, signOut, staffWrites } from "./commands.ts";
export { cleanStaff, hasTooShortPin, type NewStaff, pinProblems, type Staff, staffProblems } from "./model.ts";
export { findSignInWays, findStaff, isChangeable, operatorsAt, staffAfter } from "./queries.ts";
export { readStaff, staffKey, staffMaster } from "./records.ts";

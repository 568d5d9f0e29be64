import { findSignInWays, findStaff } from "@pos/core/people/staff/index.ts";
import { batched } from "../loader.ts";

export const staffLoader = batched(findStaff);

/** Not cached: a mutation may have stored a password just now. */
export const signInWaysLoader = batched(findSignInWays, { cache: false });

import { findStaff } from "@pos/core/people/staff/index.ts";
import { batched } from "../loader.ts";

export const staffLoader = batched(findStaff);

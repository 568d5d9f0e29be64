export type { Staff } from "@pos/core/people/staff/index.ts";

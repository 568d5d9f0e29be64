export type { Staff, Staff as OwnAccount } from "@pos/core/people/staff/index.ts";

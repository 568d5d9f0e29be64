import type { Module } from "../../module.ts";

export const reportModule = {
  permissions: { "report:read": { grantees: ["MANAGER", "OWNER"], description: "Read reports and the books." } },
} as const satisfies Module;

import type { Module } from "../../module.ts";

export const reportModule = {
  permissions: { "report:read": ["MANAGER", "OWNER"] },
} as const satisfies Module;

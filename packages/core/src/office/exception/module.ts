import type { Module } from "../../module.ts";

export const exceptionModule = {
  permissions: { "exception:read": ["MANAGER", "OWNER"], "exception:resolve": ["MANAGER", "OWNER"] },
  failureCodes: { UNKNOWN_EXCEPTION: "There is no such exception." },
} as const satisfies Module;

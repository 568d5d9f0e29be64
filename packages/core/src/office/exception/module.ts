import type { Module } from "../../module.ts";

export const exceptionModule = {
  permissions: {
    "exception:read": { grantees: ["MANAGER", "OWNER"], description: "Read exceptions." },
    "exception:resolve": { grantees: ["MANAGER", "OWNER"], description: "Resolve exceptions." },
  },
  failureCodes: { UNKNOWN_EXCEPTION: "There is no such exception." },
} as const satisfies Module;

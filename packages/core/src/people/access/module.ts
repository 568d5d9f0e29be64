import type { Module } from "../../module.ts";

export const accessModule = {
  idPrefixes: { ses: "session" },
  permissions: {
    "location:others": {
      grantees: ["MANAGER", "OWNER"],
      description: "Read other locations than the terminal's at a terminal.",
    },
  },
  failureCodes: {
    INVALID_CREDENTIALS: "The name or the secret is wrong.",
    LIMIT_REACHED: "The merchant has as many of these as it may have, or sends as many a day as it may.",
    TOO_MANY_ATTEMPTS: "Too many attempts; the error states when the next one is accepted.",
  },
} as const satisfies Module;

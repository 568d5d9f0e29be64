import type { Module } from "../../module.ts";
import { terminalMaster } from "./records.ts";

export const terminalModule = {
  masters: [terminalMaster],
  idPrefixes: { trm: "terminal" },
  permissions: {
    "terminal:read": { grantees: ["MANAGER", "OWNER"], description: "Read terminals." },
    "terminal:write": {
      grantees: ["MANAGER", "OWNER"],
      needs: ["DASHBOARD"],
      description: "Create, pair and revoke terminals.",
    },
    "terminal:unpair": { grantees: ["MANAGER", "OWNER"], description: "Unpair a device at the terminal itself." },
  },
  exceptionCodes: {
    CODE_TAKEN: "Two terminals, or two locations, have one code.",
    BEFORE_PAIRING: "It happened before the terminal was paired.",
    OPERATOR_NOT_SIGNED_IN: "The operator whom it names was not signed in at the terminal.",
  },
  failureCodes: {
    UNKNOWN_TERMINAL: "There is no such terminal.",
    INVALID_ACTIVATION_CODE: "The activation code is unknown, used or expired.",
    INVALID_PUBLIC_KEY: "The public key is malformed.",
  },
} as const satisfies Module;

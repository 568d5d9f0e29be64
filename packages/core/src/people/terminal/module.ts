import type { Module } from "../../module.ts";
import { terminalMaster } from "./records.ts";

export const terminalModule = {
  masters: [terminalMaster],
  idPrefixes: { trm: "terminal" },
  permissions: { "terminal:write": ["MANAGER", "OWNER"] },
  failureCodes: {
    UNKNOWN_TERMINAL: "There is no such terminal.",
    INVALID_ACTIVATION_CODE: "The activation code is unknown, used or expired.",
    INVALID_PUBLIC_KEY: "The public key is malformed.",
  },
  exceptionCodes: { CODE_TAKEN: "Two terminals, or two locations, have one code." },
} as const satisfies Module;

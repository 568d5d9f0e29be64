import type { Module } from "../../module.ts";

export const setupModule = {
  failureCodes: {
    CURRENCY_IN_USE: "Amounts are recorded in the currency.",
    TERMINAL_PAIRED: "A paired terminal may sell in the currency.",
  },
} as const satisfies Module;

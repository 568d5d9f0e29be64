import type { Module } from "../../module.ts";

export const exchangeModule = {
  idPrefixes: { exc: "exchange" },
} as const satisfies Module;

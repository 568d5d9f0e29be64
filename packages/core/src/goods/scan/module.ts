import type { Module } from "../../module.ts";

export const scanModule = {} as const satisfies Module;

import type { Module } from "../../module.ts";

export const syncModule = {} as const satisfies Module;

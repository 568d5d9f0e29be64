import { systemClock } from "@pos/functions/platform/clock.ts";

export const newId = systemClock.newId;

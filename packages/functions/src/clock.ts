import { randomBytes } from "node:crypto";
import type { Clock } from "@pos/core/base/context.ts";
import { ulid } from "@pos/core/base/id.ts";
import { formatInstant } from "@pos/core/base/time.ts";

/** Time and chance of the platform. The only place that asks it. */
export const systemClock: Clock = {
  now: () => formatInstant(Date.now()),
  newId: (prefix) => `${prefix}_${ulid(Date.now(), randomBytes(10))}`,
  randomBytes: (length) => randomBytes(length),
  random: () => Math.random(),
  sleep: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
};

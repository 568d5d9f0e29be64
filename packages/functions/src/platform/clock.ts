import { randomBytes } from "node:crypto";
import type { Clock } from "@pos/core/base/context.ts";
import { makeId } from "@pos/core/base/id.ts";
import { formatInstant } from "@pos/core/base/time.ts";

/** A busy second asks for the time thousands of times: each millisecond is written once. */
let latest = { milliseconds: Number.NaN, instant: "" };

function now(): string {
  const milliseconds = Date.now();
  if (milliseconds !== latest.milliseconds) latest = { milliseconds, instant: formatInstant(milliseconds) };
  return latest.instant;
}

/** Time and chance of the platform. The only place that asks it. */
export const systemClock: Clock = {
  now,
  newId: (prefix) => makeId(prefix, Date.now(), randomBytes(10)),
  randomBytes: (length) => randomBytes(length),
  random: () => Math.random(),
  sleep: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
};

import { randomBytes } from "node:crypto";
import type { Clock } from "@pos/core/base/context.ts";
import { makeId } from "@pos/core/base/id.ts";
import { formatInstant } from "@pos/core/base/time.ts";

/** Caches the text of the current millisecond: a busy second asks for the time thousands of times. */
let latest = { milliseconds: Number.NaN, instant: "" };

function now(): string {
  const milliseconds = Date.now();
  if (milliseconds !== latest.milliseconds) latest = { milliseconds, instant: formatInstant(milliseconds) };
  return latest.instant;
}

/** The platform's clock and random source; no other code accesses them. */
export const systemClock: Clock = {
  now,
  newId: (prefix) => makeId(prefix, Date.now(), randomBytes(10)),
  randomBytes: (length) => randomBytes(length),
  random: () => Math.random(),
  sleep: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
};

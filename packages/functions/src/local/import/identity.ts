import { createHash } from "node:crypto";
import { type IdPrefix, ulid } from "@pos/core/base/id.ts";
import { instantMilliseconds } from "@pos/core/base/time.ts";

/**
 * What is imported gets ids that follow from what it is, so that importing it again finds it: a fact's from its merchant,
 * kind, number and time; master data's from its merchant, kind and code.
 */
export function factId(
  prefix: IdPrefix,
  merchantId: string,
  { kind, number, occurredAt }: { readonly kind: string; readonly number: string; readonly occurredAt: string },
): string {
  return derivedId(prefix, instantMilliseconds(occurredAt), [merchantId, kind, number]);
}

/** Master data has no time of its own: the first day of the data set stands for it. */
const MASTER_DATA_TIME = instantMilliseconds("2010-12-01T00:00:00.000Z");

export function masterId(prefix: IdPrefix, merchantId: string, kind: string, code: string): string {
  return derivedId(prefix, MASTER_DATA_TIME, [merchantId, kind, code]);
}

/** As JSON, so that no two lists of parts run together into one text. */
function derivedId(prefix: IdPrefix, milliseconds: number, parts: readonly string[]): string {
  const digest = createHash("sha256").update(JSON.stringify(parts)).digest();
  return `${prefix}_${ulid(milliseconds, digest.subarray(0, 10))}`;
}

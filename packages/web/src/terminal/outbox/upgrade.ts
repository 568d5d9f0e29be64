import * as v from "valibot";
import { ROW_VERSION } from "./row.ts";

/** Rows of the first version were all sales, in the order of their receipt numbers, and had no version. */
const FIRST = v.looseObject({
  v: v.optional(v.never()),
  kind: v.optional(v.never()),
  sequence: v.number(),
  receipt: v.unknown(),
  cart: v.unknown(),
});

/** A stored row in the form of this version. What is none of an older version is returned as it is. */
export function upgradedRow(stored: unknown): unknown {
  const first = v.safeParse(FIRST, stored);
  if (!first.success) return stored;
  const { sequence, receipt, cart, ...common } = first.output;
  return { ...common, v: ROW_VERSION, kind: "sale", order: sequence, sale: { sequence, receipt, cart } };
}

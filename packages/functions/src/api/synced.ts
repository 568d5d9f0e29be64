import { type Failure, RequestError } from "@pos/core/base/result.ts";
import { readHead } from "@pos/core/ledger/index.ts";
import { requireCaller } from "@pos/core/people/access/index.ts";
import type { RequestContext } from "./context.ts";

/** What the answers about sales and facts that were sent have in common. */
export const SYNC_STATUS = {
  recorded: "RECORDED",
  replayed: "REPLAYED",
  quarantined: "QUARANTINED",
  full: "REJECTED",
  refused: "REJECTED",
} as const;

/** A fact's own paths start at `input`; in a batch its position in the batch is between. */
export function inBatch(...position: readonly string[]) {
  return (failure: Failure): Failure => ({ ...failure, path: ["input", ...position, ...failure.path.slice(1)] });
}

/**
 * The epoch of the ledger of the location to which the caller is bound.
 * @throws RequestError FORBIDDEN for staff at the dashboard, who are bound to none
 */
export async function epochOf(context: RequestContext): Promise<number> {
  const { table, caller } = requireCaller(context);
  if (caller.kind === "staff")
    throw new RequestError("FORBIDDEN", "This needs the token of a terminal or an operator.");
  return (await readHead(table, caller.merchantId, caller.locationId)).epoch;
}

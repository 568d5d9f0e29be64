import type { Json } from "../../base/canonical.ts";
import { isId } from "../../base/id.ts";
import { failure, ok, RequestError, type Result, refused } from "../../base/result.ts";
import { formatInstant, instantMilliseconds } from "../../base/time.ts";
import { authorize, type Context, requestHashOf } from "../../people/access/index.ts";
import { getLocation } from "../../people/location/index.ts";
import { TABLE_LIMITS } from "../../table/port/limits.ts";
import { type Item, itemsOf } from "../../table/port/port.ts";
import { sizeOf } from "../../table/port/size.ts";
import { retrying } from "../../table/port/versioned.ts";
import {
  isWaiting,
  malformedParked,
  PARKED_DAYS,
  PARKED_MAX,
  type ParkedEnd,
  type ParkedSale,
  type ParkInput,
} from "./model.ts";
import { parkedItem, parkedKey, parkedPk, readParked } from "./records.ts";

/** What became of a parked sale, and whether the same request had done it before. */
export interface ParkedChange {
  readonly parked: ParkedSale;
  readonly replayed: boolean;
}

const DAY_MILLISECONDS = 86_400_000;
/** It is one item, to which its end is added. */
const BYTES_MAX = TABLE_LIMITS.itemBytesMax - 1024;

/** Parks what is in a terminal's cart, for any terminal of its location. */
export async function parkSale(context: Context, input: ParkInput): Promise<Result<ParkedChange>> {
  authorize(context, "sale:park");
  const { table, clock, caller } = context;
  if (caller.kind === "staff") throw new RequestError("FORBIDDEN", "Sales are parked with an operator's token.");
  const problems = malformedParked(input);
  if (problems.length > 0) return refused(...problems);
  const { merchantId, locationId, terminalId } = caller;
  const key = parkedKey(merchantId, locationId, input.id);
  const requestHash = requestHashOf({ ...input, terminalId } as unknown as Json);
  const parkedAt = clock.now();
  const parked: ParkedSale = {
    ...input,
    ...{ locationId, terminalId, parkedAt },
    ...(caller.kind === "terminal" ? {} : { operatorId: caller.staffId }),
    expiresAt: formatInstant(instantMilliseconds(parkedAt) + PARKED_DAYS * DAY_MILLISECONDS),
  };
  const item = parkedItem(key, requestHash, 1, parked);
  if (sizeOf(item) > BYTES_MAX)
    return refused(
      failure("INVALID_LINES", "The texts of the lines are longer than can be parked.", ["input", "lines"]),
    );
  const before = await table.get(key);
  if (!before && (await removeOld(context, parkedPk(merchantId, locationId))) >= PARKED_MAX)
    return refused(failure("LIMIT_REACHED", `At most ${PARKED_MAX} parked sales wait at a location.`));
  const written = before === undefined && (await table.write({ op: "put", item, if: { is: "absent" } })).ok;
  if (written) return ok({ parked, replayed: false });
  const stored = await table.get(key);
  const known = stored && readParked(stored);
  if (known?.requestHash === requestHash) return ok({ parked: known.parked, replayed: true });
  return refused(failure("ID_CONFLICT", "Something else was parked with this id.", ["input", "id"]));
}

/** Removes what ended or expired as long ago as a parked sale is kept. @returns how many wait */
async function removeOld({ table, clock }: Context, pk: string): Promise<number> {
  const now = clock.now();
  const oldest = formatInstant(instantMilliseconds(now) - PARKED_DAYS * DAY_MILLISECONDS);
  let waiting = 0;
  for await (const item of itemsOf(table, pk, { beginsWith: "prk_" })) {
    const { parked } = readParked(item);
    if (isWaiting(parked, now)) waiting++;
    else if ((parked.ended?.at ?? parked.expiresAt) < oldest)
      await table.write({ op: "delete", key: { pk: item.pk, sk: item.sk } });
  }
  return waiting;
}

/**
 * Gives a parked sale to the terminal that calls: to one of all that ask at once. It is then no longer parked.
 * @param recallId the same recall again gives the same answer
 */
export async function recallParkedSale(
  context: Context,
  { id: recallId, parkedSaleId }: { readonly id: string; readonly parkedSaleId: string },
): Promise<Result<ParkedChange>> {
  authorize(context, "sale:park");
  const { caller } = context;
  if (caller.kind === "staff") throw new RequestError("FORBIDDEN", "Sales are recalled with an operator's token.");
  if (!isId("rcl", recallId)) return refused(failure("INVALID_ID", "The id is not rcl_ and a ULID.", ["input", "id"]));
  const { locationId, terminalId } = caller;
  const isSame = (ended: ParkedEnd) => ended.recallId === recallId && ended.terminalId === terminalId;
  return end(context, { locationId, id: parkedSaleId }, { as: "RECALLED", recallId }, isSame);
}

/** Removes a parked sale without selling it. At the dashboard, the location is named. */
export async function discardParkedSale(
  context: Context,
  { parkedSaleId: id, locationId: named }: { readonly parkedSaleId: string; readonly locationId?: string },
): Promise<Result<ParkedChange>> {
  authorize(context, "sale:park");
  const { caller } = context;
  const locationId = caller.kind === "staff" ? (named ?? "") : caller.locationId;
  if (caller.kind === "staff" && !(await getLocation(context, locationId)))
    return refused(failure("UNKNOWN_LOCATION", "There is no such location.", ["input", "locationId"]));
  return end(context, { locationId, id }, { as: "DISCARDED" }, ({ as }) => as === "DISCARDED");
}

async function end(
  { table, clock, caller }: Context,
  { locationId, id }: { readonly locationId: string; readonly id: string },
  how: Pick<ParkedEnd, "as" | "recallId">,
  isSame: (ended: ParkedEnd) => boolean,
): Promise<Result<ParkedChange>> {
  const path = ["input", "parkedSaleId"];
  const unknown = failure("UNKNOWN_PARKED_SALE", "There is no such parked sale at this location.", path);
  if (!isId("prk", id)) return refused(unknown);
  const key = parkedKey(caller.merchantId, locationId, id);
  return retrying(clock, "parked sale", async () => {
    const item: Item | undefined = await table.get(key);
    const stored = item && readParked(item);
    const now = clock.now();
    if (!stored || (stored.parked.ended === undefined && !isWaiting(stored.parked, now))) return refused(unknown);
    const { parked, requestHash, version } = stored;
    if (parked.ended && isSame(parked.ended)) return ok({ parked, replayed: true });
    if (parked.ended) return refused(failure("PARKED_SALE_TAKEN", "The parked sale was taken before.", path));
    const by = {
      ...(caller.kind === "staff" ? {} : { terminalId: caller.terminalId }),
      ...(caller.kind === "terminal" ? {} : { operatorId: caller.staffId }),
    };
    const ended: ParkedSale = { ...parked, ended: { ...how, at: now, ...by } };
    const { ok: isWritten } = await table.write({
      op: "put",
      item: parkedItem(key, requestHash, version + 1, ended),
      if: { is: "equal", to: { version } },
    });
    return isWritten ? ok({ parked: ended, replayed: false }) : undefined;
  });
}

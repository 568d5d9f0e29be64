import { isId } from "../../base/id.ts";
import { LIMITS } from "../../base/limits.ts";
import { RequestError } from "../../base/result.ts";
import type { FactOrigin } from "../../ledger/index.ts";
import { itemsOf, type Table } from "../../table/port/port.ts";
import { firstRecords, type ListPart, recordsById } from "../../table/records.ts";
import { type Context, covered } from "../access/index.ts";
import type { Location } from "./model.ts";
import { locationKey, locationsPk, logoKey, readLocation, readLogo } from "./records.ts";

/** Returns undefined if not found, or if the caller may not see it. */
export async function getLocation(context: Context, locationId: string): Promise<Location | undefined> {
  if (!isId("loc", locationId) || !covered(context, locationId)) return undefined;
  const item = await context.table.get(locationKey(context.caller.merchantId, locationId));
  return item && readLocation(item);
}

/** Each location in the order of the distinct ids; undefined if not found or not visible to this caller. */
export async function findLocations(context: Context, ids: readonly string[]): Promise<(Location | undefined)[]> {
  const { table, caller } = context;
  const locations = await recordsById(table, ids, {
    prefix: "loc",
    keyOf: (id) => locationKey(caller.merchantId, id),
    read: readLocation,
  });
  return locations.map((location) => (location && covered(context, location.id) ? location : undefined));
}

/** The logos that locations have of their own, in the order of the distinct ids. The caller sees the locations. */
export async function findLogos({ table, caller }: Context, ids: readonly string[]): Promise<(string | undefined)[]> {
  const keyOf = (id: string) => logoKey(caller.merchantId, id);
  const logos = await recordsById(table, ids, { prefix: "loc", keyOf, read: readLogo });
  return logos.map((found) => found?.logo);
}

/** The first locations by id that this caller may see. */
export async function locationsAfter(context: Context, part: ListPart): Promise<Location[]> {
  const { table, caller } = context;
  return firstRecords(table, locationsPk(caller.merchantId), part, (item) => {
    const location = readLocation(item);
    return covered(context, location.id) ? location : undefined;
  });
}

/** All locations that this caller may see. */
export async function listLocations(context: Context): Promise<Location[]> {
  return (await merchantLocations(context.table, context.caller.merchantId)).filter(({ id }) => covered(context, id));
}

export async function merchantLocations(table: Table, merchantId: string): Promise<Location[]> {
  const locations: Location[] = [];
  for await (const item of itemsOf(table, locationsPk(merchantId))) locations.push(readLocation(item));
  return locations;
}

/** Where and by whom a fact is made: by this caller, at this location. */
export function originAt({ caller }: Context, { id, timeZone, dayEndHour, earlierDays }: Location): FactOrigin {
  return {
    merchantId: caller.merchantId,
    locationId: id,
    timeZone,
    ...(dayEndHour === undefined ? {} : { dayEndHour }),
    ...(earlierDays === undefined ? {} : { earlierDays }),
    ...(caller.kind === "staff" ? {} : { terminalId: caller.terminalId }),
    ...(caller.kind === "terminal" ? {} : { operatorId: caller.staffId }),
  };
}

/**
 * The locations that a figure is about: one, or all that this caller may see.
 * @returns undefined: no such location for this caller
 * @throws RequestError LOCATION_REQUIRED over more than 50 locations
 */
export async function locationsAsked(
  context: Context,
  locationId: string | undefined,
): Promise<Location[] | undefined> {
  if (locationId !== undefined) {
    const location = await getLocation(context, locationId);
    return location && [location];
  }
  const locations = await listLocations(context);
  const { locationsMergedMax } = LIMITS;
  if (locations.length > locationsMergedMax)
    throw new RequestError(
      "LOCATION_REQUIRED",
      `Over more than ${locationsMergedMax} locations it is asked by location.`,
    );
  return locations;
}

import { LIMITS } from "../../base/limits.ts";
import { RequestError } from "../../base/result.ts";
import {
  type ExceptionList,
  exceptionKey,
  listExceptions as listOfLedger,
  readException,
  type StoredException,
} from "../../ledger/index.ts";
import { authorize, type Context, covered } from "../../people/access/index.ts";
import { getLocation, listLocations } from "../../people/location/index.ts";

interface ListOptions {
  readonly open: boolean;
  readonly limit: number;
  readonly before?: string;
  readonly code?: string;
}

/**
 * The manager's side of exceptions: what is open at a location, or settled, newest first.
 * @param locationId absent: of all locations that the caller may see
 * @returns undefined: no such location for this caller
 * @throws RequestError LOCATION_REQUIRED over more than 50 locations
 */
export async function listExceptions(
  context: Context,
  locationId: string | undefined,
  options: ListOptions,
): Promise<ExceptionList | undefined> {
  authorize(context, "exception:read");
  if (locationId === undefined) return exceptionsOfAll(context, options);
  if (!(await getLocation(context, locationId))) return undefined;
  return listOfLedger(context.table, context.caller.merchantId, locationId, options);
}

async function exceptionsOfAll(context: Context, options: ListOptions): Promise<ExceptionList> {
  const locations = await listLocations(context);
  if (locations.length > LIMITS.locationsMergedMax)
    throw new RequestError(
      "LOCATION_REQUIRED",
      `Over more than ${LIMITS.locationsMergedMax} locations, exceptions are listed by location.`,
    );
  const { table, caller } = context;
  const lists = await Promise.all(locations.map(({ id }) => listOfLedger(table, caller.merchantId, id, options)));
  // A list that goes on was read down to here: of what is older, some may not have been read.
  const ends = lists.flatMap(({ hasMore, end, exceptions }) =>
    hasMore ? [end ?? exceptions.at(-1)?.orderKey ?? ""] : [],
  );
  const end = ends.reduce((latest, one) => (one > latest ? one : latest), "");
  const read = lists.flatMap(({ exceptions }) => exceptions).filter(({ orderKey }) => orderKey >= end);
  read.sort((a, b) => (a.orderKey < b.orderKey ? 1 : -1));
  const { limit } = options;
  if (read.length > limit) return { exceptions: read.slice(0, limit), hasMore: true };
  return { exceptions: read, hasMore: ends.length > 0, ...(end === "" ? {} : { end }) };
}

/** An exception that this caller may see. */
export async function findException(
  context: Context,
  subject: string,
  code: string,
): Promise<StoredException | undefined> {
  const isName = (text: string) => /^[\w.]{1,100}$/.test(text);
  if (!isName(subject) || !isName(code)) return undefined;
  const item = await context.table.get(exceptionKey(context.caller.merchantId, subject, code));
  const exception = item && readException(item);
  return exception && covered(context, exception.locationId) ? exception : undefined;
}

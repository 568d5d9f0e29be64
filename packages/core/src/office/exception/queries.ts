import {
  type ExceptionList,
  exceptionKey,
  listExceptions as listOfLedger,
  readException,
  type StoredException,
} from "../../ledger/index.ts";
import { authorize, type Context, covered } from "../../people/access/index.ts";
import { getLocation } from "../../people/location/index.ts";

/**
 * The manager's side of exceptions: what is open at a location, or settled, newest first.
 * @returns undefined: no such location for this caller
 */
export async function listExceptions(
  context: Context,
  locationId: string,
  options: { readonly open: boolean; readonly limit: number; readonly before?: string; readonly code?: string },
): Promise<ExceptionList | undefined> {
  authorize(context, "exception:read");
  if (!(await getLocation(context, locationId))) return undefined;
  return listOfLedger(context.table, context.caller.merchantId, locationId, options);
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

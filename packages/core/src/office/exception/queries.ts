import {
  exceptionKey,
  listExceptions as listOfLedger,
  readException,
  type StoredException,
} from "../../ledger/index.ts";
import { authorize, type Context, covered } from "../../people/access/index.ts";
import { getLocation } from "../../people/location/index.ts";
import type { ExceptionsPage } from "./model.ts";

/** @returns undefined: no such location for this caller */
export async function listExceptions(
  context: Context,
  locationId: string,
  options: { readonly open: boolean; readonly limit: number; readonly before?: string },
): Promise<ExceptionsPage | undefined> {
  authorize(context, "exception:read");
  if (!(await getLocation(context, locationId))) return undefined;
  const { open, limit, before } = options;
  const rows = await listOfLedger(context.table, context.caller.merchantId, locationId, {
    open,
    limit: limit + 1,
    ...(before === undefined ? {} : { before }),
  });
  return { exceptions: rows.slice(0, limit), hasMore: rows.length > limit };
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

import { LIMITS } from "../../base/limits.ts";
import { failure, ok, type Result, refused } from "../../base/result.ts";
import { nameProblem } from "../../base/text.ts";
import {
  exceptionKey,
  listExceptions as listOfLedger,
  readException,
  resolutionWrite,
  type StoredException,
} from "../../ledger/index.ts";
import { authorize, type Context, covered } from "../../people/access/index.ts";
import { auditWrite } from "../../people/audit/index.ts";
import { getLocation } from "../../people/location/index.ts";
import { settleCopies } from "../../selling/sale/index.ts";

/** The manager's side of exceptions: what is open, and settling it with a note. */
export interface ExceptionsPage {
  /** From new to old. */
  readonly exceptions: readonly { readonly orderKey: string; readonly exception: StoredException }[];
  readonly hasMore: boolean;
}

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

export interface Resolution {
  readonly subject: string;
  readonly code: string;
  readonly note: string;
  readonly version: number;
}

/** Sent again, it is done already. Settling an `ID_CONFLICT` settles the copies that are kept with it. */
export async function resolveException(context: Context, input: Resolution): Promise<Result<StoredException>> {
  authorize(context, "exception:resolve");
  const { table, clock, caller } = context;
  const { merchantId } = caller;
  const problem = nameProblem(input.note, LIMITS.noteCharactersMax);
  if (problem) return refused(failure("INVALID_NOTE", `The note ${problem}.`, ["input", "note"]));
  const seen = await findException(context, input.subject, input.code);
  if (!seen) return refused(failure("UNKNOWN_EXCEPTION", "There is no such exception.", ["input", "subject"]));
  if (seen.status === "resolved" && seen.note === input.note) return ok(seen);
  const stale = failure("VERSION_CONFLICT", "The exception was changed in between.", ["input", "version"], {
    version: seen.version,
  });
  if (seen.version !== input.version || seen.status !== "open") return refused(stale);
  if (input.code === "ID_CONFLICT") await settleCopies(context, input.subject);
  const by = caller.kind === "terminal" ? caller.terminalId : caller.staffId;
  const done = await table.transact([
    resolutionWrite(merchantId, seen, { note: input.note, by, at: clock.now() }),
    auditWrite(context, merchantId, "exception:resolve", `${input.subject}#${input.code}`),
  ]);
  const after = done.ok ? await findException(context, input.subject, input.code) : undefined;
  return after ? ok(after) : resolveException(context, input);
}

async function findException(context: Context, subject: string, code: string): Promise<StoredException | undefined> {
  const isName = (text: string) => /^[\w.]{1,100}$/.test(text);
  if (!isName(subject) || !isName(code)) return undefined;
  const item = await context.table.get(exceptionKey(context.caller.merchantId, subject, code));
  const exception = item && readException(item);
  return exception && covered(context, exception.locationId) ? exception : undefined;
}

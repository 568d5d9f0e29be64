import type { Json } from "../../base/canonical.ts";
import { failure, type Result, refused } from "../../base/result.ts";
import {
  ACCOUNTS,
  type Account,
  newFact,
  type Recording,
  record,
  recordedBefore,
  recordingOf,
  roomProblem,
} from "../../ledger/index.ts";
import { authorize, type Context, requestHashOf } from "../../people/access/index.ts";
import { getLocation, originAt } from "../../people/location/index.ts";
import { getMerchant } from "../../people/merchant/index.ts";
import { journalKind } from "./booking.ts";
import { type JournalEntry, type JournalFact, journalProblems } from "./model.ts";

const CHART = new Set<string>(Object.keys(ACCOUNTS));

/** Books by hand what no other fact contains. */
export async function recordJournalEntry(
  context: Context,
  input: JournalEntry,
): Promise<Result<Recording<JournalFact>>> {
  authorize(context, "journal:write");
  const problems = journalProblems(input, CHART);
  if (problems.length > 0) return refused(...problems);
  const { table, caller } = context;
  const requestHash = requestHashOf(input as unknown as Json);
  const before = await recordedBefore<JournalFact>(table, { merchantId: caller.merchantId, id: input.id, requestHash });
  if (before) return recordingOf(before);
  const location = await getLocation(context, input.locationId);
  if (!location) return refused(failure("UNKNOWN_LOCATION", "There is no such location.", ["input", "locationId"]));
  const postings = input.postings.map(({ account, amount }) => [account as Account, amount] as const);
  const total = postings.reduce((sum, [, amount]) => sum + Math.max(amount, 0), 0);
  const noRoom = await roomProblem(
    table,
    { merchantId: caller.merchantId, ledgerId: location.id },
    [total],
    ["input", "postings"],
  );
  if (noRoom) return refused(noRoom);
  const { id, occurredAt, reason } = input;
  const { currency } = await getMerchant(table, caller.merchantId);
  const header = newFact(journalKind, originAt(context, location), {
    ...{ id, occurredAt, requestHash },
    recordedAt: context.clock.now(),
    lineCount: 0,
    mode: "online",
  });
  return recordingOf(await record(context, journalKind, { ...header, reason, currency, postings, total }));
}

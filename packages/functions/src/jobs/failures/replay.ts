import { type BookingContext, bookedParts, FACT_SK, factIdOf, readChunks } from "@pos/core/ledger/index.ts";
import type { Item, Key } from "@pos/core/table/port/port.ts";
import { bookChanges } from "../book.ts";
import { NoInvocation, readInvocation } from "./invocation.ts";
import type { FailureBox } from "./port.ts";

/** What became of one object, and of all. */
export interface Replayed {
  readonly name: string;
  /** Facts that its records name. */
  readonly facts: number;
  /** Of those: booked now (in a dry run: not booked yet), and booked before. */
  readonly booked: number;
  readonly bookedBefore: number;
  /** What cannot be booked, and why: the object stays. */
  readonly failed: readonly { readonly fact: string; readonly why: string }[];
}

/**
 * Books what readers of the stream could not, and takes away each object whose facts are all booked; one that still has a fact
 * which cannot be booked stays whole. The table says what a fact is, not the copy in the object: after a restore the table may
 * not have it, and then it must not be booked. Records that name no fact need nothing: subscribers make good what they missed
 * by their cursors. Safe to run twice, at once, and beside the readers.
 * @throws TableUnavailable, and what the box throws; what was booked until then stays booked
 */
export async function* replayFailures(
  context: BookingContext,
  box: FailureBox,
  { dryRun = false }: { readonly dryRun?: boolean } = {},
): AsyncGenerator<Replayed, void, undefined> {
  for await (const { name } of box.list()) {
    const text = await box.read(name);
    if (text === undefined) continue;
    const replayed = { name, ...(await replayOne(context, text, dryRun)) };
    if (!dryRun && replayed.failed.length === 0) await box.remove(name);
    yield replayed;
  }
}

type Outcome = Omit<Replayed, "name">;

async function replayOne(context: BookingContext, text: string, dryRun: boolean): Promise<Outcome> {
  let keys: readonly Key[];
  try {
    keys = readInvocation(text).keys.filter(({ sk }) => sk === FACT_SK);
  } catch (error) {
    if (!(error instanceof NoInvocation)) throw error;
    return { facts: 0, booked: 0, bookedBefore: 0, failed: [{ fact: "", why: error.message }] };
  }
  const failed: { fact: string; why: string }[] = [];
  const left: { readonly key: Key; readonly item: Item }[] = [];
  let bookedBefore = 0;
  for (const key of keys) {
    const standing = await standingOf(context, key);
    if (standing === "booked") bookedBefore++;
    else if (typeof standing === "string") failed.push({ fact: factIdOf(key), why: standing });
    else left.push({ key, item: standing });
  }
  const failures = dryRun ? [] : await bookChanges(context, left);
  for (const { change, error } of failures) failed.push({ fact: factIdOf(change.key), why: whyOf(error) });
  return { facts: keys.length, booked: left.length - failures.length, bookedBefore, failed };
}

/** The fact as the table has it when it is still to be booked, else that it is, or why it cannot be. */
async function standingOf({ table }: BookingContext, key: Key): Promise<Item | "booked" | string> {
  const item = await table.get(key);
  if (item === undefined)
    return "the table does not have this fact (a restore took it): its terminal sends it again, then delete this object";
  try {
    const { fact } = await readChunks(table, item);
    return (await bookedParts(table, fact)).every((entry) => entry !== undefined) ? "booked" : item;
  } catch (error) {
    return whyOf(error);
  }
}

function whyOf(error: unknown): string {
  return error instanceof Error ? `${error.name}: ${error.message.split("\n")[0]}` : String(error);
}

function nameOf(key: Key): string {
  return factIdOf(key);
}

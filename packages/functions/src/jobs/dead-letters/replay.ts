import { type BookingContext, bookedParts, FACT_SK, factIdOf, readChunks } from "@pos/core/ledger/index.ts";
import type { Item, Key } from "@pos/core/table/port/port.ts";
import { bookChanges } from "../book.ts";
import { InvalidDeadLetter, parseDeadLetter } from "./dead-letter.ts";
import type { DeadLetterStore } from "./port.ts";

/** The result of replaying one dead-letter record. */
export interface Replayed {
  readonly name: string;
  /** The number of facts that the record names. */
  readonly facts: number;
  /** Facts booked by this run (in a dry run: still to be booked) and facts that were already booked. */
  readonly booked: number;
  readonly bookedBefore: number;
  /** Facts that cannot be booked, with the reason: the dead-letter record is kept. */
  readonly failed: readonly { readonly fact: string; readonly why: string }[];
}

/**
 * Books the facts of dead-letter records and removes each record whose facts are all booked. Facts are read from the
 * table, not from the record: after a restore the table may lack a fact, and then it must not be booked. Records
 * without facts need no action, because subscribers resume from their cursors. Safe to run repeatedly, concurrently,
 * and beside the consumers.
 * @throws TableUnavailable, and the store's errors; facts booked before the error stay booked
 */
export async function* replayDeadLetters(
  context: BookingContext,
  store: DeadLetterStore,
  { dryRun = false }: { readonly dryRun?: boolean } = {},
): AsyncGenerator<Replayed, void, undefined> {
  for await (const { name } of store.list()) {
    const text = await store.read(name);
    if (text === undefined) continue;
    const replayed = { name, ...(await replayOne(context, text, dryRun)) };
    if (!dryRun && replayed.failed.length === 0) await store.remove(name);
    yield replayed;
  }
}

type Outcome = Omit<Replayed, "name">;

async function replayOne(context: BookingContext, text: string, dryRun: boolean): Promise<Outcome> {
  let keys: readonly Key[];
  try {
    keys = parseDeadLetter(text).keys.filter(({ sk }) => sk === FACT_SK);
  } catch (error) {
    if (!(error instanceof InvalidDeadLetter)) throw error;
    return { facts: 0, booked: 0, bookedBefore: 0, failed: [{ fact: "", why: error.message }] };
  }
  const failed: { fact: string; why: string }[] = [];
  const left: { readonly key: Key; readonly item: Item }[] = [];
  let bookedBefore = 0;
  for (const key of keys) {
    const state = await stateOf(context, key);
    if (state === "booked") bookedBefore++;
    else if (typeof state === "string") failed.push({ fact: factIdOf(key), why: state });
    else left.push({ key, item: state });
  }
  const failures = dryRun ? [] : await bookChanges(context, left);
  for (const { change, error } of failures) failed.push({ fact: factIdOf(change.key), why: whyOf(error) });
  return { facts: keys.length, booked: left.length - failures.length, bookedBefore, failed };
}

/** @returns the fact if it still has to be booked, "booked" if it is, or the reason why it cannot be booked */
async function stateOf({ table }: BookingContext, key: Key): Promise<Item | "booked" | string> {
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

import * as v from "valibot";
import type { Json } from "../../base/canonical.ts";
import { LIMITS } from "../../base/limits.ts";
import { type Failure, failure, present } from "../../base/result.ts";
import { exceptionCallWrite, exceptionKey, type Fact, ledgerOf, readException } from "../../ledger/index.ts";
import type { Context } from "../../people/access/index.ts";
import { recordCodec } from "../../table/port/codec.ts";
import { type Condition, type Item, itemsOf, type Key, type Table, type Write } from "../../table/port/port.ts";
import { retrying } from "../../table/port/versioned.ts";
import { COPY_SK_PREFIX, copiesPk, copyCount, copyCountKey, copyKey, copyPartKey } from "./records.ts";

/** What became of a copy. `full`: too many copies of this terminal are unresolved; none is kept, the terminal keeps it. */
export interface Quarantined {
  readonly status: "quarantined" | "full";
  readonly failures: readonly Failure[];
}

/** A copy as it was received: its input, its own fingerprint, and the terminal that sent it. */
export interface SentCopy {
  readonly input: object;
  readonly requestHash: string;
  readonly terminalId: string;
}

/**
 * A copy with the id of a stored fact and other content may be a fact that would be lost: it is kept, and an exception is
 * raised on the stored fact, which stays as it is. Sent again, it is kept once.
 */
export async function quarantine(context: Context, stored: Fact, copy: SentCopy): Promise<Quarantined> {
  const path = ["input", "id"];
  if (await keepCopy(context, stored, copy)) {
    const message = "Something else was recorded with this id; this copy is kept for a manager.";
    return { status: "quarantined", failures: [failure("ID_CONFLICT", message, path)] };
  }
  const message = "This terminal sent too many copies today, or too many wait for a manager; keep this one.";
  return { status: "full", failures: [failure("QUARANTINE_FULL", message, path)] };
}

/** @returns false when the terminal has too many unresolved copies, or has sent too many bytes of them today */
async function keepCopy(context: Context, stored: Fact, copy: SentCopy): Promise<boolean> {
  const { table, clock, caller } = context;
  const { merchantId } = caller;
  const key = copyKey(merchantId, stored.id, copy.requestHash);
  const countKey = copyCountKey(merchantId, copy.terminalId);
  const subjectKey = exceptionKey(merchantId, stored.id, "ID_CONFLICT");
  return retrying(clock, "copies of the terminal", async () => {
    const [kept, counter, exception] = await table.batchGet([key, countKey, subjectKey]);
    if (kept) return true;
    const count = copyCount(counter);
    const at = clock.now();
    const body = JSON.stringify(copy.input);
    const volume = volumeWith(counter, at.slice(0, 10), Buffer.byteLength(body));
    if (count >= LIMITS.quarantinedPerTerminalMax || volume.bytes > LIMITS.quarantinedBytesPerDayMax) return false;
    const message = `Other content with this id came from ${copy.terminalId}; it is kept as ${copy.requestHash}.`;
    const call = { subject: stored.id, code: "ID_CONFLICT", message, open: true } as const;
    const seen = exception && readException(exception);
    // A new copy raises a conflict again that was resolved before.
    const raised = exceptionCallWrite(
      merchantId,
      ledgerOf(stored),
      call,
      at,
      seen?.status === "resolved" ? { ...seen, status: "closed" } : seen,
    );
    const writes: Write[] = [
      ...copyWrites(key, { at, terminalId: copy.terminalId }, body, { is: "absent" }),
      {
        op: "put",
        item: { ...countKey, count: count + 1, ...volume },
        if: counter ? { is: "equal", to: { count } } : { is: "absent" },
      },
      ...(raised ? [raised] : []),
    ];
    return (await table.transact(writes)).ok || undefined;
  });
}

/** A copy up to this size stays in one record; a longer one is cut into parts, as facts are. */
const INLINE_CHARACTERS_MAX = 60_000;
const PART_CHARACTERS_MAX = 90_000;

function copyWrites(
  key: Key,
  fields: { readonly [field: string]: string },
  text: string,
  condition?: Condition,
): Write[] {
  const parts = text.length <= INLINE_CHARACTERS_MAX ? [] : cut(text, PART_CHARACTERS_MAX);
  const item = { ...key, ...fields, ...(parts.length === 0 ? { body: text } : { parts: parts.length }) };
  return [
    { op: "put", item, ...(condition ? { if: condition } : {}) },
    ...parts.map((body, part): Write => ({ op: "put", item: { ...copyPartKey(key, part), body } })),
  ];
}

/** Cuts a text into pieces, never between the two halves of a character. */
function cut(text: string, charactersMax: number): string[] {
  const pieces: string[] = [];
  let from = 0;
  while (from < text.length) {
    const end = from + charactersMax;
    const isWithin = end < text.length && text.charCodeAt(end - 1) >= 0xd800 && text.charCodeAt(end - 1) <= 0xdbff;
    pieces.push(text.slice(from, isWithin ? end - 1 : end));
    from = isWithin ? end - 1 : end;
  }
  return pieces;
}

async function copyText(table: Table, item: Item, parts = 0): Promise<string> {
  if (parts === 0) return String(item.body);
  const items = await table.batchGet(Array.from({ length: parts }, (_, part) => copyPartKey(item, part)));
  return items.map((part) => String(present(part, "a part of a copy").body)).join("");
}

interface Volume {
  readonly day: string;
  readonly bytes: number;
}

function volumeWith(counter: Item | undefined, day: string, bytes: number): Volume {
  return { day, bytes: bytes + (counter?.day === day ? Number(counter.bytes) : 0) };
}

/** A stored copy, as an archive contains it. */
export interface FactCopy {
  /** The key: the id of the fact, and the copy's own fingerprint. */
  readonly id: string;
  readonly requestHash: string;
  readonly at: string;
  readonly terminalId: string;
  readonly settledAt?: string;
  readonly input: Json;
}

const readStoredCopy = recordCodec(
  "quarantined copy",
  v.object({
    at: v.string(),
    terminalId: v.string(),
    settledAt: v.exactOptional(v.string()),
    parts: v.exactOptional(v.number()),
  }),
);

/** The quarantined copies of a fact of any kind. */
export async function* copiesOf(
  table: Table,
  merchantId: string,
  factId: string,
): AsyncGenerator<FactCopy, void, undefined> {
  for await (const item of itemsOf(table, copiesPk(merchantId, factId), { beginsWith: COPY_SK_PREFIX })) {
    const { at, terminalId, settledAt, parts } = readStoredCopy(item);
    const requestHash = item.sk.slice(COPY_SK_PREFIX.length);
    const input = JSON.parse(await copyText(table, item, parts)) as Json;
    yield { id: factId, requestHash, at, terminalId, ...(settledAt === undefined ? {} : { settledAt }), input };
  }
}

/** Copies as they were elsewhere, and how many of each terminal wait. */
export function copyPuts(merchantId: string, copies: readonly FactCopy[]): Write[] {
  const waiting = new Map<string, number>();
  const puts = copies.flatMap(({ id, requestHash, input, ...copy }): Write[] => {
    if (copy.settledAt === undefined) waiting.set(copy.terminalId, (waiting.get(copy.terminalId) ?? 0) + 1);
    return copyWrites(copyKey(merchantId, id, requestHash), copy, JSON.stringify(input));
  });
  const counts = [...waiting].map(
    ([terminalId, count]): Write => ({ op: "put", item: { ...copyCountKey(merchantId, terminalId), count } }),
  );
  return [...puts, ...counts];
}

const SETTLED_AT_ONCE = 20;

/** Marks a fact's copies as resolved: they no longer count against their terminals. They stay stored. */
export async function settleCopies(context: Context, factId: string): Promise<void> {
  const { table, clock, caller } = context;
  const pk = copiesPk(caller.merchantId, factId);
  let after: string | undefined;
  do {
    const from = after === undefined ? {} : { after };
    // When a terminal sends another copy at this moment, its count changes: the page is read again.
    const page = await retrying(clock, "copies of the fact", async () => {
      const read = await table.query({
        pk,
        range: { beginsWith: COPY_SK_PREFIX },
        limit: SETTLED_AT_ONCE,
        ...from,
      });
      const waiting = read.items.filter(({ settledAt }) => settledAt === undefined);
      return waiting.length === 0 || (await settle(context, waiting)) ? read : undefined;
    });
    after = page.next;
  } while (after !== undefined);
}

async function settle({ table, clock, caller }: Context, copies: readonly Item[]): Promise<boolean> {
  const { merchantId } = caller;
  const terminals = [...new Set(copies.map(({ terminalId }) => String(terminalId)))];
  const counters = await table.batchGet(terminals.map((terminalId) => copyCountKey(merchantId, terminalId)));
  const settledAt = clock.now();
  const { ok } = await table.transact([
    ...copies.map(
      ({ pk, sk }): Write => ({ op: "update", key: { pk, sk }, set: { settledAt }, if: { is: "present" } }),
    ),
    ...terminals.map((terminalId, index): Write => {
      const counter = counters[index];
      const count = copyCount(counter);
      const settled = copies.filter((copy) => copy.terminalId === terminalId).length;
      return {
        op: "put",
        item: { ...counter, ...copyCountKey(merchantId, terminalId), count: count - settled },
        if: { is: "equal", to: { count } },
      };
    }),
  ]);
  return ok;
}

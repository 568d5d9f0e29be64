import { asBinary } from "lmdb";
import { joined } from "../port/order.ts";
import type { Item, Reason, StreamFilter, TransactResult, Write, WriteResult } from "../port/port.ts";
import { copyWrite, holds, indexKey, updated } from "../port/rules.ts";
import { keyOf } from "../port/validate.ts";
import type { Databases } from "./databases.ts";
import { indexKeyText, numberKey, ttlKey } from "./keys.ts";

/**
 * A write to LMDB in three steps: `prepare` at the call (encodes, which copies what the caller may change later),
 * `plan` inside the commit (checks conditions and computes results, no puts), `put` (no conditions).
 */
export interface Prepared {
  readonly write: Write;
  /** The key as one string. */
  readonly name: string;
  /** The item that a put will store. */
  readonly next: Stored | undefined;
  readonly isLogged: boolean;
}

/** An item in stored form, with its index keys and expiry. */
interface Stored {
  readonly bytes: Buffer;
  readonly indexKeys: IndexKeys;
}

interface IndexKeys {
  readonly gsi1: string | undefined;
  readonly gsi2: string | undefined;
  readonly ttl: number | undefined;
}

interface Plan {
  readonly holds: boolean;
  /** The current item, if it had to be read. */
  readonly current: Item | undefined;
  /** The new item; undefined for a delete. */
  readonly next: Stored | undefined;
}

/** State that each commit changes. */
export interface LogState {
  nextSequence: number;
  hasGrown: boolean;
}

const NOT_INDEXED: IndexKeys = { gsi1: undefined, gsi2: undefined, ttl: undefined };
const EMPTY = asBinary(Buffer.alloc(0));
/** Sequence numbers only increase, so LMDB can append without a search and fill its pages. */
const APPEND = { append: true };

export function prepare(databases: Databases, filter: StreamFilter, write: Write): Prepared {
  const { pk, sk } = keyOf(write);
  const name = joined({ pk, sk });
  const isLogged = write.op !== "check" && filter.some((prefix) => sk.startsWith(prefix));
  if (write.op !== "put") return { write: copyWrite(write), name, next: undefined, isLogged };
  const next = stored(databases, write.item);
  // The item need not be kept: its encoded bytes are the copy.
  const condition = write.if?.is === "equal" ? { is: write.if.is, to: { ...write.if.to } } : write.if;
  const copy: Write = { op: "put", item: { pk, sk }, ...(condition === undefined ? {} : { if: condition }) };
  return { write: copy, name, next, isLogged };
}

export function writeOne(databases: Databases, log: LogState, prepared: Prepared): WriteResult {
  const plan = planOf(databases, prepared);
  if (!plan.holds) return { ok: false, item: plan.current ?? databases.getItem(prepared.name) };
  put(databases, log, prepared, plan);
  return { ok: true };
}

export function writeAll(databases: Databases, log: LogState, writes: readonly Prepared[]): TransactResult {
  const plans = writes.map((prepared) => planOf(databases, prepared));
  if (plans.some((plan) => !plan.holds)) {
    return { ok: false, reasons: plans.map((plan): Reason => (plan.holds ? "none" : "condition")) };
  }
  for (const [index, plan] of plans.entries()) {
    const prepared = writes[index];
    if (prepared !== undefined && prepared.write.op !== "check") put(databases, log, prepared, plan);
  }
  return { ok: true };
}

function planOf(databases: Databases, prepared: Prepared): Plan {
  const { write, name, next } = prepared;
  if (write.if?.is === "absent") {
    // The most frequent write of a sale: it decodes no item and removes no index key.
    const isAbsent = !databases.items.doesExist(name);
    const result = isAbsent && write.op === "update" ? stored(databases, updated(undefined, write)) : next;
    return { holds: isAbsent, current: undefined, next: result };
  }
  const current = databases.getItem(name);
  if (!holds(write.if, current)) return { holds: false, current, next: undefined };
  const result = write.op === "update" ? stored(databases, updated(current, write)) : next;
  return { holds: true, current, next: result };
}

function put(databases: Databases, log: LogState, prepared: Prepared, plan: Plan): void {
  const { name } = prepared;
  const { next, current } = plan;
  if (next === undefined && current === undefined) return;
  if (next === undefined) databases.items.removeSync(name);
  else databases.items.putSync(name, asBinary(next.bytes));
  const from = current === undefined ? NOT_INDEXED : indexKeysOf(current);
  const to = next === undefined ? NOT_INDEXED : next.indexKeys;
  if (from.gsi1 !== to.gsi1) move(databases.gsi1, from.gsi1, to.gsi1);
  if (from.gsi2 !== to.gsi2) move(databases.gsi2, from.gsi2, to.gsi2);
  if (from.ttl !== to.ttl) {
    if (from.ttl !== undefined) databases.ttl.removeSync(ttlKey(from.ttl, name));
    if (to.ttl !== undefined) databases.ttl.putSync(ttlKey(to.ttl, name), EMPTY);
  }
  if (!prepared.isLogged) return;
  databases.changes.putSync(numberKey(log.nextSequence), asBinary(Buffer.from(name)), APPEND);
  log.nextSequence += 1;
  log.hasGrown = true;
}

function move(index: Databases["gsi1"], from: string | undefined, to: string | undefined): void {
  if (from !== undefined) index.removeSync(from);
  if (to !== undefined) index.putSync(to, EMPTY);
}

function stored(databases: Databases, item: Item): Stored {
  return { bytes: databases.encode(item), indexKeys: indexKeysOf(item) };
}

function indexKeysOf(item: Item): IndexKeys {
  const gsi1 = indexKey(item, "gsi1");
  const gsi2 = indexKey(item, "gsi2");
  return {
    gsi1: gsi1 === undefined ? undefined : indexKeyText(gsi1),
    gsi2: gsi2 === undefined ? undefined : indexKeyText(gsi2),
    ttl: item.ttl,
  };
}

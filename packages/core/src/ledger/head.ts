import { LIMITS } from "../base/limits.ts";
import { type Failure, failure } from "../base/result.ts";
import { tenantPk } from "../table/port/keys.ts";
import type { Item, Key, Table, Write } from "../table/port/port.ts";
import { ledgerPk } from "./balance.ts";
import type { Account, Posting } from "./chart.ts";
import { cursorOf, type Entry, type EventKind, entryHash } from "./entry.ts";
import type { LedgerRef } from "./ref.ts";

/**
 * The head of a ledger: the position of the last entry, and the trial balance so far. Every booking replaces it on condition
 * that it is unchanged since it was read (compare-and-set), so the bookings of one location are serial.
 */
export interface Head {
  /** Whether the table has it: a new ledger's head is absent until the first booking. */
  readonly stored: boolean;
  /** 1, and one more with every restore; positions go on. */
  readonly epoch: number;
  /** Of the last entry; 0 before the first. */
  readonly position: number;
  /** Of the last entry; "" before the first. */
  readonly hash: string;
  /** Every account's balance, debit above zero: they sum to zero. */
  readonly accounts: { readonly [account in Account]?: number };
  /** The cursor of the last event of each kind. */
  readonly events: { readonly [kind in EventKind]?: string };
}

export const NEW_HEAD: Head = { stored: false, epoch: 1, position: 0, hash: "", accounts: {}, events: {} };

export function headKey(merchantId: string, ledgerId: string): Key {
  return { pk: ledgerPk(merchantId, ledgerId), sk: HEAD_SK };
}

export const HEAD_SK = "HEAD";

export async function readHead(table: Table, merchantId: string, ledgerId: string): Promise<Head> {
  const item = await table.get(headKey(merchantId, ledgerId));
  return item ? headOf(item) : NEW_HEAD;
}

/**
 * What is acknowledged must be booked some day, so an amount is refused that the sums of its ledger have no room for: half of
 * what a number holds exactly is left for the entries that are still to be booked. Reads the head for large amounts only.
 * @param amounts what the fact moves at most on an account, minor units
 */
export async function roomProblem(
  table: Table,
  { merchantId, ledgerId }: LedgerRef,
  amounts: readonly number[],
  path: readonly string[],
): Promise<Failure | undefined> {
  const amount = Math.max(...amounts.map(Math.abs));
  if (amount < LIMITS.sumsCheckedFrom) return undefined;
  const { accounts } = await readHead(table, merchantId, ledgerId);
  const max = Number.MAX_SAFE_INTEGER / 2;
  if (Object.values(accounts).every((sum) => Math.abs(sum) + amount <= max)) return undefined;
  const message =
    "The sums of this location would come to more than 2^53-1 minor units, the most that is counted exactly.";
  return failure("AMOUNT_TOO_LARGE", message, path);
}

function headOf(item: Item): Head {
  return {
    stored: true,
    epoch: Number(item.epoch),
    position: Number(item.position),
    hash: String(item.hash),
    accounts: item.accounts as Head["accounts"],
    events: item.events as Head["events"],
  };
}

/** Replaces the head, on condition that it is still what was read. */
export function headWrite(key: Key, from: Head, to: Head): Write {
  const { epoch, position, hash, accounts, events } = to;
  return {
    op: "put",
    item: { ...key, epoch, position, hash, accounts: { ...accounts }, events: { ...events } },
    if: from.stored
      ? { is: "equal", to: { epoch: from.epoch, position: from.position, hash: from.hash } }
      : { is: "absent" },
  };
}

/** A restore raises the epoch, of a ledger without entries too: a terminal that sees it rise sends again what it still has. */
export function raisedEpochWrite(key: Key, head: Head, above = 0): Write {
  return headWrite(key, head, { ...head, epoch: Math.max(head.epoch, above) + 1 });
}

/** The second write marks the ledger as raised for this restore: if its condition fails, that was done before. */
export function raisedEpochWrites(
  ledger: LedgerRef,
  head: Head,
  { restore, above }: { readonly restore: string; readonly above: number },
): readonly [head: Write, mark: Write] {
  const { merchantId, ledgerId } = ledger;
  return [
    raisedEpochWrite(headKey(merchantId, ledgerId), head, above),
    { op: "put", item: { ...raisedMarkKey(ledger, restore) }, if: { is: "absent" } },
  ];
}

export function raisedMarkKey({ merchantId, ledgerId }: LedgerRef, restore: string): Key {
  return { pk: tenantPk(merchantId, "RESTORE", restore), sk: ledgerId };
}

/** The head after an entry. */
export function nextHead(head: Head, entry: Entry, item: Item): Head {
  const cursor = cursorOf(entry.epoch, entry.position);
  const events: { [kind in EventKind]?: string } = { ...head.events };
  for (const kind of Object.keys(entry.events ?? {}) as EventKind[]) events[kind] = cursor;
  return {
    stored: head.stored,
    epoch: entry.epoch,
    position: entry.position,
    hash: entryHash(item),
    accounts: addPostings(head.accounts, entry.postings),
    events,
  };
}

function addPostings(accounts: Head["accounts"], postings: readonly Posting[]): Head["accounts"] {
  const sums: { [account in Account]?: number } = { ...accounts };
  for (const [account, amount] of postings) sums[account] = (sums[account] ?? 0) + amount;
  return sums;
}

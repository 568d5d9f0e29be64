import { longId, shortId } from "../base/id.ts";
import type { EventKind, IdPrefix } from "../generated/names.ts";
import { padded, tenantPk } from "../table/port/keys.ts";
import type { Item, Key } from "../table/port/port.ts";
import type { Posting } from "./chart.ts";
import { ENTRY_SK_PREFIX, factIdOf } from "./fact.ts";
import { sha256 } from "./hash.ts";

/**
 * An entry books one part of one fact at one position of one ledger. It exists once because its key follows from the fact's
 * id and its part. The body does not repeat what the keys contain; the hash covers both.
 */
export interface Entry {
  readonly merchantId: string;
  readonly ledgerId: string;
  readonly epoch: number;
  readonly position: number;
  readonly factId: string;
  readonly part: number;
  readonly kind: string;
  readonly day: string;
  /** Of the fact; first parts only, where lists sort by it. */
  readonly occurredAt?: string;
  /** The record hash of the fact it books, and the hash of the entry before it in this ledger ("" for the first). */
  readonly record: string;
  readonly previous: string;
  /** Of the fact: they decide the layout of the stored body too. */
  readonly rules: number;
  readonly terminalId?: string;
  readonly postings: readonly Posting[];
  /** What modules add, each under its own key; read and made by the module's `entryPart`. */
  readonly modules: ModuleParts;
  /** For each event that this entry is: the cursor of the event of the same kind before it in this ledger. */
  readonly events?: { readonly [kind in EventKind]?: string | null };
  /** Exceptions that this entry opened: subject and code. */
  readonly exceptions?: readonly (readonly [subject: string, code: string])[];
}

/** What subscriptions deliver, as modules declare it. */
export { EVENT_KINDS, type EventKind } from "../generated/names.ts";

/** By the key of the module's part. */
export type ModuleParts = { readonly [key: string]: unknown };

/** The parts of several modules, in this order. Key by key: every entry passes through here, and spreading is slow. */
export function joinedParts(parts: readonly ModuleParts[]): ModuleParts {
  const joined: { [key: string]: unknown } = {};
  for (const part of parts) for (const key in part) joined[key] = part[key];
  return joined;
}

/** A module's own part of entries, stored as JSON under a short key, because every byte of an entry is paid for. */
export interface EntryPart<T> {
  of(entry: { readonly modules: ModuleParts }): T | undefined;
  with(value: T): ModuleParts;
}

/** How a module's part is stored. */
export interface PartCodec<T, S> {
  encode(value: T): S;
  decode(stored: S): T;
}

/** Defines a module's part of entries. What it stores may grow by addition only: entries are read for ever. */
export function entryPart<T, S>(key: string, { encode, decode }: PartCodec<T, S>): EntryPart<T> {
  return {
    // Only this module writes under its key.
    of: ({ modules }) => (modules[key] === undefined ? undefined : decode(modules[key] as S)),
    with: (value) => ({ [key]: encode(value) }),
  };
}

/** A part that is stored as it is. */
export function plainPart<T>(key: string): EntryPart<T> {
  return entryPart<T, T>(key, { encode: (value) => value, decode: (stored) => stored });
}

/** A part that is one id. */
export function idPart(key: string, prefix: IdPrefix): EntryPart<string> {
  return entryPart<string, string>(key, {
    encode: (id) => shortId(prefix, id),
    decode: (text) => longId(prefix, text),
  });
}

export function entryKey(merchantId: string, factId: string, part: number): Key {
  return { pk: tenantPk(merchantId, factId), sk: `${ENTRY_SK_PREFIX}${padded(part, 4)}` };
}

/** What an entry sold, with tax, minor units: below zero where goods came back. */
export function soldOf(entry: Entry): number {
  let sold = 0;
  for (const [account, amount] of entry.postings) if (account === "revenue" || account === "taxPayable") sold -= amount;
  return sold;
}

/** How one entry names another: its fact and, beyond the first, its part. */
export function entryReference(factId: string, part: number): string {
  return part === 0 ? factId : `${factId}.${part}`;
}

/** @returns undefined for a text that is no reference */
export function parseEntryReference(reference: string): { readonly factId: string; readonly part: number } | undefined {
  const [, factId, part = "0"] = /^([a-z]{3}_[0-9A-Z]{26})(?:\.(\d{1,4}))?$/.exec(reference) ?? [];
  return factId === undefined ? undefined : { factId, part: Number(part) };
}

/** Epoch, then position, both padded, so that cursors compare as strings. */
export function cursorOf(epoch: number, position: number): string {
  return `${padded(epoch, EPOCH_DIGITS)}-${padded(position, POSITION_DIGITS)}`;
}

/** Takes any text: what is no cursor has NaN. */
export function parseCursor(cursor: string): { readonly epoch: number; readonly position: number } {
  const dash = cursor.indexOf("-");
  return {
    epoch: Number(cursor.slice(0, Math.max(0, dash)) || Number.NaN),
    position: Number(cursor.slice(dash + 1) || Number.NaN),
  };
}

const EPOCH_DIGITS = 4;
const POSITION_DIGITS = 12;

/** A cursor in a body need not sort, so it is stored without its zeros: "1-42". */
export function shortCursor(cursor: string | null): string | null {
  return cursor === null ? null : `${Number(cursor.slice(0, EPOCH_DIGITS))}-${Number(cursor.slice(EPOCH_DIGITS + 1))}`;
}

/** Takes any value: `verify` reads altered entries too. */
export function longCursor(short: string | null): string | null {
  if (short === null) return null;
  const [epoch = "", position = ""] = String(short).split("-");
  return `${epoch.padStart(EPOCH_DIGITS, "0")}-${position.padStart(POSITION_DIGITS, "0")}`;
}

export function entriesIndexPk(merchantId: string, ledgerId: string): string {
  return tenantPk(merchantId, "E", ledgerId);
}

/** First parts of one kind of fact at a location, as lists show them: by business day, then when it happened, then id. */
export function dayIndexPk(merchantId: string, ledgerId: string, kind: string): string {
  return tenantPk(merchantId, "D", ledgerId, kind);
}

export function dayIndexSk(day: string, occurredAt: string, factId: string): string {
  return `${day}#${occurredAt}#${factId}`;
}

/** What the keys of an entry contain. */
export interface EntryKeys {
  readonly merchantId: string;
  readonly ledgerId: string;
  /** Epoch and position as one text that sorts. */
  readonly cursor: string;
  readonly epoch: number;
  readonly position: number;
  readonly factId: string;
  readonly part: number;
  /** First parts only. */
  readonly kind?: string;
  readonly day?: string;
  readonly occurredAt?: string;
}

/** Undoes the keys of `entryWith`; takes any item, because `verify` reads altered entries too. */
export function parseEntryKeys(item: Item): EntryKeys {
  const [merchantId = "", , ledgerId = ""] = (item.gsi1pk ?? "").split("#");
  const cursor = item.gsi1sk ?? "";
  const part = Number(item.sk.slice(ENTRY_SK_PREFIX.length));
  const keys = { merchantId, ledgerId, cursor, ...parseCursor(cursor), factId: factIdOf(item), part };
  if (part !== 0) return keys;
  const [, , , kind = ""] = (item.gsi2pk ?? "").split("#");
  const [day = "", occurredAt = ""] = (item.gsi2sk ?? "").split("#");
  return { ...keys, kind, day, occurredAt };
}

/** An entry's item; a first part is in the day's list too. */
export function entryWith(entry: Entry, body: string): Item {
  const { merchantId, ledgerId, epoch, position, factId, part, kind, day, occurredAt } = entry;
  const { pk, sk } = entryKey(merchantId, factId, part);
  const gsi1pk = entriesIndexPk(merchantId, ledgerId);
  const gsi1sk = cursorOf(epoch, position);
  // In the order in which attributes were always written: a table that keeps them as they come keeps every byte.
  if (part !== 0 || occurredAt === undefined) return { pk, sk, gsi1pk, gsi1sk, body };
  const gsi2pk = dayIndexPk(merchantId, ledgerId, kind);
  return { pk, sk, gsi1pk, gsi1sk, body, gsi2pk, gsi2sk: dayIndexSk(day, occurredAt, factId) };
}

/** What the next entry must hold as `previous`, and the head as `hash`: over the keys and the body, as stored. */
export function entryHash(item: Item): string {
  return sha256(
    JSON.stringify([
      item.pk,
      item.sk,
      item.gsi1pk,
      item.gsi1sk,
      item.gsi2pk ?? null,
      item.gsi2sk ?? null,
      item.body ?? null,
    ]),
  );
}

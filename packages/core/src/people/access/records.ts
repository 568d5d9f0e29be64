import * as v from "valibot";
import type { Json } from "../../base/canonical.ts";
import { type Id, type IdPrefix, isId } from "../../base/id.ts";
import { LIMITS } from "../../base/limits.ts";
import { instantMilliseconds } from "../../base/time.ts";
import { idOf, recordCodec } from "../../table/port/codec.ts";
import { tenantPk } from "../../table/port/keys.ts";
import type { Item, Key, Table, Write } from "../../table/port/port.ts";

/**
 * Tokens are `kind.merchant.subject.session.secret`: they carry the merchant's id before their secret, so that every read
 * they cause has a tenant. Only the secret's hash is stored; a secret has 256 random bits, so a plain hash is enough.
 */
export interface Token {
  readonly kind: "terminal" | "operator" | "staff";
  readonly merchantId: string;
  readonly terminalId?: string;
  readonly staffId?: string;
  readonly sessionId?: Id<"ses">;
  readonly secret: string;
}

const KINDS = { t: "terminal", o: "operator", s: "staff" } as const;
const LETTERS = { terminal: "t", operator: "o", staff: "s" } as const;

export function formatToken({ kind, merchantId, terminalId, staffId, sessionId, secret }: Token): string {
  return [LETTERS[kind], merchantId, terminalId, staffId, sessionId, secret].join(".");
}

/** Undefined: not one of ours. The parts are looked up by key, so a made-up one finds nothing. */
export function parseToken(text: string): Token | undefined {
  if (text.length > 300) return undefined;
  const match = /^([tos])\.([^.]*)\.([^.]*)\.([^.]*)\.([^.]*)\.([\w-]{43})$/.exec(text);
  if (!match) return undefined;
  const [, letter = "", merchantId = "", terminalId = "", staffId = "", sessionId = "", secret = ""] = match;
  if (!isId("mer", merchantId)) return undefined;
  if (!isIdOrEmpty("trm", terminalId) || !isIdOrEmpty("stf", staffId) || !isIdOrEmpty("ses", sessionId))
    return undefined;
  return {
    ...{ kind: KINDS[letter as keyof typeof KINDS], merchantId, secret },
    ...(terminalId === "" ? {} : { terminalId }),
    ...(staffId === "" ? {} : { staffId }),
    ...(sessionId === "" ? {} : { sessionId }),
  };
}

function isIdOrEmpty<P extends IdPrefix>(prefix: P, text: string): text is Id<P> | "" {
  return text === "" || isId(prefix, text);
}

/** A record of master data as a line of an export: its fields by name, never a secret. */
export interface MasterRecord {
  readonly id: string;
  readonly [field: string]: Json | undefined;
}

/** How one kind of master data leaves by an export and comes back by an import. */
export interface MasterKind {
  readonly record: string;
  /** All of a merchant's, in the order of their keys. */
  readonly read: (table: Table, merchantId: string) => AsyncGenerator<MasterRecord, void, undefined>;
  /** The record itself, on condition that it is absent, and the items beside it: its uniqueness records, its list entry. */
  readonly writes: (merchantId: string, record: MasterRecord) => Write[];
}

/** An item without its keys and without the attributes that are not exported. */
export function masterRecord(item: Item, staying: readonly string[] = []): MasterRecord {
  const left = new Set([...KEY_ATTRIBUTES, ...staying]);
  const fields = Object.entries(item).filter(([name]) => !left.has(name));
  return { id: item.sk, ...Object.fromEntries(fields) };
}

const KEY_ATTRIBUTES = ["pk", "sk", "gsi1pk", "gsi1sk", "gsi2pk", "gsi2sk"];

/** A record as a new item under its key. */
export function masterPut(key: Key, { ...fields }: Omit<MasterRecord, "id"> & { readonly id?: string }): Write {
  return { op: "put", item: { ...fields, ...key } as Item, if: { is: "absent" } };
}

/** A signed-in person: at the dashboard (`staffId`), or at a terminal (`terminalId` and `staffId`). */
export interface Session {
  readonly sessionId: Id<"ses">;
  readonly staffId: string;
  readonly terminalId?: string;
  /** Which of the terminal's credentials opened it: pairing a terminal again ends its operators' sessions. */
  readonly credentialVersion?: number;
  readonly secretHash: string;
  readonly expiresAt: string;
}

export function sessionKey(merchantId: string, staffId: string, sessionId: Id<"ses">): Key {
  return { pk: sessionsPk(merchantId, staffId), sk: sessionId };
}

export function sessionsPk(merchantId: string, staffId: string): string {
  return tenantPk(merchantId, "SESSION", staffId);
}

export function sessionItem(merchantId: string, session: Session): Item {
  const ttl = Math.ceil(Date.parse(session.expiresAt) / 1000);
  return { ...sessionKey(merchantId, session.staffId, session.sessionId), ttl, ...session };
}

export const readSession: (item: Item) => Session = recordCodec(
  "session",
  v.object({
    sessionId: idOf("ses"),
    staffId: v.string(),
    terminalId: v.exactOptional(v.string()),
    credentialVersion: v.exactOptional(v.number()),
    secretHash: v.string(),
    expiresAt: v.string(),
  }),
);

/**
 * Who signed in at a terminal and when. It is kept longer than the session, so that what a terminal sends days later can be
 * compared with it.
 */
export interface SignIn {
  readonly staffId: string;
  readonly at: string;
}

/** Facts may be days late on top of the days that an operator stays signed in without a connection. */
const SIGN_INS_KEPT_DAYS = 4 * LIMITS.offlineDays;

export function signInWrite(merchantId: string, terminalId: string, { staffId, at }: SignIn): Write {
  const ttl = Math.ceil(instantMilliseconds(at) / 1000) + SIGN_INS_KEPT_DAYS * 86_400;
  return { op: "put", item: { pk: signInsPk(merchantId, terminalId), sk: `${at}#${staffId}`, ttl } };
}

export function signInsPk(merchantId: string, terminalId: string): string {
  return tenantPk(merchantId, "SESSION", terminalId);
}

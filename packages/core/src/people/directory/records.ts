import * as v from "valibot";
import { asciiAddress, writtenEmail } from "../../base/email.ts";
import { sha256 } from "../../ledger/index.ts";
import { recordCodec } from "../../table/port/codec.ts";
import { directoryPk } from "../../table/port/keys.ts";
import type { Item, Key, Write } from "../../table/port/port.ts";
import type { ActivationEntry, EmailEntry } from "./model.ts";

/** The only keys without a tenant. Addresses and codes are hashed: the table is no address book. */
export function emailKey(email: string): Key {
  return { pk: directoryPk("email", sha256(normalizedEmail(email))), sk: "EMAIL" };
}

/** Where the address is, if it was stored before domains were compared as mail servers take them. */
export function writtenEmailKey(email: string): Key {
  return { pk: directoryPk("email", sha256(writtenEmail(email))), sk: "EMAIL" };
}

export function activationKey(code: string): Key {
  return activationKeyOf(activationHash(code));
}

function activationKeyOf(codeHash: string): Key {
  return { pk: directoryPk("activation", codeHash), sk: "CODE" };
}

/** What the terminal's record keeps of its code. */
export function activationHash(code: string): string {
  return sha256(normalizedCode(code));
}

/** The shape of the whole table, which is no merchant's. */
export function formatKey(): Key {
  return { pk: directoryPk("format"), sk: "FORMAT" };
}

export const MERCHANT_SHARDS = 16;

/** The list of merchants is spread over shards, so that signing up is no hot key. */
function merchantListKey(merchantId: string): Key {
  return { pk: merchantShardPk(Number.parseInt(sha256Hex(merchantId), 16) % MERCHANT_SHARDS), sk: merchantId };
}

export function merchantShardPk(shard: number): string {
  return directoryPk("merchants", String(shard));
}

function sha256Hex(text: string): string {
  return Buffer.from(sha256(text), "base64url").toString("hex").slice(0, 8);
}

/** Addresses are compared without case and with the domain encoded; two spellings never mean two people. */
export function normalizedEmail(email: string): string {
  const address = email.trim();
  return (asciiAddress(address) ?? address).toLowerCase();
}

/** Codes are read from a screen and typed: dashes, spaces, width and look-alike letters do not matter. */
function normalizedCode(code: string): string {
  return code.normalize("NFKC").toUpperCase().replace(/[\s-]/g, "").replace(/O/g, "0").replace(/[IL]/g, "1");
}

/** Takes an address for a staff member: refused where another one has it. */
export function emailLock(email: string, entry: EmailEntry): Write {
  return { op: "put", item: { ...emailKey(email), ...entry }, if: { is: "absent" } };
}

export const readActivation: (item: Item) => ActivationEntry = recordCodec(
  "activation code",
  v.object({
    merchantId: v.string(),
    terminalId: v.string(),
    isNamed: v.exactOptional(v.literal(true)),
    expiresAt: v.exactOptional(v.string()),
  }),
);

export function activationPut(code: string, entry: ActivationEntry): Write {
  const ttl = entry.expiresAt === undefined ? {} : { ttl: Math.ceil(Date.parse(entry.expiresAt) / 1000) };
  return { op: "put", item: { ...activationKey(code), ...entry, ...ttl }, if: { is: "absent" } };
}

/** Ends a code that may be used or expired already. */
export function activationEnd(codeHash: string): Write {
  return { op: "delete", key: activationKeyOf(codeHash) };
}

/** Uses a code up: fails when another device was faster. */
export function activationUse(code: string): Write {
  return { op: "delete", key: activationKey(code), if: { is: "present" } };
}

export function merchantListed(merchantId: string): Write {
  return { op: "put", item: { ...merchantListKey(merchantId) } };
}

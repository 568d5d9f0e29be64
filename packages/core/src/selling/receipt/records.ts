import { createHmac, timingSafeEqual } from "node:crypto";
import * as v from "valibot";
import type { Clock } from "../../base/context.ts";
import { type IdPrefix, isId } from "../../base/id.ts";
import { present } from "../../base/result.ts";
import { type MasterKind, masterPut, masterRecord } from "../../people/access/index.ts";
import { recordCodec } from "../../table/port/codec.ts";
import { tenantPk } from "../../table/port/keys.ts";
import { type Item, itemsOf, type Key, type Table, type Write } from "../../table/port/port.ts";
import type { PaperRecord } from "./model.ts";

/** Of a merchant's e-receipts. It is a secret: an archive does not contain it, and links end with it. */
function linkKeyKey(merchantId: string): Key {
  return { pk: tenantPk(merchantId), sk: "RECEIPT_LINK_KEY" };
}

export async function findLinkKey(table: Table, merchantId: string): Promise<string | undefined> {
  const item = await table.get(linkKeyKey(merchantId));
  return item && String(item.key);
}

/** Made for the first link, and the same for all processes. */
export async function linkKey(table: Table, clock: Clock, merchantId: string): Promise<string> {
  const stored = await findLinkKey(table, merchantId);
  if (stored !== undefined) return stored;
  const key = Buffer.from(clock.randomBytes(32)).toString("base64url");
  await table.write({ op: "put", item: { ...linkKeyKey(merchantId), key }, if: { is: "absent" } });
  return present(await findLinkKey(table, merchantId), "the key of receipt links");
}

function papersPk(merchantId: string): string {
  return tenantPk(merchantId, "PAPER");
}

export function paperKey(merchantId: string, factId: string): Key {
  return { pk: papersPk(merchantId), sk: factId };
}

const readPresent: (item: Item) => PaperRecord = recordCodec(
  "receipt's record",
  v.object({
    id: v.string(),
    copies: v.number(),
    lastCopyId: v.exactOptional(v.string()),
    linkGeneration: v.number(),
    version: v.number(),
  }),
);

/** Most documents have no record: nothing was done with their papers. */
export function readPaper(item: Item | undefined, factId: string): PaperRecord {
  return item ? readPresent(item) : { id: factId, copies: 0, linkGeneration: 0, version: 0 };
}

/** Writes the record as it is to be, on condition that nothing changed it since it was read. */
export function paperPut(merchantId: string, paper: PaperRecord): Write {
  const item = { ...paperKey(merchantId, paper.id), ...paper, version: paper.version + 1 };
  const condition =
    paper.version === 0 ? { is: "absent" as const } : { is: "equal" as const, to: { version: paper.version } };
  return { op: "put", item, if: condition };
}

export const paperMaster: MasterKind = {
  record: "paper",
  async *read(table, merchantId) {
    for await (const item of itemsOf(table, papersPk(merchantId))) yield masterRecord(item);
  },
  writes: (merchantId, record) => [masterPut(paperKey(merchantId, record.id), record)],
};

/**
 * What the link to an e-receipt contains: the merchant, the document, and a signature that only the merchant's key makes. It
 * opens that one document, for three years, until the link is renewed.
 */
export interface ReceiptLink {
  readonly merchantId: string;
  readonly factId: string;
}

/** So many days after it was recorded a document can be opened by its link: longer than goods are guaranteed. */
export const LINK_DAYS = 1_096;

const KINDS: Readonly<Record<string, IdPrefix>> = { s: "sal", r: "ref", v: "voi" };
/** The signature has 128 bits, in base64url. */
const SIGNATURE_CHARACTERS = 22;
const TOKEN = /^([0-9A-Z]{26})([srv])([0-9A-Z]{26})[\w-]{22}$/;

/** @param generation rises when the link is renewed, which ends all links before */
export function signedToken(link: ReceiptLink, key: string, generation: number): string {
  const kind = link.factId.slice(0, 1);
  return `${link.merchantId.slice(4)}${kind}${link.factId.slice(4)}${signatureOf(link, key, generation)}`;
}

/** What a token names, not yet proven. @returns undefined for what is no token */
export function parseLink(token: string): ReceiptLink | undefined {
  const [, merchant = "", kind = "", fact = ""] = TOKEN.exec(token) ?? [];
  const link = { merchantId: `mer_${merchant}`, factId: `${KINDS[kind] ?? ""}_${fact}` };
  const prefix = KINDS[kind];
  return prefix !== undefined && isId("mer", link.merchantId) && isId(prefix, link.factId) ? link : undefined;
}

export function isSigned(token: string, link: ReceiptLink, key: string, generation: number): boolean {
  const sent = Buffer.from(token.slice(-SIGNATURE_CHARACTERS));
  const right = Buffer.from(signatureOf(link, key, generation));
  return sent.length === right.length && timingSafeEqual(sent, right);
}

function signatureOf({ merchantId, factId }: ReceiptLink, key: string, generation: number): string {
  const text = JSON.stringify(["e-receipt", merchantId, factId, generation]);
  return createHmac("sha256", key).update(text).digest().subarray(0, 16).toString("base64url");
}

import { createHmac, timingSafeEqual } from "node:crypto";
import { type IdPrefix, isId } from "../../base/id.ts";

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

const KINDS: Readonly<Record<string, IdPrefix>> = { s: "sal", r: "ref" };
const ULID_CHARACTERS = 26;
/** Of a signature of 128 bits in base64url. */
const SIGNATURE_CHARACTERS = 22;
const TOKEN = new RegExp(
  `^([0-9A-Z]{${ULID_CHARACTERS}})([sr])([0-9A-Z]{${ULID_CHARACTERS}})([\\w-]{${SIGNATURE_CHARACTERS}})$`,
);

/** @param generation rises when the link is renewed, which ends all links before */
export function signedToken(link: ReceiptLink, key: string, generation: number): string {
  const kind = link.factId.startsWith("sal_") ? "s" : "r";
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

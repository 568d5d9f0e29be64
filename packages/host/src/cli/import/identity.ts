import { createHash } from "node:crypto";
import { type IdPrefix, ulid } from "@pos/core/base/id.ts";
import { instantMilliseconds } from "@pos/core/base/time.ts";
import type { DocumentKind, SourceDocument } from "./documents.ts";

/**
 * What is imported gets ids that follow from what it is, so that importing it again finds it: a document's from its merchant,
 * kind, number and time; master data's from its merchant, kind and code.
 */
export function documentId(merchantId: string, document: NumberedDocument): string {
  return factId(PREFIXES[document.kind], merchantId, document);
}

/** Of the one payment that a document has. */
export function paymentId(merchantId: string, document: NumberedDocument): string {
  return factId("pay", merchantId, document);
}

type NumberedDocument = Pick<SourceDocument, "kind" | "number" | "occurredAt">;

const PREFIXES = {
  sale: "sal",
  refund: "ref",
  stockAdjustment: "adj",
  financeAdjustment: "jou",
} as const satisfies { readonly [kind in DocumentKind]: IdPrefix };

function factId(prefix: IdPrefix, merchantId: string, { kind, number, occurredAt }: NumberedDocument): string {
  return derivedId(prefix, instantMilliseconds(occurredAt), [merchantId, kind, number]);
}

/** The part of an id that the time has no hand in: the same for documents of one kind and number. */
export function withoutTime(id: string): string {
  return id.slice(0, 4) + id.slice(14);
}

/** Master data has no time of its own: the first day of the data set is used. */
const MASTER_DATA_TIME = instantMilliseconds("2010-12-01T00:00:00.000Z");

export function masterId(prefix: IdPrefix, merchantId: string, kind: string, code: string): string {
  return derivedId(prefix, MASTER_DATA_TIME, [merchantId, kind, code]);
}

/** As JSON, so that no two lists of parts run together into one text. */
function derivedId(prefix: IdPrefix, milliseconds: number, parts: readonly string[]): string {
  const digest = createHash("sha256").update(JSON.stringify(parts)).digest();
  return `${prefix}_${ulid(milliseconds, digest.subarray(0, 10))}`;
}

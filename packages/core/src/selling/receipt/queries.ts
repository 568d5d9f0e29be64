import { instantMilliseconds } from "../../base/time.ts";
import { type Fact, readFact } from "../../ledger/index.ts";
import { type AnyContext, type Context, type Count, countAll, type ThrottlePolicy } from "../../people/access/index.ts";
import { sourceCount } from "../../people/directory/index.ts";
import { tenantTable } from "../../table/tenant.ts";
import { getRefund, type Reversal } from "../refund/index.ts";
import { getSale, type SaleFact } from "../sale/index.ts";
import { getVoid } from "../void/index.ts";
import type { PaperRecord } from "./model.ts";
import {
  findLinkKey,
  isSigned,
  LINK_DAYS,
  linkKey,
  paperKey,
  parseLink,
  type ReceiptLink,
  readPaper,
  signedToken,
} from "./records.ts";

/** The sale, refund or void with a paper, if the caller may see it. */
export async function findDocument(context: Context, factId: string): Promise<SaleFact | Reversal | undefined> {
  return (await getSale(context, factId)) ?? (await getRefund(context, factId)) ?? (await getVoid(context, factId));
}

/** What was done with the papers of documents, in their order; the caller has read the documents. */
export async function papersOf({ table, caller }: Context, factIds: readonly string[]): Promise<PaperRecord[]> {
  const items = await table.batchGet(factIds.map((id) => paperKey(caller.merchantId, id)));
  return factIds.map((id, index) => readPaper(items[index], id));
}

/** The token of the link to a document's e-receipt; the caller has read the document. */
export async function receiptToken({ table, clock, caller }: Context, paper: PaperRecord): Promise<string> {
  const { merchantId } = caller;
  const key = await linkKey(table, clock, merchantId);
  return signedToken({ merchantId, factId: paper.id }, key, paper.linkGeneration);
}

/** What a visitor with a link may see: that document, at its location, as the terminal that made it. */
export interface OpenedReceipt {
  readonly context: Context;
  readonly factId: string;
  readonly paper: PaperRecord;
}

/**
 * A signature has 128 bits, so that no guess finds one. What is limited is the work for guesses: 20 at once from one network,
 * then fewer and fewer.
 */
const GUESSES: ThrottlePolicy = { free: 20, firstWaitSeconds: 1, longestWaitSeconds: 60 };

/**
 * Opens the document that a link names.
 * @returns undefined if it opens nothing, or no longer; "throttled" if the source sent too many links that open nothing
 */
export async function openReceipt(
  anyContext: AnyContext,
  token: string,
  source: string,
): Promise<OpenedReceipt | "throttled" | undefined> {
  const link = parseLink(token);
  // What is no token costs no read: nothing is counted.
  if (!link) return undefined;
  const opened = await proven(anyContext, token, link);
  if (opened) return opened;
  const count: Count = await sourceCount(anyContext, "e-receipt", source, GUESSES);
  return (await countAll(anyContext, [count])).ok ? undefined : "throttled";
}

async function proven(anyContext: AnyContext, token: string, link: ReceiptLink): Promise<OpenedReceipt | undefined> {
  const { merchantId, factId } = link;
  const table = tenantTable(anyContext.table, merchantId);
  const [key, item] = await Promise.all([findLinkKey(table, merchantId), table.get(paperKey(merchantId, factId))]);
  const paper = readPaper(item, factId);
  if (key === undefined || !isSigned(token, link, key, paper.linkGeneration)) return undefined;
  const stored = await readFact<Fact & { readonly locationId: string }>(table, merchantId, factId);
  if (!stored || isTooOld(stored.fact.recordedAt, anyContext.clock.now())) return undefined;
  const { locationId, terminalId = "" } = stored.fact;
  const caller = { kind: "terminal", merchantId, terminalId, locationId } as const;
  return { context: { ...anyContext, table, caller }, factId, paper };
}

const DAY_MILLISECONDS = 86_400_000;

function isTooOld(recordedAt: string, now: string): boolean {
  return instantMilliseconds(now) - instantMilliseconds(recordedAt) > LINK_DAYS * DAY_MILLISECONDS;
}

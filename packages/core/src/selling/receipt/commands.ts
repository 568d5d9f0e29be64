import { isId } from "../../base/id.ts";
import { failure, ok, type Result, refused } from "../../base/result.ts";
import { authorize, type Context } from "../../people/access/index.ts";
import { auditWrite } from "../../people/audit/index.ts";
import { retrying } from "../../table/port/versioned.ts";
import type { PaperRecord } from "./model.ts";
import { findDocument, papersOf } from "./queries.ts";
import { paperPut } from "./records.ts";

export interface CountCopyInput {
  /** Made by the client for each copy: sent twice, it counts once. */
  readonly id: string;
  readonly factId: string;
}

/** Counts a copy that is printed. @returns the record with the copy's number */
export async function countReceiptCopy(context: Context, { id, factId }: CountCopyInput): Promise<Result<PaperRecord>> {
  authorize(context, "sale:read");
  if (!isId("rcp", id)) return refused(failure("INVALID_ID", "The id is not rcp_ and a ULID.", ["input", "id"]));
  return changed(context, factId, (paper) => {
    if (paper.lastCopyId === id) return undefined;
    return { paper: { ...paper, copies: paper.copies + 1, lastCopyId: id }, deed: "receipt:copy" };
  });
}

export interface RenewLinkInput {
  readonly factId: string;
  /** As it was read: sent twice, the link is renewed once. */
  readonly linkGeneration: number;
}

/** Ends the links to a document's e-receipt that were given out; the next one is new. */
export async function renewReceiptLink(context: Context, input: RenewLinkInput): Promise<Result<PaperRecord>> {
  authorize(context, "receipt:renew-link");
  return changed(context, input.factId, (paper) => {
    if (paper.linkGeneration !== input.linkGeneration) return undefined;
    return { paper: { ...paper, linkGeneration: paper.linkGeneration + 1 }, deed: "receipt:renew-link" };
  });
}

interface Change {
  readonly paper: PaperRecord;
  readonly deed: string;
}

/** @param change returns undefined if it was made before */
async function changed(
  context: Context,
  factId: string,
  change: (paper: PaperRecord) => Change | undefined,
): Promise<Result<PaperRecord>> {
  const { table, clock, caller } = context;
  const { merchantId } = caller;
  const document = await findDocument(context, factId);
  if (!document) return refused(failure("UNKNOWN_DOCUMENT", "There is no such sale or refund.", ["input", "factId"]));
  return retrying(clock, "receipt's record", async () => {
    const [paper] = await papersOf(context, [document.id]);
    if (!paper) return undefined;
    const next = change(paper);
    if (!next) return ok(paper);
    const written = await table.transact([
      paperPut(merchantId, next.paper),
      auditWrite(context, merchantId, next.deed, document.id),
    ]);
    return written.ok ? ok({ ...next.paper, version: paper.version + 1 }) : undefined;
  });
}

import { requireCaller } from "@pos/core/people/access/index.ts";
import { type PaperRecord, papersOf, receiptToken } from "@pos/core/selling/receipt/index.ts";
import type { RequestContext } from "../context.ts";
import { batched } from "../loader.ts";
import { ownOrigin } from "../origin.ts";

/** Not cached: a mutation of the same request may change them. */
export const paperLoader = batched(papersOf, { cache: false });

/** Where a document is on the web, at the address by which the client reached the server. Undefined: it has named no host. */
export async function linkOf(paper: PaperRecord, context: RequestContext): Promise<string | undefined> {
  const { headers, reach } = context.cookieRule;
  const origin = ownOrigin(headers, reach);
  return origin === undefined ? undefined : `${origin}/r/${await receiptToken(requireCaller(context), paper)}`;
}

/** The same for a document that the caller has read. */
export async function linkTo(factId: string, context: RequestContext): Promise<string | undefined> {
  const [paper] = await papersOf(requireCaller(context), [factId]);
  return paper && linkOf(paper, context);
}

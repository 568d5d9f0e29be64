import { LIMITS } from "@pos/core/base/limits.ts";
import { formatQuantity, parseQuantity } from "@pos/core/base/quantity.ts";
import * as v from "valibot";

const ROW = v.object({
  variantId: v.string(),
  sku: v.string(),
  title: v.string(),
  /** The level as it was read when the article came into the list. */
  expected: v.string(),
  /** As it was typed; empty: not counted yet. */
  counted: v.string(),
});

const POSTING = v.object({
  id: v.string(),
  occurredAt: v.string(),
  rows: v.array(ROW),
  isDone: v.boolean(),
});

const DRAFT = v.object({
  rows: v.array(ROW),
  note: v.string(),
  /** What is being recorded, with its ids: after an interruption the same requests are sent again. */
  postings: v.array(POSTING),
  /** What was kept before could not be read. The page shows that until this draft is recorded or discarded. */
  isUnreadable: v.optional(v.literal(true)),
});

export type TakeRow = v.InferOutput<typeof ROW>;
type TakePosting = v.InferOutput<typeof POSTING>;

/** A stock take that is under way. It is kept in the browser until it is recorded. */
export type TakeDraft = v.InferOutput<typeof DRAFT>;

export const EMPTY_DRAFT: TakeDraft = { rows: [], note: "", postings: [] };

/** @returns the empty draft where nothing is stored; where it cannot be read, one that states so */
export function parseDraft(text: string | null): TakeDraft {
  if (text === null) return EMPTY_DRAFT;
  const parsed = v.safeParse(v.pipe(v.string(), v.parseJson(), DRAFT), text);
  return parsed.success ? parsed.output : { ...EMPTY_DRAFT, isUnreadable: true };
}

export type Counted = Omit<TakeRow, "counted">;

/** One more of an article that was scanned: it comes to the top of the list. */
export function withScan(draft: TakeDraft, article: Counted): TakeDraft {
  const known = draft.rows.find(({ variantId }) => variantId === article.variantId);
  const count = (parseQuantity(known?.counted ?? "") ?? 0) + 1_000;
  const row = { ...(known ?? article), counted: formatQuantity(count) };
  return { ...draft, rows: [row, ...draft.rows.filter((other) => other !== known)] };
}

/** Articles that are still to be counted, behind those that are there. */
export function withArticles(draft: TakeDraft, articles: readonly Counted[]): TakeDraft {
  const known = new Set(draft.rows.map(({ variantId }) => variantId));
  const added = articles.filter(({ variantId }) => !known.has(variantId));
  return { ...draft, rows: [...draft.rows, ...added.map((article) => ({ ...article, counted: "" }))] };
}

export function withCount(draft: TakeDraft, variantId: string, counted: string): TakeDraft {
  return { ...draft, rows: draft.rows.map((row) => (row.variantId === variantId ? { ...row, counted } : row)) };
}

export function without(draft: TakeDraft, variantId: string): TakeDraft {
  return { ...draft, rows: draft.rows.filter((row) => row.variantId !== variantId) };
}

/** What was counted beyond what was expected, thousandths. @returns undefined if nothing was counted, or it is no number */
export function differenceOf(row: TakeRow): number | undefined {
  const counted = row.counted === "" ? undefined : parseQuantity(row.counted);
  return counted === undefined || counted < 0 ? undefined : counted - (parseQuantity(row.expected) ?? 0);
}

export function countedRows({ rows }: TakeDraft): TakeRow[] {
  return rows.filter((row) => differenceOf(row) !== undefined);
}

/** The draft with its counts as postings of as many lines as one may have. */
export function asPostings(
  draft: TakeDraft,
  { now, newId }: { readonly now: string; readonly newId: () => string },
): TakeDraft {
  if (draft.postings.length > 0) return draft;
  const rows = countedRows(draft);
  const count = Math.ceil(rows.length / LIMITS.saleLinesMax);
  const postings = Array.from({ length: count }, (_, index): TakePosting => {
    const from = index * LIMITS.saleLinesMax;
    return { id: newId(), occurredAt: now, rows: rows.slice(from, from + LIMITS.saleLinesMax), isDone: false };
  });
  return { ...draft, postings };
}

export function withPosted(draft: TakeDraft, id: string): TakeDraft {
  const postings = draft.postings.map((posting) => (posting.id === id ? { ...posting, isDone: true } : posting));
  return { ...draft, postings };
}

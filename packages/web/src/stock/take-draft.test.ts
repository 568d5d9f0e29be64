import { expect, test } from "vitest";
import {
  asPostings,
  countedRows,
  differenceOf,
  EMPTY_DRAFT,
  parseDraft,
  type TakeDraft,
  withArticles,
  withCount,
  without,
  withPosted,
  withScan,
} from "./take-draft.ts";

const article = (name: string, expected = "5") => ({ variantId: name, sku: name, title: name, expected });
const shown = ({ rows }: TakeDraft) => rows.map(({ sku, counted }) => `${sku} ${counted}`);

test("withScan: adds one and brings the article to the top", () => {
  const scanned = ["A", "B", "A"].map((name) => article(name)).reduce(withScan, EMPTY_DRAFT);
  expect(shown(scanned)).toEqual(["A 2", "B 1"]);
  expect(shown(withScan(withCount(scanned, "B", "2.5"), article("B")))).toEqual(["B 3.5", "A 2"]);
});

test("withArticles: lists what is still to be counted once, and keeps the counts", () => {
  const draft = withArticles(withScan(EMPTY_DRAFT, article("A")), [article("A", "9"), article("B", "9")]);
  expect(shown(draft)).toEqual(["A 1", "B "]);
  expect(draft.rows[0]?.expected).toBe("5");
  expect(shown(without(draft, "A"))).toEqual(["B "]);
});

test("differenceOf: compares with what was expected, and has none where nothing was counted", () => {
  const row = (counted: string) => ({ ...article("A"), counted });
  expect(["7", "5", "0", "", "x", "-1"].map((counted) => differenceOf(row(counted)))).toEqual([
    ...[2_000, 0, -5_000, undefined, undefined, undefined],
  ]);
});

test("asPostings: divides counts by the most lines of one posting, and keeps ids once they are made", () => {
  const articles = Array.from({ length: 2_001 }, (_, index) => article(`A${index}`));
  const listed = withArticles(EMPTY_DRAFT, [...articles, article("uncounted")]);
  const rows = listed.rows.map((row) => (row.sku === "uncounted" ? row : { ...row, counted: "1" }));
  let ids = 0;
  const draft = asPostings({ ...listed, rows }, { now: "12:00", newId: () => `id ${++ids}` });
  expect(countedRows(draft)).toHaveLength(2_001);
  expect(draft.postings.map(({ id, rows: of }) => [id, of.length])).toEqual([
    ["id 1", 2_000],
    ["id 2", 1],
  ]);
  const posted = withPosted(draft, "id 1");
  expect(asPostings(posted, { now: "13:00", newId: () => "other" })).toEqual(posted);
  expect(parseDraft(JSON.stringify(posted))).toEqual(posted);
});

test("parseDraft: returns the empty draft when nothing is stored", () => {
  expect(parseDraft(null)).toEqual(EMPTY_DRAFT);
});

test.each(["", "{", '{"rows": 1}', '{"rows": [{}], "note": "", "postings": []}'])(
  "parseDraft: returns a draft that states so, also after counting goes on, when %s is stored and cannot be read",
  (text) => {
    const draft = parseDraft(text);
    expect(draft).toEqual({ ...EMPTY_DRAFT, isUnreadable: true });
    expect(parseDraft(JSON.stringify(withScan(draft, article("A"))))).toMatchObject({ isUnreadable: true });
  },
);

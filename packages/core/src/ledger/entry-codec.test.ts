import fc from "fast-check";
import { expect, test } from "vitest";
import { type Entry, plainPart } from "./entry.ts";
import { entryItem, readEntry, readEvents } from "./entry-codec.ts";

const PART = plainPart<readonly number[]>("z");

const entry: Entry = {
  merchantId: "mer_01ARYZ6S410000000000000000",
  ledgerId: "loc_01ARYZ6S410000000000000000",
  epoch: 2,
  position: 42,
  factId: "sal_01ARYZ6S410000000000000000",
  part: 0,
  kind: "sale",
  day: "2026-06-15",
  occurredAt: "2026-06-15T09:00:00.000Z",
  record: "a record hash",
  previous: "a hash",
  rules: 2,
  terminalId: "trm_01ARYZ6S410000000000000000",
  postings: [
    ["cash", 120],
    ["revenue", -120],
  ],
  modules: PART.with([1, 2]),
  events: { sale: "0002-000000000040", stock: "0001-000000000007" },
  exceptions: [["sal_1", "LATE"]],
};

test("entryItem: keeps everything in keys and body, each once, as layout 2", () => {
  const item = entryItem(entry);
  expect(item.gsi1sk).toBe("0002-000000000042");
  expect(JSON.parse(String(item.body))).toEqual({
    v: 2,
    f: "a record hash",
    h: "a hash",
    t: "01ARYZ6S410000000000000000",
    p: { cash: 120, revenue: -120 },
    m: { z: [1, 2] },
    e: { sale: 2, stock: "1-7" },
    x: [["sal_1", "LATE"]],
  });
});

test.each<[string, Partial<Entry>]>([
  ["a first part", {}],
  ["a further part, which has kind and day in its body", { part: 3 }],
  ["the first event of its kind", { events: { sale: null } }],
  ["an entry without anything that is optional", { postings: [], modules: {} }],
  ["a terminal of another form", { terminalId: "till 1" }],
])("readEntry: undoes entryItem for %s", (_what, change) => {
  const { occurredAt: _, ...further } = entry;
  const wanted = change.part ? { ...further, ...change } : { ...entry, ...change };
  const item = entryItem(wanted);
  expect(readEntry(item)).toEqual(wanted);
  expect(readEvents(item)).toEqual(wanted.events);
});

test("readEntry: undoes entryItem for the events before at any distance, of this epoch and of earlier ones", () => {
  const number = fc.integer({ min: 1, max: 999_999 });
  fc.assert(
    fc.property(number, number, fc.integer({ min: 1, max: 3 }), (position, before, epoch) => {
      const cursor = `000${epoch}-${String(Math.min(before, position)).padStart(12, "0")}`;
      const wanted = { ...entry, epoch: 3, position, events: { stock: cursor } };
      expect(readEntry(entryItem(wanted))).toEqual(wanted);
    }),
  );
});

test("readEntry: reads an entry whose keys were altered", () => {
  const item = { ...entryItem(entry), gsi1sk: "nothing" };
  expect(readEntry(item)).toMatchObject({ record: "a record hash", events: { sale: "2" } });
});

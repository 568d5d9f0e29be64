import fc from "fast-check";
import { expect, test } from "vitest";
import {
  blockOf,
  isFarAhead,
  jumpSeen,
  lastCounted,
  NO_BLOCK,
  NO_RECEIPTS,
  type ReceiptBlock,
  type Receipts,
  receiptSeen,
  usersOf,
} from "./receipts.ts";

/** What the ledger keeps of a terminal, and one sale after the other. */
function counting() {
  let receipts: Receipts = NO_RECEIPTS;
  const blocks = new Map<number, ReceiptBlock>();
  return {
    missing: () =>
      receipts.gaps.flatMap(({ from, to }) => Array.from({ length: to - from + 1 }, (_, index) => from + index)),
    receipts: () => receipts,
    see(sequence: number, saleId: string): readonly string[] {
      const before = blocks.get(blockOf(sequence)) ?? NO_BLOCK;
      const sharedWith = usersOf(receipts, before, sequence);
      const seen = receiptSeen(receipts, before, sequence, saleId);
      receipts = seen.receipts;
      for (const { block, numbers } of seen.blocks) blocks.set(block, { numbers });
      return sharedWith;
    },
  };
}

test("receipts: a gap names the sale that showed it, and what comes late closes it", () => {
  const terminal = counting();
  terminal.see(1, "a");
  terminal.see(5, "b");
  expect(terminal.receipts().gaps).toEqual([{ from: 2, to: 4, revealedBy: "b" }]);
  terminal.see(3, "c");
  expect(terminal.missing()).toEqual([2, 4]);
  terminal.see(2, "d");
  terminal.see(4, "e");
  expect(terminal.receipts().gaps).toEqual([]);
});

test("receipts: a terminal that begins with 7 misses 1 to 6", () => {
  const terminal = counting();
  terminal.see(7, "a");
  expect(terminal.missing()).toEqual([1, 2, 3, 4, 5, 6]);
});

test("receipts: a number used twice names every sale before it, in any block", () => {
  const terminal = counting();
  expect(terminal.see(3, "a")).toEqual([]);
  expect(terminal.see(3, "b")).toEqual(["a"]);
  terminal.see(500, "c");
  expect(terminal.see(3, "d")).toEqual(["a", "b"]);
  expect(terminal.see(100, "e")).toEqual([]);
  expect(terminal.see(100, "f")).toEqual(["e"]);
});

test("receipts: a terminal that counts wildly keeps its record small and loses no missing number", () => {
  const terminal = counting();
  const used = new Set<number>();
  for (let sale = 1; sale <= 1000; sale++) {
    terminal.see(sale * 3, `sale ${sale}`);
    used.add(sale * 3);
  }
  expect(terminal.receipts().gaps.length).toBeLessThanOrEqual(200);
  const missing = new Set(terminal.missing());
  for (let number = 1; number <= 3000; number++) if (!used.has(number)) expect(missing.has(number)).toBe(true);
});

test("receipts: finds the gaps that a plain set finds, in any order, with duplicates and jumps over blocks", () => {
  const sequence = fc.oneof(
    fc.integer({ min: 1, max: 40 }),
    fc.integer({ min: 1, max: 200 }),
    fc.integer({ min: 1, max: 5000 }),
  );
  fc.assert(
    fc.property(fc.array(sequence, { maxLength: 120 }), (sequences) => {
      const terminal = counting();
      const used = new Map<number, string[]>();
      for (const [index, number] of sequences.entries()) {
        const before = used.get(number) ?? [];
        expect(terminal.see(number, `sale ${index}`)).toEqual(before.slice(0, 20));
        used.set(number, [...before, `sale ${index}`]);
      }
      const highest = Math.max(0, ...used.keys());
      const missing = Array.from({ length: highest }, (_, index) => index + 1).filter((number) => !used.has(number));
      expect(terminal.receipts().highest).toBe(highest);
      expect(terminal.missing()).toEqual(missing);
    }),
    { numRuns: 300 },
  );
});

test("A14: lastCounted: the number before the jump when an old jump ended beyond all valid numbers", () => {
  const terminal = counting();
  for (const [sequence, id] of [
    [1, "a"],
    [4, "b"],
    [2_147_483_647, "c"],
  ] as const)
    terminal.see(sequence, id);
  expect(lastCounted(terminal.receipts())).toBe(4);
  terminal.see(5, "d");
  expect(lastCounted(terminal.receipts())).toBe(5);
  expect(terminal.see(5, "e")).toEqual(["d"]);
  expect(terminal.receipts().gaps[0]).toEqual({ from: 2, to: 3, revealedBy: "b" });
  expect(isFarAhead(terminal.receipts(), 10_005)).toBe(false);
  expect(isFarAhead(terminal.receipts(), 10_006)).toBe(true);
});

test("A14: jumpSeen: the number is found again when the terminal counts up to its block", () => {
  let receipts = receiptSeen(NO_RECEIPTS, NO_BLOCK, 1, "a").receipts;
  const jump = jumpSeen(receipts, NO_BLOCK, 20_005, "b");
  expect(jump.receipts).toBe(receipts);
  const [kept] = jump.blocks;
  expect(kept).toEqual({ block: blockOf(20_005), numbers: { "20005": ["b"] } });
  const block = { numbers: kept?.numbers ?? {} };
  expect(usersOf(receipts, block, 20_005)).toEqual(["b"]);
  receipts = receiptSeen(receipts, block, 20_001, "c").receipts;
  expect(usersOf(receipts, NO_BLOCK, 20_005)).toEqual(["b"]);
  receipts = receiptSeen(receipts, NO_BLOCK, 20_005, "d").receipts;
  expect(usersOf(receipts, NO_BLOCK, 20_005)).toEqual(["b", "d"]);
});

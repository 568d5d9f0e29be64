import fc from "fast-check";
import { expect, test } from "vitest";
import { EMPTY_LEVEL, type Level } from "./model.ts";
import { putIn, takeOut, valueOfFound, WORTH_MAX } from "./rules.ts";

const DIGITS = 2;

function after(
  level: Level,
  move: { quantity: number; cost?: number },
): { level: Level; cost: number; difference: number } {
  if (move.quantity < 0) {
    const out = takeOut(level, -move.quantity, DIGITS);
    return { level: { ...level, quantity: out.quantity, value: out.value }, cost: out.cost, difference: 0 };
  }
  const into = putIn(level, move.quantity, move.cost ?? 0, DIGITS);
  const next = { ...level, quantity: into.quantity, value: level.value + into.value, unitCost: into.unitCost };
  return { level: next, cost: 0, difference: into.costDifference };
}

test("stock: buy 10 at 1.00, sell 12, buy 5 at 1.50: what was sold below zero is covered first", () => {
  const bought = after(EMPTY_LEVEL, { quantity: 10_000, cost: 1000 });
  expect(bought.level).toMatchObject({ quantity: 10_000, value: 1000, unitCost: 1_000_000 });
  const sold = after(bought.level, { quantity: -12_000 });
  expect(sold).toMatchObject({ cost: 1200, level: { quantity: -2000, value: -200 } });
  const again = after(sold.level, { quantity: 5000, cost: 750 });
  expect(again).toMatchObject({ difference: 100, level: { quantity: 3000, value: 450, unitCost: 1_500_000 } });
});

test("stock: the last unit takes the residue", () => {
  let { level } = after(EMPTY_LEVEL, { quantity: 3000, cost: 100 });
  const costs = [1, 2, 3].map(() => {
    const out = after(level, { quantity: -1000 });
    level = out.level;
    return out.cost;
  });
  expect(costs).toEqual([33, 34, 33]);
  expect(level).toMatchObject({ quantity: 0, value: 0 });
});

test("stock: an emptied level that goes below zero does so at the last known cost; never known, at nothing", () => {
  const emptied = after(after(EMPTY_LEVEL, { quantity: 2000, cost: 500 }).level, { quantity: -2000 }).level;
  expect(after(emptied, { quantity: -1000 })).toMatchObject({ cost: 250, level: { quantity: -1000, value: -250 } });
  expect(after(EMPTY_LEVEL, { quantity: -1000 })).toMatchObject({ cost: 0, level: { quantity: -1000, value: 0 } });
});

test("stock: goods sold before any came in cost by the catalogue; a delivery settles the difference", () => {
  const sold = takeOut(EMPTY_LEVEL, 14_000, DIGITS, "5");
  expect(sold).toEqual({ cost: 7000, quantity: -14_000, value: -7000, unitCost: 5_000_000 });
  const level = { ...EMPTY_LEVEL, quantity: sold.quantity, value: sold.value, unitCost: 5_000_000 };
  // From now on the level knows a cost, and the catalogue's counts no more.
  expect(takeOut(level, 1000, DIGITS, "9")).toEqual({ cost: 500, quantity: -15_000, value: -7500 });
  expect(putIn(level, 16_000, 9600, DIGITS)).toMatchObject({ quantity: 2000, value: 8200, costDifference: 1400 });
  // What is there goes out at its average, whatever the catalogue states.
  const stocked = { ...EMPTY_LEVEL, quantity: 1000, value: 300, unitCost: 3_000_000 };
  expect(takeOut(stocked, 2000, DIGITS, "5")).toEqual({ cost: 600, quantity: -1000, value: -300 });
  expect(takeOut(EMPTY_LEVEL, 1000, DIGITS)).toEqual({ cost: 0, quantity: -1000, value: 0 });
});

test("stock: a delivery that covers only a part leaves the rest owed at its cost", () => {
  const owed: Level = { ...EMPTY_LEVEL, quantity: -4000, value: -400, unitCost: 1_000_000 };
  expect(after(owed, { quantity: 1000, cost: 150 })).toMatchObject({
    difference: 50,
    level: { quantity: -3000, value: -300 },
  });
  expect(after(owed, { quantity: 4000, cost: 300 })).toMatchObject({
    difference: -100,
    level: { quantity: 0, value: 0 },
  });
});

const move = fc.oneof(
  fc.record({ quantity: fc.integer({ min: -20_000, max: -1 }) }),
  fc.record({ quantity: fc.integer({ min: 1, max: 20_000 }), cost: fc.integer({ min: 0, max: 5000 }) }),
);

test("stock: over any ins and outs, what was paid is in stock or in cost of goods, and an empty level is worth nothing", () => {
  fc.assert(
    fc.property(fc.array(move, { maxLength: 60 }), (moves) => {
      let level = EMPTY_LEVEL;
      let [quantity, paid, costOfGoods] = [0, 0, 0];
      for (const one of moves) {
        const done = after(level, one);
        level = done.level;
        quantity += one.quantity;
        paid += "cost" in one ? one.cost : 0;
        costOfGoods += done.cost + done.difference;
        expect(level.quantity).toBe(quantity);
        expect(level.value).toBe(paid - costOfGoods);
        if (level.quantity === 0) expect(level.value).toBe(0);
        if (level.quantity > 0) expect(level.value).toBeGreaterThanOrEqual(0);
        if (level.quantity < 0) expect(level.value).toBeLessThanOrEqual(0);
        expect(level.unitCost).toBeGreaterThanOrEqual(0);
      }
    }),
    { numRuns: 500 },
  );
});

test("stock: what is allowed each but beyond any number together has the most that goods are worth, and adds up", () => {
  const dear = after(EMPTY_LEVEL, { quantity: 1, cost: 100_000_000 });
  expect(dear.level).toMatchObject({ unitCost: 999_999_999_999_999 });
  const sold = after(dear.level, { quantity: -9_999_999_999 });
  expect([sold.cost, sold.level.value]).toEqual([WORTH_MAX + 100_000_000, -WORTH_MAX]);
  const again = after(sold.level, { quantity: -9_999_999_999 });
  expect([again.cost, again.level.value]).toEqual([0, -WORTH_MAX]);
  expect(valueOfFound(dear.level, 9_999_999_999, DIGITS)).toBe(WORTH_MAX);
  const found = after(dear.level, { quantity: 9_999_999_999, cost: WORTH_MAX });
  expect([found.level.value, found.difference]).toEqual([WORTH_MAX, 100_000_000]);
});

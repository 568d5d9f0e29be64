import type { Promotion, PromotionCart } from "@pos/core/goods/promotion/model.ts";
import { PROMOTION_KINDS, STACKINGS } from "@pos/core/goods/promotion/model.ts";
import { momentAt } from "@pos/core/goods/promotion/moment.ts";
import { applyPromotions } from "@pos/core/goods/promotion/rules.ts";
import { promotionSet } from "@pos/core/goods/promotion/set.ts";
import fc from "fast-check";
import { expect, test } from "vitest";
import { line, MONDAY, promotion } from "./cart.ts";
import { CONDITIONED } from "./conditions.ts";
import { REWARDS } from "./rewards.ts";

const GOLDEN_CARTS = [...REWARDS, ...CONDITIONED];
/** `CARTS=100000` asks for more. */
const CARTS = Number(process.env.CARTS ?? 10_000);

test.each(GOLDEN_CARTS.map((cart) => [cart.name, cart] as const))("promotions: %s", (_name, cart) => {
  const { promotions, lines, moment = MONDAY, coupons = [], groups = [], digits = 2, gives, because } = cart;
  const { ofLines, sum } = applyPromotions(promotionSet(promotions), {
    ...{ lines, moment, digits },
    ...{ couponCodes: coupons, groupIds: groups },
  });
  const given = ofLines.map((of) => of.map(({ promotion: { id }, amount }) => [id, amount]));
  expect(given, because).toEqual(gives);
  expect(sum).toBe(gives.flat().reduce((total, [, amount]) => total + amount, 0));
});

test("promotions: the golden carts are many, each with a name of its own and its arithmetic", () => {
  expect(GOLDEN_CARTS.length).toBeGreaterThanOrEqual(60);
  expect(new Set(GOLDEN_CARTS.map(({ name }) => name)).size).toBe(GOLDEN_CARTS.length);
  expect(GOLDEN_CARTS.every(({ because }) => because.length > 5)).toBe(true);
});

const ARTICLES = ["tea", "coffee", "cake", "bread", "apples", "shoes", "socks", "open"] as const;
const scope = fc.record({
  productIds: fc.subarray(["tea", "cake", "shoes"]),
  categoryIds: fc.subarray(["drinks", "food"]),
});
const units = fc.integer({ min: 1, max: 5 });
const rule: fc.Arbitrary<Promotion> = fc
  .record({
    kind: fc.constantFrom(...PROMOTION_KINDS),
    stacking: fc.constantFrom(...STACKINGS),
    priority: fc.integer({ min: 1, max: 5 }),
    number: fc.integer({ min: 0, max: 999 }),
    percent: fc.constantFrom("1", "10", "33.333333", "50", "99.999999", "100"),
    amount: fc.integer({ min: 1, max: 2_000 }),
    isPerUnit: fc.boolean(),
    unitPrice: fc.constantFrom("0", "0.99", "2.555555", "10"),
    buyQuantity: fc.integer({ min: 2, max: 4 }),
    getQuantity: units,
    parts: fc.array(fc.tuple(scope, units), { minLength: 1, maxLength: 3 }),
    scope,
    minimumAmount: fc.option(fc.integer({ min: 1, max: 3_000 }), { nil: undefined }),
  })
  .map(({ number, parts, scope: of, minimumAmount, ...fields }) =>
    promotion(`prm_${number}`, {
      ...fields,
      ...of,
      parts: parts.map(([each, quantity]) => ({ ...each, quantity })),
      ...(minimumAmount === undefined ? {} : { minimumAmount }),
    }),
  );
const cartLine = fc
  .tuple(
    fc.constantFrom(...ARTICLES),
    fc.oneof(fc.integer({ min: 1, max: 9 }), fc.constantFrom(0.375, 1.5, 1_000)),
    fc.oneof(fc.integer({ min: 0, max: 5_000 }), fc.constant(9_000_000_000_000)),
  )
  .map(([article, quantity, amount]) => line(article, quantity, amount));
const cart = (lines: PromotionCart["lines"], digits: number): PromotionCart => ({
  ...{ lines, digits, moment: MONDAY, couponCodes: [] },
});

test("promotions: no line gives more than it has or a fraction, and the parts sum to the whole", () => {
  const lines = fc.array(cartLine, { minLength: 1, maxLength: 8 });
  const rules = fc.uniqueArray(rule, { maxLength: 8, selector: ({ id }) => id });
  fc.assert(
    fc.property(lines, rules, fc.constantFrom(0, 2, 3), (sold, promotions, digits) => {
      const { ofLines, sum } = applyPromotions(promotionSet(promotions), cart(sold, digits));
      const ofEach = ofLines.map((given) => given.reduce((total, { amount }) => total + amount, 0));
      const isWhole = ofLines.flat().every(({ amount }) => Number.isSafeInteger(amount) && amount > 0);
      const isWithin = ofEach.every((amount, index) => amount <= (sold[index]?.amount ?? 0));
      const isStacked = ofLines.every((given) => {
        const kinds = given.map(({ promotion: { stacking } }) => stacking);
        const best = kinds.filter((stacking) => stacking === "BEST").length;
        return best <= 1 && (kinds.length <= 1 || !kinds.includes("EXCLUSIVE"));
      });
      const again = applyPromotions(promotionSet([...promotions].reverse()), cart(sold, digits));
      const isSame = JSON.stringify(again) === JSON.stringify({ ofLines, sum });
      const total = ofEach.reduce((all, amount) => all + amount, 0);
      expect([isWhole, isWithin, isStacked, isSame, total]).toEqual([true, true, true, true, sum]);
    }),
    { numRuns: CARTS },
  );
}, 3_600_000);

test("promotions: a bundle never makes a cart dearer, and more of the same never takes off less", () => {
  fc.assert(
    fc.property(
      units,
      units,
      fc.integer({ min: 1, max: 999 }),
      fc.integer({ min: 0, max: 3_000 }),
      (count, size, each, price) => {
        const set = promotionSet([
          promotion("set", {
            kind: "BUNDLE",
            amount: price,
            parts: [{ productIds: ["tea"], categoryIds: [], quantity: size }],
          }),
        ]);
        const savingOf = (quantity: number) =>
          applyPromotions(set, cart([line("tea", quantity, quantity * each)], 2)).sum;
        const saving = Math.max(0, size * each - price);
        expect(savingOf(count)).toBe(Math.floor(count / size) * saving);
      },
    ),
    { numRuns: CARTS / 10 },
  );
}, 3_600_000);

test("promotions: daylight saving does not move the hours of a clock", () => {
  const happy = promotion("happy", { kind: "PERCENT", percent: "50", startTime: "17:00", endTime: "19:00" });
  const givenAt = (instant: string) =>
    applyPromotions(promotionSet([happy]), {
      ...cart([line("tea", 1, 100)], 2),
      moment: momentAt(instant, { timeZone: "Europe/London" }),
    }).sum;
  expect(givenAt("2026-01-15T17:30:00.000Z")).toBe(50);
  expect(givenAt("2026-06-15T17:30:00.000Z")).toBe(50);
  expect(givenAt("2026-01-15T18:59:00.000Z")).toBe(50);
  expect(givenAt("2026-06-15T18:59:00.000Z")).toBe(0);
});

import {
  addVariant,
  type Cart,
  type CartVariant,
  EMPTY_CART,
  removeLine,
  takenOf,
  withPayments,
} from "@pos/web/terminal/cart/cart.ts";
import { foldOf, percentOfFold } from "@pos/web/terminal/cart/fold.ts";
import { changed, freshHistory, redone, undone } from "@pos/web/terminal/cart/history.ts";
import { saleInputOf } from "@pos/web/terminal/cart/price.ts";
import { tenderProblem } from "@pos/web/terminal/cart/tender.ts";
import { parseValue } from "@pos/web/terminal/outbox/values.ts";
import fc from "fast-check";
import { expect, test } from "vitest";

/** What a cart is, keeps and forgets: rules without a page. */
const tea: CartVariant = { id: "var_1", sku: "TEA", name: "Tea", unitPrice: "2.5", taxCodeId: "tax_1" };
const jam: CartVariant = { ...tea, id: "var_2", sku: "JAM", name: "Jam" };

function cartOf(...variants: readonly CartVariant[]): Cart {
  return variants.reduce((cart, variant) => addVariant(cart, variant, variant.sku).cart, EMPTY_CART);
}

const paid = [{ id: "pay_1", method: "CARD" as const, amount: 100, reference: "A1" }];

test("removeLine: leaves nothing of the customer when the last line goes (terminal B3)", () => {
  const cart: Cart = {
    ...cartOf(tea, jam),
    discounts: [{ percent: "50" }],
    customer: { id: "cus_1", name: "M" },
    note: "x",
  };
  const one = removeLine(cart, "TEA");
  expect(one).toEqual({ ...cart, lines: [cart.lines[1]] });
  expect(removeLine(one, "JAM")).toEqual(EMPTY_CART);
});

test("history: any number of undos and redos ends where it began (terminal B12)", () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(tea, jam), { minLength: 1, maxLength: 20 }), fc.nat(20), (added, steps) => {
      let history = freshHistory();
      for (const [index, variant] of added.entries())
        history = changed(history, addVariant(history.cart, variant, String(index)).cart);
      const end = history.cart;
      const back = Math.min(steps, added.length);
      for (let step = 0; step < back; step++) history = undone(history);
      if (back === added.length) expect(history.cart).toEqual(EMPTY_CART);
      for (let step = 0; step < back; step++) history = redone(history);
      expect(history.cart).toEqual(end);
      expect(redone(history)).toEqual(history);
    }),
  );
});

test("history: keeps the cart as it is while money has been taken (terminal B2)", () => {
  const history = changed(freshHistory(), withPayments(cartOf(tea), paid));
  expect(changed(history, EMPTY_CART)).toEqual(history);
  expect(undone(history)).toEqual(history);
  const free = { ...history, cart: withPayments(history.cart, []) };
  expect(undone(free).cart).toEqual(EMPTY_CART);
});

test("cart: is stored with its payments and the reasons of its discounts, and read as before without them", () => {
  const plain = cartOf(tea);
  expect(parseValue("cart", plain)).toEqual(plain);
  const full = withPayments({ ...plain, discounts: [{ percent: "10", reason: "Damaged" }] }, paid);
  expect(parseValue("cart", JSON.parse(JSON.stringify(full)))).toEqual(full);
  expect(takenOf(full)).toEqual(paid);
  expect(withPayments(full, [])).not.toHaveProperty("payments");
});

test("saleInputOf: sends a discount with a reason as an adjustment, and one without as before", () => {
  const names = { id: "sal_1", sequence: 1, occurredAt: "", operatorId: "" };
  const cart: Cart = { ...cartOf(tea), discounts: [{ percent: "10", reason: "Damaged" }] };
  expect(saleInputOf(cart, [], names)).toMatchObject({ adjustments: [{ percent: "10", reason: "Damaged" }] });
  expect(saleInputOf(cart, [], names)).not.toHaveProperty("discounts");
  expect(saleInputOf({ ...cart, discounts: [{ amount: 50 }] }, [], names)).toMatchObject({
    discounts: [{ amount: 50 }],
  });
});

test.each([
  ["8.5", "15"],
  ["9", "10"],
  ["9.88", "1.2"],
  ["0.5", "95"],
  ["10", undefined],
  ["0", undefined],
  ["-1", undefined],
])("percentOfFold: %s", (fold, percent) => {
  expect(percentOfFold(fold)).toBe(percent);
  if (percent !== undefined) expect(foldOf(percent)).toBe(fold);
});

test("foldOf: returns undefined for a percentage that no fold has", () => {
  for (const percent of ["0", "100", "33.333"]) expect(foldOf(percent)).toBeUndefined();
});

test.each([
  [undefined, { isCash: true, due: 500, cashStep: 1 }, "above"],
  [0, { isCash: true, due: 500, cashStep: 1 }, "above"],
  [0, { isCash: true, due: 0, cashStep: 1 }, undefined],
  [1_000, { isCash: true, due: 500, cashStep: 5 }, undefined],
  [302, { isCash: true, due: 500, cashStep: 5 }, "coins"],
  [501, { isCash: false, due: 500, cashStep: 1 }, "upTo"],
  [500, { isCash: false, due: 500, cashStep: 1 }, undefined],
] as const)("tenderProblem: %s of %o", (amount, given, problem) => {
  expect(tenderProblem(amount, given)).toBe(problem);
});

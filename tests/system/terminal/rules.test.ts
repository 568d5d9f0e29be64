import type { Payment } from "@pos/core/selling/payment/model.ts";
import {
  addOpenLine,
  addVariant,
  type CartVariant,
  customerOfCart,
  EMPTY_CART,
  quantityOf,
  stepQuantity,
  withCustomer,
} from "@pos/web/terminal/cart/cart.ts";
import { CART } from "@pos/web/terminal/cart/cart-schema.ts";
import { priceCart, saleInputOf } from "@pos/web/terminal/cart/price.ts";
import { isPaid, quickTenders, stillDue, sumOf } from "@pos/web/terminal/cart/tender.ts";
import { countedBy, giveBack, takeNumber } from "@pos/web/terminal/outbox/numbers.ts";
import { parseValue } from "@pos/web/terminal/outbox/values.ts";
import { createScanBuffer } from "@pos/web/terminal/scan/scan-buffer.ts";
import type { Settings } from "@pos/web/terminal/settings.ts";
import fc from "fast-check";
import * as v from "valibot";
import { expect, test } from "vitest";

/** Types keys with so many milliseconds between them; answers what was taken for a code. */
function type(keys: readonly string[], gap: number): string[] {
  const buffer = createScanBuffer();
  return keys.flatMap((key, index) => buffer.key(key, 1_000 + index * gap) ?? []);
}

test.each([
  ["a scanner", [..."5012345678900", "Enter"], 5, ["5012345678900"]],
  ["a scanner that ends with Tab", [..."5012345678900", "Tab"], 5, ["5012345678900"]],
  ["capitals, for which it holds Shift", ["Shift", "A", "B", "Shift", "C", "1", "Enter"], 10, ["ABC1"]],
  ["two codes in a row", [..."11112222".slice(0, 4), "Enter", ..."2222", "Enter"], 3, ["1111", "2222"]],
  ["a person", [..."12345", "Enter"], 120, []],
  ["a person who types very fast", [..."12345", "Enter"], 70, []],
  ["a person who ends what a scanner began", [..."12", "Enter"], 5, []],
  ["arrows between", ["1", "2", "ArrowLeft", "3", "4", "Enter"], 5, []],
  ["more than any code has", [..."9".repeat(101), "Enter"], 2, []],
  ["Enter alone", ["Enter"], 0, []],
])("scan: %s", (_, keys, gap, codes) => {
  expect(type(keys, gap)).toEqual(codes);
});

test("scan: a machine that stutters once", () => {
  const buffer = createScanBuffer();
  const codes = [..."5012345678900", "Enter"].flatMap(
    (key, index) => buffer.key(key, index * 5 + (index > 6 ? 390 : 0)) ?? [],
  );
  expect(codes).toEqual(["5012345678900"]);
});

test("scan: what was typed before does not become part of a code", () => {
  const buffer = createScanBuffer();
  for (const key of "ab") buffer.key(key, 0);
  const codes = [..."SKU-1", "Enter"].flatMap((key, index) => buffer.key(key, 500 + index * 5) ?? []);
  expect(codes).toEqual(["SKU-1"]);
});

test.each([
  ["GBP", 2, 734, [1000, 2000, 5000]],
  ["GBP", 2, 2500, [3000, 4000, 5000]],
  ["GBP", 2, 500, [1000, 2000, 5000]],
  ["CNY", 2, 1370, [1400, 1500, 2000, 5000, 10000]],
  ["JPY", 0, 1280, [2000, 5000, 10000]],
  ["XXX", 2, 350, [400, 500, 1000, 2000, 5000]],
  ["GBP", 2, 0, []],
])("tender: %s, %i places, %i due", (currency, digits, due, tenders) => {
  expect(quickTenders(due, currency, digits)).toEqual(tenders);
});

test("tender: each is more than what is due, ascending, at most five", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 10_000_000 }),
      fc.constantFrom("GBP", "CNY", "JPY", "XXX"),
      (due, currency) => {
        const tenders = quickTenders(due, currency, 2);
        expect(tenders.length).toBeLessThanOrEqual(5);
        expect(tenders.every((tender, index) => tender > (tenders[index - 1] ?? due))).toBe(true);
      },
    ),
  );
});

test("tender: whatever is paid by whatever method, the rest that is asked for makes it paid", () => {
  const total = fc.integer({ min: 1, max: 100_000 });
  const step = fc.constantFrom(1, 5, 10);
  const firsts = fc.array(
    fc.record({ share: fc.integer({ min: 1, max: 99 }), method: fc.constantFrom("CASH" as const, "CARD" as const) }),
    {
      maxLength: 3,
    },
  );
  fc.assert(
    fc.property(total, step, firsts, fc.boolean(), (amount, cashStep, parts, lastIsCash) => {
      const payments: Payment[] = [];
      for (const { share, method } of parts) {
        const isCash = method === "CASH";
        const due = stillDue(amount, payments, cashStep);
        const part = Math.floor(((isCash ? due.cash : due.exact) * share) / 100);
        const taken = isCash ? part - (part % cashStep) : part;
        if (taken > 0) payments.push({ id: "", method, amount: taken });
      }
      const due = stillDue(amount, payments, cashStep);
      const last: Payment = { id: "", method: lastIsCash ? "CASH" : "CARD", amount: lastIsCash ? due.cash : due.exact };
      if (!isPaid(amount, payments, cashStep)) payments.push(last);
      expect(isPaid(amount, payments, cashStep)).toBe(true);
      expect(Math.abs(sumOf(payments) - amount)).toBeLessThan(Math.max(1, cashStep));
    }),
  );
});

test.each([
  ["2", "2"],
  ["0.375", "0.375"],
  ["0,375", undefined],
  ["1,299", "1299"],
  ["１．５", "1.5"],
  ["1.50", "1.5"],
  ["0", undefined],
  ["-1", undefined],
  ["0.1234", undefined],
  ["10000000", undefined],
  ["two", undefined],
])("quantity: %s", (typed, quantity) => {
  expect(quantityOf(typed)).toBe(quantity);
});

const tea: CartVariant = { id: "var_1", sku: "TEA", name: "Tea", unitPrice: "2.5", taxCodeId: "tax_1" };

test("cart: the same again grows its line, with a discount of its own it does not", () => {
  const once = addVariant(EMPTY_CART, tea, "a");
  const twice = addVariant(once.cart, tea, "b");
  expect(twice).toMatchObject({ key: "a", cart: { lines: [{ quantity: "2" }] } });
  const special = { ...twice.cart, lines: twice.cart.lines.map((line) => ({ ...line, discounts: [{ amount: 5 }] })) };
  expect(addVariant(special, tea, "c")).toMatchObject({ key: "c", cart: { lines: [{}, { quantity: "1" }] } });
});

test("cart: an exchange that an earlier version stored with one flag for all goods keeps it on each line", () => {
  const sale = {
    ...{ id: "sal_1", pricesIncludeTax: true, cashStep: 1, total: 300, rounding: 0 },
    ...{ lines: [], payments: [], refunded: { lines: [], payments: [] } },
  };
  const lines = [
    { line: 1, quantity: "1" },
    { line: 2, quantity: "2" },
  ];
  const stored = { id: "exc_1", receiptNumber: "T1-1", reason: "", lines, sale };
  const read = (fields: object) => v.parse(CART, { ...EMPTY_CART, exchange: { ...stored, ...fields } }).exchange;
  const damaged = lines.map((line) => ({ ...line, writeOff: true }));
  expect(read({ isWriteOff: true })).toEqual({ ...stored, lines: damaged });
  expect(read({ isWriteOff: false })).toEqual(stored);
  const one = [lines[0], damaged[1]];
  expect(read({ lines: one })).toEqual({ ...stored, lines: one });
});

test("cart: a step down never takes the last of it", () => {
  const { cart, key } = addVariant(EMPTY_CART, tea, "a");
  expect(stepQuantity(cart, key, -1).lines[0]?.quantity).toBe("1");
  expect(stepQuantity(stepQuantity(cart, key, 2), key, -1).lines[0]?.quantity).toBe("2");
});

test("numbers: counted without a gap; what was refused comes next; what a server knows is not counted again", () => {
  const first = takeNumber(undefined);
  const second = takeNumber(first.numbers);
  expect([first.sequence, second.sequence]).toEqual([1, 2]);
  expect(takeNumber(giveBack(second.numbers, 2)).sequence).toBe(2);
  const outOfOrder = giveBack(second.numbers, 1);
  const again = takeNumber(outOfOrder);
  expect(again.sequence).toBe(1);
  expect(takeNumber(again.numbers).sequence).toBe(3);
  expect(giveBack(outOfOrder, 1)).toEqual(outOfOrder);
  expect(countedBy(second.numbers, 7)).toEqual({ last: 7, free: [] });
  expect(countedBy(second.numbers, 1)).toEqual(second.numbers);
});

function settingsWith(taxCodes: Settings["taxCodes"]): Settings {
  return {
    ...{ currency: "GBP", cashStep: 1, pricesIncludeTax: true, taxLevel: "LINE", taxRounding: "HALF_UP" },
    ...{ defaultTaxCodeId: taxCodes[0]?.id ?? "", merchantName: "Shop", lastSequence: 0, taxCodes },
    terminal: {
      ...{ id: "trm_1", code: "T1", name: "T1" },
      location: { id: "loc_1", name: "Here", timeZone: "Europe/London" },
    },
  };
}

test("tax: several taxes and a rate that begins on a day are charged without a connection", () => {
  const components = [
    { name: "State", rate: "5", isCompound: false },
    { name: "City", rate: "9.5", isCompound: true },
  ];
  const rates = [
    { from: null, rate: "20", components: [{ name: "Standard", rate: "20", isCompound: false }] },
    { from: "2026-07-01", rate: "14.975", components },
  ];
  const settings = settingsWith([{ id: "tax_1", name: "Standard", rate: "20", rates }]);
  const cart = addOpenLine(EMPTY_CART, { name: "Bag", unitPrice: "114.98", taxCodeId: "tax_1" }, "a");
  const taxesAt = (instant: string) =>
    priceCart(cart, [], settings, { mayOverridePrice: false }, instant)?.sale.lines[0]?.taxes;
  expect(taxesAt("2026-06-30T22:59:59.999Z")).toEqual([{ codeId: "tax_1", rate: "20", amount: 1916 }]);
  expect(taxesAt("2026-06-30T23:00:00.000Z")).toEqual([
    { codeId: "tax_1", name: "State", rate: "5", amount: 500 },
    { codeId: "tax_1", name: "City", rate: "9.5", amount: 998 },
  ]);
  const exempt = withCustomer(
    cart,
    customerOfCart({ id: "cus_1", name: "School", groupIds: [], taxExemption: "ST-1" }),
  );
  expect(v.parse(CART, JSON.parse(JSON.stringify(exempt)))).toEqual(exempt);
  const free = priceCart(exempt, [], settings, { mayOverridePrice: false }, "2026-06-30T22:59:59.999Z")?.sale;
  expect([free?.total, free?.taxTotal, free?.taxExemption]).toEqual([9582, 0, "ST-1"]);
  expect(parseValue("settings", JSON.parse(JSON.stringify(settings)))).toEqual(settings);
});

test("open line: is priced and sent with what was typed, at its own tax code, and survives storing", () => {
  const settings = settingsWith([
    { id: "tax_20", name: "Standard", rate: "20" },
    { id: "tax_5", name: "Reduced", rate: "5" },
  ]);
  const goods = { name: "Gift wrapping", unitPrice: "1.05", taxCodeId: "tax_5" };
  const cart = addOpenLine(addOpenLine(EMPTY_CART, goods, "a"), goods, "b");
  expect(cart.lines).toHaveLength(2);
  expect(v.parse(CART, JSON.parse(JSON.stringify(cart)))).toEqual(cart);
  const priced = priceCart(cart, [], settings, { mayOverridePrice: false }, "2026-06-15T09:00:00.000Z");
  expect(priced?.sale.lines.map(({ description, taxes, priceSource }) => [description, taxes, priceSource])).toEqual([
    ["Gift wrapping", [{ codeId: "tax_5", rate: "5", amount: 5 }], "OPEN"],
    ["Gift wrapping", [{ codeId: "tax_5", rate: "5", amount: 5 }], "OPEN"],
  ]);
  const input = saleInputOf(cart, [], { id: "sal_1", sequence: 1, occurredAt: "", operatorId: "" });
  expect(input.lines[0]).toEqual({
    description: "Gift wrapping",
    quantity: "1",
    unitPrice: "1.05",
    taxCodeId: "tax_5",
  });
});

import fc from "fast-check";
import { expect, test } from "vitest";
import { present } from "../../base/result.ts";
import type { TaxCode, TaxComponent } from "../../goods/tax/model.ts";
import { sumOfRates } from "../../goods/tax/rates.ts";
import { TaxSums, taxesBack, taxOf } from "../../goods/tax/rules.ts";
import { priceSale } from "./rules.ts";

/** `CARTS=100000` asks for more. */
const CARTS = Number(process.env.CARTS ?? 10_000);

const rate = fc.constantFrom("0", "1", "4", "5", "6.25", "8.887654", "13", "20", "22", "0.000001");
const components: fc.Arbitrary<TaxComponent[]> = fc
  .array(fc.record({ rate, isCompound: fc.boolean() }), { minLength: 2, maxLength: 4 })
  .map((all) =>
    all.map(({ rate: own, isCompound }, index) => ({
      ...{ name: `Tax ${index}`, rate: own },
      ...(isCompound && index > 0 ? { isCompound } : {}),
    })),
  );
const code: fc.Arbitrary<TaxCode> = fc.oneof(
  rate.map((own) => ({ id: "", name: "One", rate: own })),
  components.map((all) => ({ id: "", name: "Several", rate: sumOfRates(all), components: all })),
);

const cart = fc.record({
  codes: fc.array(code, { minLength: 1, maxLength: 3 }),
  digits: fc.constantFrom(0, 2, 3),
  pricesIncludeTax: fc.boolean(),
  level: fc.constantFrom("LINE" as const, "RATE_TOTAL" as const, "DOCUMENT" as const),
  mode: fc.constantFrom("HALF_UP" as const, "HALF_EVEN" as const, "DOWN" as const),
  lines: fc.array(
    fc.record({
      quantity: fc.integer({ min: 1, max: 5 }).map(String),
      unitPrice: fc.integer({ min: 0, max: 99_999 }).map((minor) => String(minor / 100)),
      tax: fc.nat(),
    }),
    { minLength: 1, maxLength: 5 },
  ),
  discount: fc.constantFrom("0", "10", "33.3333", "100"),
  /** How much of a line's tax each piece of it gives back. */
  cuts: fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 4 }),
});

test("priceSale: tax by rate sums to the tax, components to their line's, refunds to the sale, all in whole numbers", () => {
  fc.assert(
    fc.property(cart, ({ codes, digits, lines, discount, cuts, ...regime }) => {
      const byId = Object.fromEntries(codes.map((one, index) => [`tax_${index}`, { ...one, id: `tax_${index}` }]));
      const { sale } = priceSale(
        {
          ...{ id: "sal_1", sequence: 1, occurredAt: "2026-06-15T09:00:00.000Z", payments: [] },
          discounts: [{ percent: discount }],
          lines: lines.map(({ tax, ...line }) => ({
            ...{ ...line, description: "Thing" },
            taxCodeId: `tax_${tax % codes.length}`,
          })),
        },
        {
          ...{ mode: "live", variants: lines.map(() => undefined), timeZone: "Asia/Kuwait", digits, cashStep: 1 },
          ...{ mayOverridePrice: true, taxes: { regime, defaultCodeId: "tax_0", codes: byId } },
        },
      );
      const { lines: sold, taxTotal, total } = present(sale, "a priced sale");
      const sums = new TaxSums();
      for (const line of sold) {
        sums.add(line.total - (regime.pricesIncludeTax ? taxOf(line) : 0), line.taxes);
        for (const { amount } of line.taxes) if (!Number.isSafeInteger(amount) || amount < 0) throw new Error("no tax");
        const all = taxOf(line);
        expect(taxesBack(line.taxes, 0, all)).toEqual(line.taxes.map((tax) => ({ ...tax, amount: 0 - tax.amount })));
        const given = piecesOf(all, cuts).map(([before, back]) => taxesBack(line.taxes, before, back));
        for (const [index, { amount }] of line.taxes.entries()) {
          const back = given.reduce((sum, piece) => sum + (piece[index]?.amount ?? 0), 0);
          if (back !== -amount) throw new Error(`${back} came back of ${amount}`);
        }
      }
      expect(sums.sorted().reduce((sum, { tax }) => sum + tax, 0)).toBe(taxTotal);
      const lineTotals = sold.reduce((sum, line) => sum + line.total, 0);
      expect(total).toBe(lineTotals + (regime.pricesIncludeTax ? 0 : taxTotal));
    }),
    { numRuns: CARTS },
  );
}, 3_600_000);

/** Cuts a tax into pieces: what came back before each, and what comes back with it. */
function piecesOf(all: number, cuts: readonly number[]): (readonly [before: number, back: number])[] {
  const marks = [0, ...cuts.map((cut) => Math.floor(all * cut)).sort((a, b) => a - b), all];
  return marks.slice(1).map((mark, index) => [marks[index] ?? 0, mark - (marks[index] ?? 0)]);
}

test.each([
  // 12.00 with 20 % in it is 10.00 without.
  ["with tax in it", true, { total: 1000, discountTotal: 200, lines: [1000] }],
  ["with tax added", false, { total: 1200, discountTotal: 0, lines: [1200] }],
] as const)(
  "priceSale: a customer with a certificate pays no tax of a price %s",
  (_what, pricesIncludeTax, expected) => {
    const { sale } = priceSale(
      {
        ...{ id: "sal_1", sequence: 1, occurredAt: "2026-06-15T09:00:00.000Z", payments: [], customerId: "cus_1" },
        lines: [{ description: "Thing", quantity: "1", unitPrice: "12" }],
      },
      {
        ...{ mode: "live", variants: [undefined], timeZone: "Europe/London", digits: 2, cashStep: 1 },
        ...{ mayOverridePrice: true, discountPercentMax: "0", taxExemption: "ST-119" },
        taxes: {
          regime: { pricesIncludeTax, level: "LINE", mode: "HALF_UP" },
          defaultCodeId: "tax_1",
          codes: { tax_1: { id: "tax_1", name: "Standard", rate: "20" } },
        },
      },
    );
    const { lines, total, discountTotal, taxTotal, taxExemption } = present(sale, "a priced sale");
    expect({ total, discountTotal, lines: lines.map((line) => line.total) }).toEqual(expected);
    expect([taxTotal, taxExemption, lines[0]?.taxes]).toEqual([
      0,
      "ST-119",
      [{ codeId: "tax_1", rate: "0", amount: 0 }],
    ]);
  },
);

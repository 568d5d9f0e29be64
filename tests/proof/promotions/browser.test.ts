import { join } from "node:path";
import { createContext, Script } from "node:vm";
import type { Promotion } from "@pos/core/goods/promotion/model.ts";
import { build } from "esbuild";
import fc from "fast-check";
import { expect, test } from "vitest";
import { promotion } from "./cart.ts";
import { type CartAsData, priceText } from "./price-text.ts";

/** `CARTS=100000` asks for more. */
const CARTS = Number(process.env.CARTS ?? 2_000);
const ARTICLES = ["tea", "cake", "shoes"];

/** The program that a browser loads, minified, in a world that has nothing of Node. */
async function browserEngine(): Promise<(text: string) => string> {
  const { outputFiles } = await build({
    ...{ entryPoints: [join(import.meta.dirname, "price-text.ts")], bundle: true, minify: true, write: false },
    ...{ platform: "browser", target: "es2022", format: "iife", globalName: "engine" },
  });
  const world = createContext({});
  new Script(`${outputFiles[0]?.text ?? ""}; globalThis.engine = engine;`).runInContext(world);
  return (text) => String(new Script(`engine.priceText(${JSON.stringify(text)})`).runInContext(world));
}

const rule: fc.Arbitrary<Promotion> = fc.oneof(
  fc.integer({ min: 1, max: 100 }).map((percent) => promotion("prm_1", { kind: "PERCENT", percent: String(percent) })),
  fc.integer({ min: 1, max: 900 }).map((amount) => promotion("prm_2", { kind: "AMOUNT", amount, stacking: "BEST" })),
  fc
    .integer({ min: 2, max: 4 })
    .map((buyQuantity) =>
      promotion("prm_3", { kind: "CHEAPEST_FREE", buyQuantity, stacking: "EXCLUSIVE", productIds: ["tea", "cake"] }),
    ),
  fc.constant(promotion("prm_4", { kind: "BUY_GET", buyQuantity: 1, getQuantity: 1, groupIds: ["grp_1"] })),
);
const line = fc.record({
  article: fc.constantFrom(...ARTICLES),
  quantity: fc.oneof(fc.integer({ min: 1, max: 30 }).map(String), fc.constantFrom("0.375", "1.5")),
});
const cart: fc.Arbitrary<CartAsData> = fc
  .record({
    lines: fc.array(line, { minLength: 1, maxLength: 6 }),
    promotions: fc.uniqueArray(rule, { maxLength: 4, selector: ({ id }) => id }),
    listed: fc.option(fc.integer({ min: 1, max: 2_000_000 })),
    groupIds: fc.constantFrom([], ["grp_1"]),
    digits: fc.constantFrom(0, 2, 3),
    pricesIncludeTax: fc.boolean(),
    mode: fc.constantFrom("live" as const, "happened" as const),
  })
  .map(({ lines, promotions, listed, groupIds, digits, pricesIncludeTax, mode }) => ({
    ...{ promotions, groupIds, location: { id: "loc_1", timeZone: "Europe/London" } },
    input: {
      ...{ id: "sal_1", sequence: 1, occurredAt: "2026-06-15T10:00:00.000Z", payments: [] },
      lines: lines.map(({ article, quantity }) => ({ variant: { id: `var ${article}` }, quantity })),
    },
    facts: {
      ...{ mode, digits, cashStep: 1, mayOverridePrice: false, timeZone: "Europe/London" },
      variants: lines.map(({ article }) => ({
        ...{ id: `var ${article}`, productId: article, sku: article, name: article, unitPrice: "12.345" },
        ...{ taxCodeId: "tax_1", barcodes: [], stocked: true, version: 1 },
      })),
      taxes: {
        regime: { pricesIncludeTax, level: "LINE" as const, mode: "HALF_UP" as const },
        defaultCodeId: "tax_1",
        codes: { tax_1: { id: "tax_1", name: "VAT", rate: "19" } },
      },
    },
    lists:
      listed === null
        ? []
        : [
            {
              ...{ id: "prl_1", name: "Trade", groupIds: ["grp_1"], locationIds: [], weekdays: [], isEnabled: true },
              ...{ createdAt: "2026-01-01T00:00:00.000Z", version: 1 },
              prices: {
                "var tea": {
                  "0": "11",
                  "5.5": `${Math.floor(listed / 1_000)}.${String(listed % 1_000).padStart(3, "0")}`,
                },
              },
            },
          ],
  }));

test("pricing: the browser's program and the server's come to the same bytes", async () => {
  const inBrowser = await browserEngine();
  let priced = 0;
  fc.assert(
    fc.property(cart, (one) => {
      const text = JSON.stringify(one);
      const server = priceText(text);
      priced += server.includes("PROMOTION") || server.includes("LIST") ? 1 : 0;
      expect(inBrowser(text)).toBe(server);
    }),
    { numRuns: CARTS },
  );
  expect(priced).toBeGreaterThan(CARTS / 3);
}, 3_600_000);

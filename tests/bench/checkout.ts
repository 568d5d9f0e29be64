import { NO_PRICE_LISTS } from "@pos/core/goods/price-list/rules.ts";
import type { Promotion } from "@pos/core/goods/promotion/model.ts";
import { type PromotionSet, promotionSet } from "@pos/core/goods/promotion/set.ts";
import type { SaleInput } from "@pos/core/selling/sale/model.ts";
import { type PricingFacts, priceSale } from "@pos/core/selling/sale/rules.ts";
import { endWithOutput } from "../support/closed-output.ts";

/**
 * What pricing a cart costs with promotions, beside the same cart without: one JSON line a case. Every promotion is on; most are
 * for articles and categories, every fifth for everything, or all of them. Samples of all cases are taken in turn, so that a
 * noisy machine hits all alike.
 */
endWithOutput();
const SAMPLES = 60;
const SAMPLE_MICROSECONDS = 4_000;
const RUNS_AT_ONCE = 8;
const TIMES_MAX = 3;

const REWARDS: readonly (Pick<Promotion, "kind"> & Partial<Promotion>)[] = [
  { kind: "PERCENT", percent: "10" },
  { kind: "AMOUNT", amount: 50 },
  { kind: "FIXED_PRICE", unitPrice: "9.5" },
  { kind: "BUY_GET", buyQuantity: 2, getQuantity: 1 },
  { kind: "CHEAPEST_FREE", buyQuantity: 3 },
];
const STACKINGS = ["ALL", "BEST", "EXCLUSIVE"] as const;

function promotions(count: number, areForAll: boolean): PromotionSet {
  return promotionSet(
    Array.from({ length: count }, (_, index) => {
      const isForAll = areForAll || index % 5 === 4;
      return {
        ...{
          id: `prm_${String(index).padStart(4, "0")}`,
          name: "Offer",
          groupIds: [],
          weekdays: [1, 2, 3, 4, 5, 6, 7],
        },
        ...{ startsOn: "2026-01-01", endsOn: "2026-12-31", startTime: "06:00", endTime: "23:00", isEnabled: true },
        ...{ productIds: isForAll || index % 5 === 3 ? [] : [`prd_${index % 300}`], priority: 100, version: 1 },
        ...{
          categoryIds: index % 5 === 3 && !isForAll ? [`cat_${index % 20}`] : [],
          stacking: STACKINGS[index % 3] ?? "ALL",
        },
        ...{ createdAt: "2026-01-01T00:00:00.000Z", kind: "PERCENT", ...REWARDS[index % REWARDS.length] },
      };
    }),
  );
}

function pricing(lines: number, set: PromotionSet): () => unknown {
  const numbers = Array.from({ length: lines }, (_, index) => index);
  const input: SaleInput = {
    ...{ id: "sal_1", sequence: 1, occurredAt: "2026-06-15T10:00:00.000Z", payments: [] },
    lines: numbers.map((index) => ({ variant: { id: `var_${index}` }, quantity: String(1 + (index % 4)) })),
  };
  const facts: PricingFacts = {
    ...{ mode: "live", digits: 2, cashStep: 1, mayOverridePrice: false, timeZone: "Europe/London" },
    variants: numbers.map((index) => ({
      ...{ id: `var_${index}`, productId: `prd_${index}`, categoryId: `cat_${index % 20}`, sku: "SKU", name: "Tea" },
      ...{ unitPrice: "12.34", taxCodeId: "tax_1", barcodes: [], stocked: true, version: 1 },
    })),
    taxes: {
      regime: { pricesIncludeTax: true, level: "LINE", mode: "HALF_UP" },
      defaultCodeId: "tax_1",
      codes: { tax_1: { id: "tax_1", name: "VAT", rate: "20" } },
    },
    promotions: { set, lists: NO_PRICE_LISTS, location: { id: "loc_1", timeZone: "Europe/London" } },
  };
  return () => priceSale(input, facts);
}

interface Measured {
  readonly lines: number;
  readonly promotions: number;
  readonly areForAll: boolean;
  readonly with: () => unknown;
  readonly without: () => unknown;
}

const NONE = promotionSet([]);
const measured = (lines: number, count: number, areForAll = false): Measured => ({
  ...{ lines, promotions: count, areForAll },
  with: pricing(lines, promotions(count, areForAll)),
  without: pricing(lines, NONE),
});
const CASES = [
  ...[measured(3, 50), measured(3, 50, true), measured(3, 100), measured(3, 250), measured(3, 500)],
  ...[measured(30, 50), measured(100, 50), measured(300, 50)],
];

/** Of the processor, so that other programs count as little as they can. */
function microsecondsOf(once: () => unknown): number {
  const start = process.cpuUsage();
  let [runs, elapsed] = [0, 0];
  while (elapsed < SAMPLE_MICROSECONDS) {
    for (let run = 0; run < RUNS_AT_ONCE; run += 1) once();
    runs += RUNS_AT_ONCE;
    const { user, system } = process.cpuUsage(start);
    elapsed = user + system;
  }
  return elapsed / runs;
}

const samples = CASES.map(() => ({ with: [] as number[], without: [] as number[] }));
for (let sample = 0; sample < SAMPLES; sample += 1)
  for (const [index, one] of CASES.entries()) {
    samples[index]?.without.push(microsecondsOf(one.without));
    samples[index]?.with.push(microsecondsOf(one.with));
  }

/** Other programs only ever make a sample slower. */
const fastest = (all: readonly number[]) => Math.min(...all);

for (const [index, { lines, promotions: count, areForAll }] of CASES.entries()) {
  const [priced, without] = [fastest(samples[index]?.with ?? []), fastest(samples[index]?.without ?? [])];
  const times = priced / without;
  const figures = { microseconds: priced.toFixed(1), without: without.toFixed(1), times: times.toFixed(2) };
  console.log(JSON.stringify({ case: "checkout", lines, promotions: count, areForAll, ...figures }));
  if (lines === 3 && count === 50 && times > TIMES_MAX) {
    console.error(
      `A cart with 50 promotions costs ${times.toFixed(2)} times the same cart without, at most ${TIMES_MAX}.`,
    );
    process.exitCode = 1;
  }
}

import { expect, test } from "vitest";
import { compareDays } from "../recompute/compare.ts";

/** A day with discounts, refunds and several rates: the least in which a wrong total of a report shows. */
test.each([true, false])(
  "target: a report is what its facts come to, with pricesIncludeTax %s",
  { timeout: 60_000 },
  async (pricesIncludeTax) => {
    const { refunds } = await compareDays({ seed: 7, days: 1, pricesIncludeTax });
    expect(refunds).toBeGreaterThan(3);
  },
);

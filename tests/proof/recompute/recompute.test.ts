import { randomInt } from "node:crypto";
import { readFile } from "node:fs/promises";
import { expect, test } from "vitest";
import { compareDays } from "./compare.ts";

/** Another one each time. RECOMPUTE_SEED repeats the days of a run. */
const SEED = Number(process.env.RECOMPUTE_SEED ?? randomInt(1, 1_000_000));
const DAYS = 5;
const TIMEOUT_MILLISECONDS = 300_000;

test("recompute: the script imports nothing of the product", async () => {
  const source = await readFile(new URL("recompute.mjs", import.meta.url), "utf8");
  const imported = [...source.matchAll(/from "([^"]+)"|import\("([^"]+)"/g)].map(
    ([, from, dynamic]) => from ?? dynamic,
  );
  expect(imported.filter((from) => !from?.startsWith("node:"))).toEqual([]);
});

test.each([true, false])(
  "recompute: every figure of random days' reports follows from their facts when pricesIncludeTax is %s",
  { timeout: TIMEOUT_MILLISECONDS },
  async (pricesIncludeTax) => {
    const counts = await compareDays({ seed: SEED, days: DAYS, pricesIncludeTax });
    console.log(`RECOMPUTE_SEED=${SEED}: ${JSON.stringify(counts)}`);
    expect(counts.reports).toBe(2 * DAYS);
    expect(counts.sales).toBeGreaterThan(100);
    expect(counts.refunds).toBeGreaterThan(10);
  },
);

import type { LineTax } from "../../goods/tax/model.ts";
import type { FapiaoTax } from "./model.ts";

/** As much of a line as counts: a line that came back has amounts below zero. */
interface TaxedLine {
  readonly total: number;
  readonly taxes: readonly Pick<LineTax, "rate" | "amount">[];
}

/** What is left of a sale after what came back, in all and by rate, the highest rate first. */
export function amountsOf(
  lines: readonly TaxedLine[],
  pricesIncludeTax: boolean,
): { readonly total: number; readonly taxes: FapiaoTax[] } {
  const rates = new Map<string, { net: number; tax: number }>();
  let total = 0;
  for (const line of lines) {
    const tax = line.taxes.reduce((sum, { amount }) => sum + amount, 0);
    const net = line.total - (pricesIncludeTax ? tax : 0);
    total += net + tax;
    const taxes = line.taxes.length === 0 ? [{ rate: "0", amount: 0 }] : line.taxes;
    for (const { rate, amount } of taxes) {
      const sums = rates.get(rate) ?? { net: 0, tax: 0 };
      rates.set(rate, { net: sums.net + net, tax: sums.tax + amount });
    }
  }
  const taxes = [...rates].map(([rate, sums]) => ({ rate, ...sums }));
  return {
    total,
    taxes: taxes.filter(({ net, tax }) => net !== 0 || tax !== 0).sort((a, b) => Number(b.rate) - Number(a.rate)),
  };
}

import type { LineTax } from "../../goods/tax/model.ts";
import { TaxSums, taxOf } from "../../goods/tax/rules.ts";
import type { FapiaoTax } from "./model.ts";

/** As much of a line as counts: a line that came back has amounts below zero. */
interface TaxedLine {
  readonly total: number;
  readonly taxes: readonly Pick<LineTax, "name" | "rate" | "amount">[];
}

/** What is left of a sale after what came back, in all and by rate, the highest rate first. */
export function amountsOf(
  lines: readonly TaxedLine[],
  pricesIncludeTax: boolean,
): { readonly total: number; readonly taxes: FapiaoTax[] } {
  const sums = new TaxSums();
  let total = 0;
  for (const line of lines) {
    const tax = taxOf(line);
    const net = line.total - (pricesIncludeTax ? tax : 0);
    total += net + tax;
    sums.add(net, line.taxes.length === 0 ? [{ rate: "0", amount: 0 }] : line.taxes);
  }
  const taxes = sums.sorted().map(({ rate, net, tax }) => ({ rate, net, tax }));
  return { total, taxes: taxes.filter(({ net, tax }) => net !== 0 || tax !== 0) };
}

import { multiplyDivide } from "../../base/money.ts";
import type { DaySums, SalesFigures, SalesSummary } from "./model.ts";

/** A summary of day totals. */
export function summaryOf(days: readonly (DaySums & { readonly cost: number })[]): SalesSummary {
  let [saleCount, refundCount, grossSales, refunds, discounts, taxTotal, costOfGoods] = [0, 0, 0, 0, 0, 0, 0];
  let [voidCount, voids] = [0, 0];
  for (const day of days) {
    saleCount += day.saleCount;
    refundCount += day.refundCount;
    grossSales += day.gross;
    refunds += day.refunds;
    discounts += day.discount;
    taxTotal += day.tax;
    costOfGoods += day.cost;
    const [count, amount] = day.voids ?? [0, 0];
    voidCount += count;
    voids += amount;
  }
  const netSales = grossSales - refunds;
  const grossMargin = netSales - taxTotal - costOfGoods;
  const sums = { saleCount, refundCount, voidCount, grossSales, refunds, netSales, taxTotal, costOfGoods, grossMargin };
  return { figures: figuresOf(sums, discounts, voids), ...sums };
}

/** Day totals have sales after discounts, so that they suffice for days that were stored before these figures were shown. */
function figuresOf(sums: Omit<SalesSummary, "figures">, discounts: number, voids: number): SalesFigures {
  const { saleCount, grossSales, refunds, netSales, taxTotal, costOfGoods, grossMargin } = sums;
  const salesWithoutTax = netSales - taxTotal;
  const marginPercent = percentOf(grossMargin, salesWithoutTax);
  const averageSale = averageOf(grossSales, saleCount);
  return {
    salesBeforeDiscounts: grossSales + discounts,
    discounts,
    returns: refunds,
    voids,
    total: netSales,
    tax: taxTotal,
    salesWithoutTax,
    costOfGoods,
    grossProfit: grossMargin,
    ...(marginPercent === undefined ? {} : { marginPercent }),
    ...(averageSale === undefined ? {} : { averageSale }),
  };
}

/** @returns undefined: nothing was sold */
export function averageOf(sales: number, count: number): number | undefined {
  return count === 0 ? undefined : multiplyDivide(sales, 1, count);
}

/** To one place, rounded half away from zero. BigInt, since a cost may be any multiple of a sale of a penny. */
function percentOf(part: number, whole: number): string | undefined {
  if (whole <= 0) return undefined;
  const tenths = (BigInt(Math.abs(part)) * 2000n + BigInt(whole)) / (2n * BigInt(whole));
  const fraction = tenths % 10n === 0n ? "" : `.${tenths % 10n}`;
  return `${part < 0 && tenths > 0n ? "-" : ""}${tenths / 10n}${fraction}`;
}

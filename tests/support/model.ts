import type { SaleFact, SaleInput } from "@pos/core/selling/sale/index.ts";
import type { Shop } from "./shop.ts";

/**
 * What a shop's books must come to, computed from the requests alone and by other means than the system's rules: whole
 * fractions in BigInt, the platform's calendar, plain sums.
 */
export interface Expected {
  readonly days: Map<string, { count: number; gross: number; discount: number }>;
  /** By variant, thousandths. */
  readonly quantities: Map<string, number>;
  /** By terminal, minor units. */
  readonly drawers: Map<string, number>;
}

export interface Happened {
  readonly terminal: number;
  readonly input: SaleInput;
  /** When the server recorded it: decides the day of a sale whose clock ran ahead. */
  readonly recordedAt: string;
  /** As it was recorded, for its refunds. */
  readonly fact?: SaleFact;
  /** What a promotion took off each line, in percent. */
  readonly promotion?: string;
}

export function expectedOf(
  shop: Shop,
  sales: readonly Happened[],
  stocked: ReadonlyMap<string, number>,
  cashBack: ReadonlyMap<string, number> = new Map(),
): Expected {
  const expected: Expected = { days: new Map(), quantities: new Map(stocked), drawers: new Map() };
  for (const { terminal, input, recordedAt, promotion } of sales) {
    const ahead = Date.parse(input.occurredAt) - Date.parse(recordedAt) > 5 * 60_000;
    const day = dayIn("Europe/London", ahead ? recordedAt : input.occurredAt);
    const { total, gross } = amountsOf(shop, input, promotion);
    const sum = expected.days.get(day) ?? { count: 0, gross: 0, discount: 0 };
    expected.days.set(day, { count: sum.count + 1, gross: sum.gross + total, discount: sum.discount + gross - total });
    for (const line of input.lines) {
      const variant = variantOf(shop, line);
      if (variant) add(expected.quantities, variant.id, -Number(scaled(line.quantity, 3)));
    }
    const terminalId = shop.terminals[terminal]?.id ?? "";
    for (const payment of input.payments) {
      const cash = cashOf(payment);
      if (cash !== 0) add(expected.drawers, terminalId, cash);
    }
  }
  for (const [terminalId, amount] of cashBack) add(expected.drawers, terminalId, -amount);
  return expected;
}

/** What a payment puts into the drawer. The change of a voucher, and cash back, leave it. */
function cashOf(payment: SaleInput["payments"][number]): number {
  const { method, methodId, amount, tendered = amount, cashBack = 0 } = payment;
  if (method === "CASH") return amount;
  return (methodId === undefined ? 0 : amount - tendered) - cashBack;
}

function variantOf(shop: Shop, { variant }: SaleInput["lines"][number]) {
  return variant && shop.variants.find(({ id, sku }) => id === variant.id || sku === variant.sku);
}

/** Total after all discounts (prices include tax), and what it was before them. */
function amountsOf(
  shop: Shop,
  { lines, discounts = [] }: SaleInput,
  promotion: string | undefined,
): { total: number; gross: number } {
  const promoted = promotion === undefined ? [] : [{ percent: promotion }];
  let gross = 0;
  let left = 0;
  for (const line of lines) {
    const price = line.unitPrice ?? variantOf(shop, line)?.unitPrice ?? "0";
    const amount = Number(rounded(scaled(price, 6) * scaled(line.quantity, 3), 10_000_000n));
    gross += amount;
    left += lessDiscounts(amount, [...(line.discounts ?? []), ...promoted]);
  }
  return { total: lessDiscounts(left, discounts), gross };
}

function lessDiscounts(
  amount: number,
  discounts: readonly { readonly percent?: string; readonly amount?: number }[],
): number {
  let left = amount;
  for (const { percent, amount: fixed = 0 } of discounts) {
    const takes = percent === undefined ? fixed : Number(rounded(BigInt(left) * scaled(percent, 6), 100_000_000n));
    left = Math.max(0, left - takes);
  }
  return left;
}

function scaled(decimal: string, places: number): bigint {
  const [whole = "0", fraction = ""] = decimal.split(".");
  return BigInt(whole + fraction.padEnd(places, "0"));
}

/** To the nearest, half up; for what is not below zero. */
function rounded(numerator: bigint, denominator: bigint): bigint {
  return (2n * numerator + denominator) / (2n * denominator);
}

function dayIn(timeZone: string, instant: string): string {
  return new Intl.DateTimeFormat("sv-SE", { timeZone, year: "numeric", month: "2-digit", day: "2-digit" }).format(
    new Date(instant),
  );
}

function add(sums: Map<string, number>, key: string, amount: number): void {
  sums.set(key, (sums.get(key) ?? 0) + amount);
}

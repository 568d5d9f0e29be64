import { multiplyDivide } from "../../base/money.ts";
import { parseQuantity } from "../../base/quantity.ts";
import { type Failure, failure, present } from "../../base/result.ts";
import { taxOf } from "../../goods/tax/index.ts";
import { PART_LINES } from "../../ledger/index.ts";
import type { SaleFact } from "../sale/index.ts";
import type { GoodsOrigin, RefundGuard, RefundLineInput } from "./model.ts";

/** How much of a sale's line is given back with a refund and all before it: 1 is all of it. */
export interface Share {
  readonly index: number;
  readonly line: number;
  readonly share: number;
  /** What all of the line came to, minor units. */
  readonly amount: number;
}

export function sharesOf(
  lines: readonly Pick<RefundLineInput, "line" | "quantity">[],
  sale: SaleFact,
  guard: RefundGuard,
): Share[] {
  return lines.flatMap(({ line = 0, quantity }, index): Share[] => {
    const sold = sale.lines[line - 1];
    if (!sold) return [];
    const back = (parseQuantity(quantity) ?? 0) + (guard.lines[String(line)]?.quantity ?? 0);
    const share = back / present(parseQuantity(sold.quantity), "a quantity in a fact");
    return [{ index, line, share, amount: Math.max(Math.abs(sold.total), Math.abs(taxOf(sold))) }];
  });
}

/** Beyond what was sold, a line comes to less than this, minor units. */
const BEYOND_MAX = 10 ** 12;
/** More than this many times what was sold is valued like goods that are found: no number might hold its share of the cost. */
const COST_SHARE_MAX = 16;

/** A refund that has happened is recorded beyond its sale, but not one whose sum no number holds. */
export function uncountable(shares: readonly Share[]): Failure[] {
  return shares
    .filter(({ share, amount }) => share > 1 && share * amount >= BEYOND_MAX)
    .map(({ index }) => {
      const path = ["input", "lines", String(index), "quantity"];
      return failure("INVALID_QUANTITY", `The refund of a line comes to less than ${BEYOND_MAX} minor units.`, path);
    });
}

/** Which row of which of the sale's entries holds a line's goods: rows stand in the order of the lines whose goods move. */
export function goodsOrigins(sale: SaleFact, shares: readonly Share[]): (GoodsOrigin | undefined)[] {
  const rows = new Map<number, number>();
  const unvalued = new Set(shares.filter(({ share }) => share > COST_SHARE_MAX).map(({ line }) => line));
  return sale.lines.map(({ stocked, variantId, quantity }, index): GoodsOrigin | undefined => {
    if (!stocked || variantId === undefined) return undefined;
    const part = sale.parts === 1 ? 0 : 1 + Math.floor(index / PART_LINES);
    const row = rows.get(part) ?? 0;
    rows.set(part, row + 1);
    if (unvalued.has(index + 1)) return undefined;
    return { part, index: row, sold: present(parseQuantity(quantity), "a quantity in a fact"), before: 0 };
  });
}

/** What refunded goods cost: their share of what the sale's goods cost, after what was refunded before. */
export function costOfRefunded(origin: GoodsOrigin, costOfAll: number, quantity: number): number {
  const upTo = (amount: number) => multiplyDivide(costOfAll, amount, origin.sold);
  return upTo(origin.before + quantity) - upTo(origin.before);
}

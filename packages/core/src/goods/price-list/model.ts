import { canonicalDecimal } from "../../base/decimal.ts";
import { isId } from "../../base/id.ts";
import { LIMITS } from "../../base/limits.ts";
import { parseQuantity } from "../../base/quantity.ts";
import { type Failure, failure } from "../../base/result.ts";
import { parsePrice } from "../catalog/model.ts";
import type { Timing } from "../promotion/model.ts";

/** Of one variant: from which quantity on, "0" for any, a unit costs how much in major units. Canonical decimals. */
export interface QuantityPrices {
  readonly [minimumQuantity: string]: string;
}

/** Prices that count instead of the catalogue's: for some customers, at some locations, at some times. */
export interface PriceList extends Timing {
  readonly id: string;
  readonly name: string;
  /** For customers of these groups; empty: for all. */
  readonly groupIds: readonly string[];
  /** At these locations; empty: at all. */
  readonly locationIds: readonly string[];
  readonly prices: { readonly [variantId: string]: QuantityPrices };
  readonly version: number;
}

/** One row of a list, as people and programs write it. */
export interface ListPrice {
  readonly variantId: string;
  /** How much of the article the cart has, at least. Absent: any quantity. */
  readonly minimumQuantity?: string;
  readonly unitPrice: string;
}

/** What is wrong with the rows, each with its place. */
export function priceRowProblems(rows: readonly ListPrice[]): Failure[] {
  const path = ["input", "prices"];
  if (rows.length > LIMITS.pricesOfListMax)
    return [failure("INVALID_PRICE_LIST", `A list has at most ${LIMITS.pricesOfListMax} prices.`, path)];
  const problems: Failure[] = [];
  const seen = new Set<string>();
  for (const [index, { variantId, minimumQuantity = ANY, unitPrice }] of rows.entries()) {
    const at = [...path, String(index)];
    if (!isId("var", variantId))
      problems.push(failure("UNKNOWN_VARIANT", "There is no such variant.", [...at, "variantId"]));
    const quantity = parseQuantity(minimumQuantity);
    if (quantity === undefined || quantity < 0)
      problems.push(
        failure("INVALID_QUANTITY", "A quantity is at least 0, with up to three places.", [...at, "minimumQuantity"]),
      );
    if (parsePrice(unitPrice) === undefined)
      problems.push(failure("INVALID_PRICE", "A price is at least 0, with up to six places.", [...at, "unitPrice"]));
    const key = `${variantId} ${quantity ?? minimumQuantity}`;
    if (seen.has(key))
      problems.push(failure("INVALID_PRICE_LIST", "Two prices are of the same article and quantity.", at));
    seen.add(key);
  }
  return problems;
}

const ANY = "0";

/** As a list keeps them: well-formed rows, by variant. */
export function pricesOf(rows: readonly ListPrice[]): PriceList["prices"] {
  const prices = new Map<string, [minimumQuantity: string, unitPrice: string][]>();
  for (const { variantId, minimumQuantity = ANY, unitPrice } of rows) {
    const price: [string, string] = [
      canonicalDecimal(minimumQuantity) ?? minimumQuantity,
      canonicalDecimal(unitPrice) ?? unitPrice,
    ];
    const ofVariant = prices.get(variantId);
    if (ofVariant) ofVariant.push(price);
    else prices.set(variantId, [price]);
  }
  return Object.fromEntries([...prices].map(([variantId, ofVariant]) => [variantId, Object.fromEntries(ofVariant)]));
}

/** By article, and each from the lowest quantity. */
export function rowsOf({ prices }: Pick<PriceList, "prices">): Required<ListPrice>[] {
  return Object.entries(prices)
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .flatMap(([variantId, ofVariant]) =>
      Object.entries(ofVariant)
        .sort(([one], [other]) => Number(one) - Number(other))
        .map(([minimumQuantity, unitPrice]) => ({ variantId, minimumQuantity, unitPrice })),
    );
}

import { parseQuantity } from "../../base/quantity.ts";
import { present } from "../../base/result.ts";
import { parsePrice } from "../catalog/model.ts";
import type { PromotionMoment } from "../promotion/model.ts";
import { isOn, type ReadyTiming, readyTiming } from "../promotion/moment.ts";
import type { PriceList } from "./model.ts";

/** A merchant's price lists, by what a line asks for. Made once, used for every cart. */
export interface PriceListSet {
  readonly lists: readonly PriceList[];
  /** Of each variant, what the lists ask for it, in the order of the lists' ids. */
  readonly ofVariant: ReadonlyMap<string, readonly ReadyPrices[]>;
}

interface ReadyPrices {
  readonly list: PriceList;
  readonly timing: ReadyTiming;
  /** From the highest quantity. */
  readonly steps: readonly { readonly from: number; readonly price: number; readonly unitPrice: string }[];
}

/** For whom, where and when a price is asked for. */
export interface PriceMoment {
  readonly moment: PromotionMoment;
  readonly locationId: string;
  readonly groupIds: readonly string[];
}

export interface PriceOfList {
  readonly unitPrice: string;
  readonly priceListId: string;
}

export function priceListSet(lists: readonly PriceList[]): PriceListSet {
  const inOrder = [...lists].sort((one, other) => (one.id < other.id ? -1 : 1));
  const ofVariant = new Map<string, ReadyPrices[]>();
  for (const list of inOrder) {
    const timing = readyTiming(list);
    for (const [variantId, prices] of Object.entries(list.prices)) {
      const steps = Object.entries(prices)
        .map(([quantity, unitPrice]) => ({
          from: present(parseQuantity(quantity), "a stored quantity of a price list"),
          price: present(parsePrice(unitPrice), "a stored price of a price list"),
          unitPrice,
        }))
        .sort((one, other) => other.from - one.from);
      const ready = ofVariant.get(variantId);
      if (ready) ready.push({ list, timing, steps });
      else ofVariant.set(variantId, [{ list, timing, steps }]);
    }
  }
  return { lists: inOrder, ofVariant };
}

export const NO_PRICE_LISTS: PriceListSet = priceListSet([]);

/**
 * What a unit costs by the lists that count: of each list the price of the highest quantity that is reached, and of these the
 * lowest. The same at the terminal and on the server.
 * @param quantity how much of the variant is in the cart, on all its lines
 * @returns undefined where no list has a price: the catalogue's counts
 */
export function priceByLists(
  { ofVariant }: PriceListSet,
  variantId: string,
  quantity: number,
  at: PriceMoment,
): PriceOfList | undefined {
  let best: { readonly price: number; readonly found: PriceOfList } | undefined;
  for (const { list, timing, steps } of ofVariant.get(variantId) ?? []) {
    if (!isOn(timing, at.moment) || !isFor(list, at)) continue;
    const step = steps.find(({ from }) => quantity >= from);
    if (step === undefined || (best !== undefined && step.price >= best.price)) continue;
    best = { price: step.price, found: { unitPrice: step.unitPrice, priceListId: list.id } };
  }
  return best?.found;
}

function isFor(list: PriceList, { locationId, groupIds }: PriceMoment): boolean {
  if (list.groupIds.length > 0 && !list.groupIds.some((id) => groupIds.includes(id))) return false;
  return list.locationIds.length === 0 || list.locationIds.includes(locationId);
}

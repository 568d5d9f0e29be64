import { type TimingDraft, timingDraft, typedTiming } from "@pos/web/components/timing-fields.tsx";
import { type NumberKind, QUANTITY, typedDecimal } from "@pos/web/components/typed-number.ts";
import type { PriceListPricesQuery } from "@pos/web/graphql/generated/graphql.ts";

type Stored = NonNullable<PriceListPricesQuery["priceList"]>;

/** A price of an article as it is typed. */
export interface PriceRow {
  readonly variantId: string;
  readonly name: string;
  readonly sku: string;
  /** Undefined: the article is unknown. */
  readonly catalogPrice: string | undefined;
  /** Empty: any quantity. */
  readonly minimumQuantity: string;
  readonly unitPrice: string;
}

/** A price list as it is typed. */
export interface PriceListDraft extends TimingDraft {
  readonly name: string;
  readonly groupIds: string[];
  readonly locationIds: string[];
  readonly prices: readonly PriceRow[];
}

export function draftOf(list: Stored | undefined): PriceListDraft {
  return {
    name: list?.name ?? "",
    groupIds: [...(list?.groupIds ?? [])],
    locationIds: [...(list?.locationIds ?? [])],
    ...timingDraft(list),
    prices: (list?.prices ?? []).map(({ variantId, variant, minimumQuantity, unitPrice }) => ({
      variantId,
      name: variant?.title ?? variantId,
      sku: variant?.sku ?? "",
      catalogPrice: variant?.unitPrice,
      minimumQuantity: minimumQuantity === "0" ? "" : minimumQuantity,
      unitPrice,
    })),
  };
}

export function priceKind(currency: string): NumberKind {
  return { kind: "money", currency, hasFractions: true };
}

export function inputOf({ name, groupIds, locationIds, prices, ...timing }: PriceListDraft, currency: string) {
  return {
    ...{ name, groupIds, locationIds, ...typedTiming(timing) },
    prices: prices.map(({ variantId, minimumQuantity, unitPrice }) => ({
      variantId,
      minimumQuantity: typedDecimal(minimumQuantity, QUANTITY) ?? "0",
      unitPrice: typedDecimal(unitPrice, priceKind(currency)) ?? "",
    })),
  };
}

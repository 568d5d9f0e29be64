import { minorDigits } from "@pos/core/base/money.ts";
import { formatQuantity } from "@pos/core/base/quantity.ts";
import type { Unit } from "@pos/core/base/unit.ts";
import type { Taxes } from "@pos/core/goods/tax/model.ts";
import { priceSale } from "@pos/core/selling/sale/rules.ts";
import { QUANTITY, typedScaled } from "@pos/web/components/typed-number.ts";
import type { VariantChoicesQuery } from "@pos/web/graphql/generated/graphql.ts";

type VariantChoice = NonNullable<VariantChoicesQuery["products"]>["nodes"][number]["variants"][number];

/** Money that goes back without a payment that it came by: a desk has no drawer. */
export const METHODS_BACK = ["CARD", "QR_CODE", "OTHER"] as const;

/** Goods that come back without a receipt, as a person fills them in. */
export interface UnlinkedLine {
  readonly variant: VariantChoice;
  readonly quantity: string;
}

export interface UnlinkedTerms {
  readonly taxes: Taxes;
  readonly currency: string;
  readonly timeZone: string;
  readonly occurredAt: string;
  /** The number of the certificate that frees the customer from tax. */
  readonly taxExemption: string | null;
}

/**
 * What goods come to as the server prices them where no sale states what was paid: at the catalogue's prices. A desk has no drawer,
 * so nothing is rounded.
 * @returns undefined while something cannot be priced
 */
export function priceUnlinked(lines: readonly UnlinkedLine[], terms: UnlinkedTerms): number | undefined {
  const { taxes, currency, timeZone, occurredAt, taxExemption } = terms;
  if (lines.length === 0) return 0;
  const input = {
    ...{ id: "", sequence: 1, occurredAt, payments: [] },
    lines: lines.map(({ variant, quantity }) => ({ variant: { id: variant.id }, quantity: sentQuantity(quantity) })),
  };
  const { sale } = priceSale(input, {
    ...{ mode: "live", taxes, timeZone, digits: minorDigits(currency), cashStep: 1, mayOverridePrice: true },
    variants: lines.map(({ variant }) => pricedVariant(variant)),
    ...(taxExemption === null ? {} : { taxExemption }),
  });
  return sale?.total;
}

export function sentQuantity(typed: string): string {
  return formatQuantity(typedScaled(typed, QUANTITY) ?? 0);
}

function pricedVariant({ id, sku, title, unitPrice, unit, product }: VariantChoice) {
  const counted: { readonly unit?: Unit } = unit === "EACH" ? {} : { unit };
  const goods = { id, productId: product.id, sku, name: title, unitPrice, taxCodeId: product.taxCode.id, ...counted };
  return { ...goods, barcodes: [], stocked: false, version: 0 };
}

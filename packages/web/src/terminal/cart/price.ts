import { LIMITS } from "@pos/core/base/limits.ts";
import type { Variant } from "@pos/core/goods/catalog/model.ts";
import type { Payment } from "@pos/core/selling/payment/model.ts";
import { malformed, type SaleInput } from "@pos/core/selling/sale/model.ts";
import { type PricedSale, priceSale, type SellingRights } from "@pos/core/selling/sale/rules.ts";
import { digitsOf, type Settings, taxesOf } from "../settings.ts";
import type { Cart, CartDiscount, CartLine } from "./cart.ts";

/** What identifies one sale: made once, stored with it. */
export interface SaleNames {
  readonly id: string;
  readonly sequence: number;
  readonly occurredAt: string;
  readonly operatorId: string;
}

/** The sale as it is sent. A terminal always sends the price that it showed. */
export function saleInputOf(cart: Cart, payments: readonly Payment[], names: SaleNames, total?: number): SaleInput {
  return {
    ...names,
    lines: cart.lines.map((line) => ({
      ...goodsOf(line),
      quantity: line.quantity,
      unitPrice: priceOf(line),
      ...discountsSent(line.discounts),
    })),
    ...discountsSent(cart.discounts),
    payments: payments.map((payment) => ({ ...payment })),
    ...(cart.customer === undefined ? {} : { customerId: cart.customer.id }),
    ...(total === undefined ? {} : { expectedTotal: total }),
    ...(cart.note === undefined ? {} : { note: cart.note }),
  };
}

/** A discount with a reason is sent as an adjustment, which the server takes after those without one. */
function discountsSent(given: readonly CartDiscount[]) {
  const adjustments = given.filter(({ reason }) => reason !== undefined);
  const discounts = given.filter(({ reason }) => reason === undefined);
  return {
    ...(discounts.length === 0 ? {} : { discounts }),
    ...(adjustments.length === 0 ? {} : { adjustments }),
  };
}

/** An open line states what it is and how it is taxed. */
function goodsOf({ variant, isOpen }: CartLine) {
  if (!isOpen) return { variant: { id: variant.id } };
  return { description: variant.name, taxCodeId: variant.taxCodeId };
}

export function priceOf({ unitPrice, variant }: CartLine): string {
  return unitPrice ?? variant.unitPrice;
}

export interface PricedCart {
  readonly sale: PricedSale;
  /** Codes of what the server would refuse, as far as it can be known here. */
  readonly problems: readonly string[];
}

const PLACEHOLDER: SaleNames = { id: "", sequence: 1, occurredAt: "", operatorId: "" };

/** Prices with the server's own rule, taxes and currency. Returns undefined if the cart cannot be priced. */
export function priceCart(
  cart: Cart,
  payments: readonly Payment[],
  settings: Settings,
  rights: SellingRights,
): PricedCart | undefined {
  if (cart.lines.length === 0) return undefined;
  const input = saleInputOf(cart, payments, PLACEHOLDER);
  const form = malformed(input).filter(({ code }) => code !== "INVALID_ID");
  if (form.length > 0 || cart.lines.length > LIMITS.saleLinesMax) return undefined;
  const { sale, failures } = priceSale(input, {
    mode: "live",
    variants: cart.lines.map((line) => (line.isOpen ? undefined : variantOf(line))),
    taxes: taxesOf(settings),
    digits: digitsOf(settings),
    cashStep: settings.cashStep,
    ...rights,
  });
  return sale && { sale, problems: failures.map(({ code }) => code) };
}

/** What no sale's price depends on is left empty. */
function variantOf({ variant }: CartLine): Variant {
  return { ...variant, productId: "", barcodes: [], stocked: false, version: 0 };
}

/** A discount is above zero, and a percentage at most a hundred. */
export function isDiscount(discount: CartDiscount): boolean {
  if (discount.percent === undefined) return Number.isSafeInteger(discount.amount) && discount.amount > 0;
  const percent = Number(discount.percent);
  return percent > 0 && percent <= 100;
}

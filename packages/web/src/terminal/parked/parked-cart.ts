import { countedIn } from "@pos/core/receipt/content.ts";
import type { ParkedCartFragment, ParkSaleInput } from "@pos/web/graphql/generated/graphql.ts";
import type { Cart, CartDiscount, CartLine } from "../cart/cart.ts";
import { customerOfCart, withNote } from "../cart/cart.ts";
import { saleInputOf } from "../cart/price.ts";
import { cartOfQuote } from "../quotes/quote-cart.ts";

/** A cart as it is parked. Money that was taken is no part of it: such a cart is not parked. */
export function parkInput(cart: Cart, { id, label, total }: { id: string; label: string; total?: number }) {
  const { lines, discounts, adjustments, customerId, note, quoteId } = saleInputOf(cart, [], NAMES);
  const sent = { lines, discounts, adjustments, customerId, note, quoteId, total, label: label.trim() || undefined };
  const present = Object.entries(sent).filter(([, value]) => value !== undefined);
  return { id, ...Object.fromEntries(present) } as ParkSaleInput;
}

const NAMES = { id: "", sequence: 1, occurredAt: "", operatorId: "" };

/** What was parked as a cart again, at the prices that were shown then: those of its quote while that is open. */
export function cartOf(parked: ParkedCartFragment, newKey: () => string): Cart {
  const { lines, discounts, customer, note, quote } = parked;
  if (quote?.state === "OPEN") return withNote(cartOfQuote(quote, newKey), note ?? "");
  return {
    lines: lines.map((line) => lineOf(line, newKey())),
    discounts: discounts.flatMap(discountOf),
    ...couponsOf(discounts),
    ...(customer === null ? {} : { customer: customerOfCart(customer) }),
    ...(note === null ? {} : { note }),
  };
}

/** A coupon was parked by its code alone: what it gives is found again. */
function couponsOf(discounts: ParkedCartFragment["discounts"]): Pick<Cart, "couponCodes"> {
  const couponCodes = discounts.flatMap(({ couponCode }) => couponCode ?? []);
  return couponCodes.length === 0 ? {} : { couponCodes };
}

type ParkedLine = ParkedCartFragment["lines"][number];

function lineOf(
  {
    variant,
    description,
    quantity,
    packSize,
    unitPrice,
    priceReason,
    tare,
    code,
    taxCodeId,
    categoryId,
    ...line
  }: ParkedLine,
  key: string,
): CartLine {
  const discounts = line.discounts.flatMap(discountOf);
  if (variant === null) {
    const open = { name: description ?? "", unitPrice: unitPrice ?? "0", taxCodeId: taxCodeId ?? "" };
    const goods = { id: "", sku: "", ...open, ...(categoryId === null ? {} : { categoryId }) };
    return { key, variant: goods, quantity, discounts, isOpen: true };
  }
  const { id, sku, title, product, unit } = variant;
  // What promotions find it by comes back with it.
  const found = { productId: product.id, ...(product.category ? { categoryId: product.category.id } : {}) };
  const pack = packSize === null ? undefined : variant.packs.find(({ size }) => size === packSize);
  const asked = (pack ?? variant).unitPrice;
  // One that the catalogue no longer has stays in the cart: the server refuses it when it is sold.
  const sold = packSize === null ? null : { name: pack?.name ?? "", size: packSize };
  const taxed = { unitPrice: asked, taxCodeId: product.taxCode.id };
  const goods = { id, sku, name: title, ...taxed, ...found, ...countedIn(unit, sold) };
  const own = unitPrice === null || unitPrice === asked ? {} : { unitPrice, ...reasonOf(priceReason) };
  const weighed = tare === null ? {} : { tare };
  return { key, variant: goods, quantity, discounts, ...weighed, ...own, ...(code === null ? {} : { code }) };
}

function reasonOf(priceReason: string | null): Pick<CartLine, "priceReason"> {
  return priceReason === null ? {} : { priceReason };
}

function discountOf({ percent, amount, reason }: ParkedLine["discounts"][number]): CartDiscount[] {
  const why = reason === null ? {} : { reason };
  if (percent !== null) return [{ percent, ...why }];
  return amount === null ? [] : [{ amount: amount.amount, ...why }];
}

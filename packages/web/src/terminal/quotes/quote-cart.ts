import type { AppliedDiscount } from "@pos/core/goods/pricing/model.ts";
import { countedIn } from "@pos/core/receipt/content.ts";
import type { PricedSale } from "@pos/core/selling/sale/rules.ts";
import { newId } from "@pos/web/clock.ts";
import type {
  CreateQuoteInput,
  QuotedCartFragment,
  QuotedDiscountFragment,
} from "@pos/web/graphql/generated/graphql.ts";
import { type Cart, type CartDiscount, type CartLine, type CartQuote, customerOfCart } from "../cart/cart.ts";
import { saleInputOf } from "../cart/price.ts";

type QuotedLine = QuotedCartFragment["lines"][number];

/** A cart as it is quoted, at the prices that are shown. */
export function quoteInput(cart: Cart, sale: PricedSale, { id, validUntil }: { id: string; validUntil: string }) {
  const { lines, discounts, adjustments, customerId, note, expectedTotal } = saleInputOf(cart, [], NAMES, sale);
  const sent = { lines, discounts, adjustments, customerId, note, expectedTotal };
  const present = Object.entries(sent).filter(([, value]) => value !== undefined);
  return { id, validUntil, ...Object.fromEntries(present) } as CreateQuoteInput;
}

const NAMES = { id: "", sequence: 1, occurredAt: "", operatorId: "" };

/** What was quoted as a cart: at the prices of the quote while it is open, else at today's. */
export function cartOfQuote(quote: QuotedCartFragment, newKey: () => string): Cart {
  const couponCodes = [...quote.lines, quote].flatMap(({ discounts }) =>
    discounts.flatMap((one) => one.couponCode ?? []),
  );
  return {
    lines: quote.lines.map((line) => lineOf(line, newKey())),
    discounts: quote.discounts.flatMap(byHand),
    ...(couponCodes.length === 0 ? {} : { couponCodes: [...new Set(couponCodes)] }),
    ...(quote.customer === null ? {} : { customer: customerOfCart(quote.customer) }),
    ...(quote.note === null ? {} : { note: quote.note }),
    ...(quote.state === "OPEN" ? { quote: heldIn(quote) } : {}),
  };
}

function lineOf(
  { variant, description, quantity, unitPrice, tare, code, priceSource, categoryId, ...line }: QuotedLine,
  key: string,
): CartLine {
  const discounts = line.discounts.flatMap(byHand);
  if (variant === null) {
    const open = { id: "", sku: "", name: description, unitPrice, taxCodeId: line.taxes[0]?.codeId ?? "" };
    const goods = { ...open, ...(categoryId === null ? {} : { categoryId }) };
    return { key, variant: goods, quantity, discounts, isOpen: true };
  }
  const { id, sku, title, product } = variant;
  const found = { productId: product.id, ...(product.category ? { categoryId: product.category.id } : {}) };
  const pack = variant.packs.find(({ size }) => size === line.pack?.size);
  // Of a pack that the catalogue no longer has, the quote knows the price.
  const asked = line.pack === null ? variant.unitPrice : (pack?.unitPrice ?? unitPrice);
  const sold = { ...found, ...countedIn(variant.unit, line.pack) };
  const goods = { id, sku, name: title, unitPrice: asked, taxCodeId: product.taxCode.id, ...sold };
  const scanned = code === null ? {} : { code };
  const hasOwnPrice = priceSource === "OVERRIDE" || priceSource === "LABEL";
  return {
    key,
    variant: goods,
    quantity,
    discounts,
    ...(tare === null ? {} : { tare }),
    ...scanned,
    ...(hasOwnPrice ? { unitPrice, ...reasonOf(line) } : {}),
  };
}

function reasonOf({ priceReason }: Pick<QuotedLine, "priceReason">) {
  return priceReason === null ? {} : { priceReason };
}

/** What promotions and exemptions gave is found again. */
function byHand({ source, amount, reason }: QuotedDiscountFragment): CartDiscount[] {
  return source === "MANUAL" ? [{ amount: amount.amount, ...(reason === null ? {} : { reason }) }] : [];
}

/** What the server holds, as much of it as a terminal shows, prints and sends. */
function heldIn(quote: QuotedCartFragment): CartQuote {
  const { id, number, taxExemption, lines } = quote;
  const held = {
    ...(taxExemption === null ? {} : { taxExemption }),
    lines: lines.map(heldLine),
    ...(quote.discounts.length === 0 ? {} : { discounts: quote.discounts.map(appliedOf) }),
    ...{ subtotal: quote.subtotal.amount, discountTotal: quote.discountTotal.amount },
    ...{ taxTotal: quote.taxTotal.amount, total: quote.total.amount },
  };
  const { amount } = quote.deposited;
  return { id, number, held, ...(amount > 0 ? { deposit: { id: newId("pay"), amount } } : {}) };
}

function heldLine({ variant, sku, description, quantity, unit, unitPrice, priceSource, ...line }: QuotedLine) {
  const gross = line.total.amount + line.discountTotal.amount;
  const own = line.discounts.reduce((left, { amount }) => left - amount.amount, gross);
  return {
    ...{ description, quantity, unitPrice, priceSource, gross, total: line.total.amount },
    ...(variant === null ? {} : { variantId: variant.id }),
    ...(sku === null ? {} : { sku }),
    ...countedIn(unit, line.pack),
    ...(line.tare === null ? {} : { tare: line.tare }),
    ...(line.code === null ? {} : { code: line.code }),
    ...reasonOf(line),
    ...(line.discounts.length === 0 ? {} : { discounts: line.discounts.map(appliedOf) }),
    ...(own === line.total.amount ? {} : { share: own - line.total.amount }),
    taxes: line.taxes.map(({ codeId, name, rate, amount }) => ({
      ...{ codeId, rate, amount: amount.amount },
      ...(name === null ? {} : { name }),
    })),
  };
}

function appliedOf({ source, amount, reason, promotionId, couponCode }: QuotedDiscountFragment): AppliedDiscount {
  const id = couponCode ?? promotionId;
  return { source, amount: amount.amount, ...(id === null ? {} : { id }), ...(reason === null ? {} : { reason }) };
}

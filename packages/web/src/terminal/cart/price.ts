import { LIMITS } from "@pos/core/base/limits.ts";
import type { Departments, Variant } from "@pos/core/goods/catalog/model.ts";
import type { AppliedDiscount } from "@pos/core/goods/pricing/model.ts";
import { readingsOf } from "@pos/core/goods/scan/rules.ts";
import {
  type AdjustmentInput,
  type LineInput,
  malformed,
  type PaymentInput,
  type SaleInput,
  type SaleLine,
} from "@pos/core/selling/sale/model.ts";
import { type PricedSale, priceSale, type SellingRights } from "@pos/core/selling/sale/rules.ts";
import { customerAccount } from "@pos/core/selling/stored-value/model.ts";
import { digitsOf, priceListsOf, promotionsOf, type Settings, taxesOf, waysOf } from "../settings.ts";
import type { Cart, CartDiscount, CartLine, TakenPayment } from "./cart.ts";
import { exchangedFor } from "./exchange.ts";

/** What identifies one sale: made once, stored with it. */
export interface SaleNames {
  readonly id: string;
  readonly sequence: number;
  readonly occurredAt: string;
  readonly operatorId: string;
}

/** The sale as it is sent. A terminal always sends the price that it showed. */
export function saleInputOf(
  cart: Cart,
  payments: readonly TakenPayment[],
  names: SaleNames,
  sale?: Pick<PricedSale, "lines" | "total">,
): SaleInput {
  const total = sale?.total;
  return {
    ...names,
    lines: cart.lines.map((line, index) => lineSent(line, sale?.lines[index])),
    ...discountsSent(cart.discounts, sale === undefined ? askedFor(cart) : []),
    payments: payments.map(paymentSent),
    ...(cart.tip === undefined ? {} : { tip: cart.tip }),
    ...(cart.customer === undefined ? {} : { customerId: cart.customer.id }),
    ...(total === undefined ? {} : { expectedTotal: total }),
    ...(cart.note === undefined ? {} : { note: cart.note }),
    ...(cart.quote === undefined ? {} : { quoteId: cart.quote.id }),
  };
}

function lineSent(line: CartLine, priced: SaleLine | undefined): LineInput {
  const { giftCard, quantity } = line;
  if (giftCard !== undefined) return { quantity, giftCard: { amount: giftCard.amount, code: giftCard.code } };
  return {
    ...goodsOf(line),
    quantity,
    ...(line.tare === undefined ? {} : { tare: line.tare }),
    unitPrice: priced?.unitPrice ?? priceOf(line),
    ...(line.priceReason === undefined ? {} : { priceReason: line.priceReason }),
    ...discountsSent(line.discounts, givenOf(priced).map(statedOf)),
  };
}

/** A gift card is named by its code alone: which account that is, the server finds. */
function paymentSent({ account: _, balance: __, cardCode, ...payment }: TakenPayment): PaymentInput {
  return cardCode === undefined ? payment : { ...payment, giftCard: cardCode };
}

/** A discount with a reason is sent as an adjustment, which the server takes after those without one. */
function discountsSent(given: readonly CartDiscount[], stated: readonly AdjustmentInput[]) {
  const adjustments = [...given.filter(({ reason }) => reason !== undefined), ...stated];
  const discounts = given.filter(({ reason }) => reason === undefined);
  return {
    ...(discounts.length === 0 ? {} : { discounts }),
    ...(adjustments.length === 0 ? {} : { adjustments }),
  };
}

/** What promotions took off a line, its coupons' included. */
export function givenOf(line: Pick<SaleLine, "discounts"> | undefined): readonly AppliedDiscount[] {
  const given = line?.discounts?.filter(({ source }) => source === "PROMOTION" || source === "COUPON") ?? NO_DISCOUNTS;
  return given.length === 0 ? NO_DISCOUNTS : given;
}

const NO_DISCOUNTS: readonly AppliedDiscount[] = [];

/** Stated on the line that got it: sent live or later, it is what the customer was shown. */
function statedOf({ source, id = "", reason = "", amount }: AppliedDiscount): AdjustmentInput {
  return source === "COUPON" ? { couponCode: id, amount, reason } : { promotionId: id, amount, reason };
}

/** A cart that is priced names its coupons; a sale states what they gave. */
function askedFor({ couponCodes = [] }: Cart): AdjustmentInput[] {
  return couponCodes.map((couponCode) => ({ couponCode }));
}

/** An open line states what it is, how it is taxed, and in which department it is sold. */
function goodsOf({ variant, isOpen, code }: CartLine) {
  const packed = variant.pack === undefined ? {} : { packSize: variant.pack.size };
  if (!isOpen) return { variant: { id: variant.id }, ...packed, ...(code === undefined ? {} : { code }) };
  const { name: description, taxCodeId, categoryId } = variant;
  return { description, taxCodeId, ...(categoryId === undefined ? {} : { categoryId }) };
}

export function priceOf({ unitPrice, variant }: CartLine): string {
  return unitPrice ?? variant.unitPrice;
}

export interface PricedCart {
  readonly sale: PricedSale;
  /** Codes of what the server would refuse, as far as it can be known here. */
  readonly problems: readonly string[];
  /** When, by this device's clock: promotions begin and end. */
  readonly at: string;
}

const PLACEHOLDER = { id: "", sequence: 1, operatorId: "" };

/** Prices with the server's own rule, taxes and currency. Returns undefined if the cart cannot be priced. */
export function priceCart(
  cart: Cart,
  payments: readonly TakenPayment[],
  settings: Settings,
  rights: SellingRights,
  at: string,
): PricedCart | undefined {
  if (cart.lines.length === 0) return undefined;
  const sent = asked(cart, saleInputOf(cart, payments, { ...PLACEHOLDER, occurredAt: at }));
  // The accounts that pay are known here.
  const input = { ...sent, payments: payments.map(({ cardCode: _, balance: __, ...payment }) => payment) };
  const form = malformed(input).filter(({ code }) => code !== "INVALID_ID");
  if (form.length > 0 || cart.lines.length > LIMITS.saleLinesMax) return undefined;
  const { scaleLayouts = [], overrideNeedsReason = false } = settings;
  const { sale, failures } = priceSale(input, {
    mode: "live",
    variants: cart.lines.map((line) => (line.isOpen ? undefined : variantOf(line, scaleLayouts))),
    departments: departmentsOf(cart),
    scaleLayouts,
    taxes: taxesOf(settings),
    ...(cart.customer?.taxExemption === undefined ? {} : { taxExemption: cart.customer.taxExemption }),
    ...(cart.customer?.creditLimit === undefined
      ? {}
      : { onAccount: customerAccount(cart.customer.id, cart.customer.creditLimit) }),
    timeZone: settings.terminal.location.timeZone,
    digits: digitsOf(settings),
    cashStep: settings.cashStep,
    ways: waysOf(settings),
    ...rights,
    overrideNeedsReason,
    promotions: {
      set: promotionsOf(settings),
      lists: priceListsOf(settings),
      location: settings.terminal.location,
      groupIds: cart.customer?.groupIds ?? [],
    },
    ...(cart.exchange === undefined ? {} : { exchanged: (total) => exchangedFor(cart.exchange, total) }),
    // Whether it can still be sold is for the server to decide.
    ...(cart.quote === undefined ? {} : { quoted: { quote: { held: cart.quote.held, validUntil: "" }, day: "" } }),
  });
  return sale && { sale, problems: failures.map(({ code }) => code), at };
}

/** Which categories are departments, the catalogue knew when their lines were added. */
function departmentsOf({ lines }: Cart): Departments {
  const open = lines.filter(({ isOpen }) => isOpen);
  return new Map(
    open.flatMap(({ variant: { categoryId, taxCodeId } }) => (categoryId ? [[categoryId, taxCodeId]] : [])),
  );
}

/** A line without a price of its own costs what a price list or the catalogue asks for. */
function asked({ lines }: Cart, input: SaleInput): SaleInput {
  const priced = input.lines.map(({ unitPrice, ...line }, index) => {
    const isAsked = lines[index]?.unitPrice === undefined && line.variant !== undefined;
    return isAsked || unitPrice === undefined ? line : { ...line, unitPrice };
  });
  return { ...input, lines: priced };
}

/**
 * What no sale's price depends on is left empty: of its barcodes those by which a scan finds it are enough. A line keeps a code
 * only for what it states beside the article, so the code itself, as the first reading takes it, is none of them.
 */
function variantOf({ variant: { pack, ...variant }, code }: CartLine, scaleLayouts: readonly string[]): Variant {
  const packs = pack === undefined ? {} : { packs: [{ ...pack, unitPrice: variant.unitPrice }] };
  const barcodes =
    code === undefined
      ? []
      : readingsOf(code, scaleLayouts)
          .slice(1)
          .flatMap(({ codes }) => codes);
  return { productId: "", ...variant, ...packs, barcodes, stocked: false, version: 0 };
}

/** A discount is above zero, and a percentage at most a hundred. */
export function isDiscount(discount: CartDiscount): boolean {
  if (discount.percent === undefined) return Number.isSafeInteger(discount.amount) && discount.amount > 0;
  const percent = Number(discount.percent);
  return percent > 0 && percent <= 100;
}

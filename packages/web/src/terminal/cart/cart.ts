import { formatQuantity, parseQuantity, QUANTITY_PLACES } from "@pos/core/base/quantity.ts";
import { isMeasured, type Unit } from "@pos/core/base/unit.ts";
import type { SoldPack } from "@pos/core/goods/catalog/packs.ts";
import type { Payment } from "@pos/core/selling/payment/model.ts";
import type { HeldPrices } from "@pos/core/selling/sale/held.ts";
import { QUANTITY, typedDecimal } from "@pos/web/components/typed-number.ts";
import type { CartExchange } from "./exchange.ts";

/** What is about to be sold. Decimals are canonical; every change makes a new one. */
export interface Cart {
  readonly lines: readonly CartLine[];
  readonly discounts: readonly CartDiscount[];
  /** The groups of a customer decide prices and promotions. Absent: none, or kept by an earlier version. */
  readonly customer?: {
    readonly id: string;
    readonly name: string;
    readonly groupIds?: readonly string[];
    readonly taxExemption?: string;
    /** What the customer may owe, minor units. Absent: nothing is sold on account. */
    readonly creditLimit?: number;
  };
  readonly note?: string;
  /** Coupons that the customer gave. */
  readonly couponCodes?: readonly string[];
  /** What the customer gives back for it. */
  readonly exchange?: CartExchange;
  /** What the customer gives for the staff, minor units. */
  readonly tip?: number;
  /** The quote that it sells, at the prices of which it is as long as it is as it was quoted. */
  readonly quote?: CartQuote;
  /** Money that was taken already. While there is any, the cart does not change. */
  readonly payments?: readonly TakenPayment[];
}

/** Money that was taken, with what its account of stored value had left then. */
export interface TakenPayment extends Payment {
  /** The code of the gift card that pays. */
  readonly cardCode?: string;
  readonly balance?: number;
}

/** Its id is made when it is begun, or when it is taken. */
export type NewPayment = Omit<TakenPayment, "id"> & Partial<Pick<TakenPayment, "id">>;

export interface CartQuote {
  readonly id: string;
  readonly number: string;
  readonly held: HeldPrices;
  /** What its customer deposited, which pays for it before money does. Absent: nothing. */
  readonly deposit?: Pick<TakenPayment, "id" | "amount">;
}

export interface CartLine {
  /** Distinguishes lines of the same variant. */
  readonly key: string;
  readonly variant: CartVariant;
  readonly quantity: string;
  /** Of what was weighed: what was taken off for its package. */
  readonly tare?: string;
  /** Another price than the catalogue's, for those who may. */
  readonly unitPrice?: string;
  /** Why it is charged. */
  readonly priceReason?: string;
  readonly discounts: readonly CartDiscount[];
  /** What was scanned, where that stated its weight or price. */
  readonly code?: string;
  /** Goods that are not in the catalogue: of the variant, name, price and tax code are what was typed. */
  readonly isOpen?: true;
  /** It sells or loads a gift card; of the variant, the name and the price are the card's. */
  readonly giftCard?: SoldCard;
}

/** What a line puts on a gift card, minor units. */
export interface SoldCard {
  readonly amount: number;
  readonly code: string;
  /** The code was made here: the customer does not have it yet. */
  readonly isNew?: true;
}

/** Of a variant, what selling it takes. */
export interface CartVariant {
  readonly id: string;
  readonly sku: string;
  readonly name: string;
  readonly unitPrice: string;
  readonly taxCodeId: string;
  /** What its quantity counts. Absent: pieces. */
  readonly unit?: Unit;
  /** The pack that is sold, whose price this is. Absent: it is sold by the unit. */
  readonly pack?: SoldPack;
  /** By what promotions find it. Absent: an open line, or kept by an earlier version. */
  readonly productId?: string;
  readonly categoryId?: string;
}

/** Exactly one of percent and amount (minor units), and why it is given. */
export type CartDiscount = { readonly reason?: string } & (
  | { readonly percent: string; readonly amount?: never }
  | { readonly amount: number; readonly percent?: never }
);

export const EMPTY_CART: Cart = { lines: [], discounts: [] };

export function isEmpty({ lines, discounts, customer, note, couponCodes, exchange }: Cart): boolean {
  const isPlain = [customer, note, couponCodes, exchange].every((one) => one === undefined);
  return lines.length === 0 && discounts.length === 0 && isPlain;
}

const NO_PAYMENTS: readonly TakenPayment[] = [];

export function takenOf({ payments = NO_PAYMENTS }: Cart): readonly TakenPayment[] {
  return payments;
}

/** What was paid before, of a layaway that is collected. */
export function depositIn({ quote }: Cart): readonly TakenPayment[] {
  return quote?.deposit === undefined ? NO_PAYMENTS : [{ ...quote.deposit, method: "DEPOSIT" }];
}

/** @param tip zero: none */
export function withTip(cart: Cart, tip: number): Cart {
  const { tip: before = 0, ...others } = cart;
  if (tip === before) return cart;
  return tip === 0 ? others : { ...others, tip };
}

export function withPayments({ payments: _, ...cart }: Cart, payments: readonly TakenPayment[]): Cart {
  return payments.length === 0 ? cart : { ...cart, payments };
}

/** How goods are added: one, unless a code or an operator states more of it. */
export type AddedGoods = Partial<Pick<CartLine, "quantity" | "tare" | "unitPrice" | "code">>;

/**
 * Adds goods; a line without changes of its own grows. What was measured is a line of its own, as it is on the scale. Returns the
 * cart and the line that grew.
 */
export function addVariant(
  cart: Cart,
  variant: CartVariant,
  newKey: string,
  { quantity = "1", ...own }: AddedGoods = {},
): { readonly cart: Cart; readonly key: string } {
  const isPlain = Object.keys(own).length === 0 && !isMeasured(variant.unit);
  const plain = isPlain ? cart.lines.find((line) => isPlainLine(line, variant)) : undefined;
  if (plain === undefined) {
    const line: CartLine = { key: newKey, variant, quantity, discounts: [], ...own };
    return { cart: { ...cart, lines: [...cart.lines, line] }, key: newKey };
  }
  return { cart: stepQuantity(cart, plain.key, Number(quantity)), key: plain.key };
}

function isPlainLine({ variant, ...line }: CartLine, { id, unitPrice, pack }: CartVariant): boolean {
  const isSame = variant.id === id && variant.unitPrice === unitPrice && variant.pack?.size === pack?.size;
  return isSame && line.unitPrice === undefined && line.code === undefined && line.discounts.length === 0;
}

/** Whether its quantity is as it was measured or labelled, or one card, and no number of pieces. */
export function isFixed({ variant, code, giftCard }: CartLine): boolean {
  return isMeasured(variant.unit) || code !== undefined || giftCard !== undefined;
}

/** How much is in the cart, as people count it: what is weighed counts as one. */
export function itemCount({ lines }: Cart): number {
  return lines.reduce((sum, { quantity, variant }) => {
    const whole = (parseQuantity(quantity) ?? 0) / 10 ** QUANTITY_PLACES;
    return sum + (Number.isInteger(whole) && !isMeasured(variant.unit) ? whole : 1);
  }, 0);
}

/** The line that was chosen, or the newest if that is gone. */
export function selectedIn({ lines }: Cart, chosen: string | undefined): string | undefined {
  return lines.some(({ key }) => key === chosen) ? chosen : lines.at(-1)?.key;
}

/** Notes and money change nothing of what was quoted; with other goods, customers or discounts it is of today's prices. */
export function withQuoteKept(before: Cart, { quote, ...after }: Cart): Cart {
  const isOther = quote === undefined || quote !== before.quote;
  const parts = ["lines", "discounts", "customer", "couponCodes", "exchange"] as const;
  const isKept = isOther || parts.every((part) => before[part] === after[part]);
  return quote !== undefined && isKept ? { ...after, quote } : after;
}

/** A category in which goods without an article are sold by amount. */
export interface Department {
  readonly id: string;
  readonly name: string;
  readonly taxCodeId: string;
}

/** What an open line sells. */
export interface OpenGoods {
  readonly name: string;
  readonly unitPrice: string;
  readonly taxCodeId: string;
  /** The department. */
  readonly categoryId?: string;
}

/** Adds a line of goods that are not in the catalogue; each is a line of its own. */
export function addOpenLine(cart: Cart, goods: OpenGoods, newKey: string): Cart {
  const variant: CartVariant = { id: "", sku: "", ...goods };
  return { ...cart, lines: [...cart.lines, { key: newKey, variant, quantity: "1", discounts: [], isOpen: true }] };
}

/** Adds the sale of a gift card, or changes one in its line. */
export function withSoldCard(cart: Cart, key: string, goods: OpenGoods, giftCard: SoldCard): Cart {
  const line: CartLine = { key, variant: { id: "", sku: "", ...goods }, quantity: "1", discounts: [], giftCard };
  if (cart.lines.some((one) => one.key === key)) return changeLine(cart, key, () => line);
  return { ...cart, lines: [...cart.lines, line] };
}

export function sellsCard({ lines }: Pick<Cart, "lines">): boolean {
  return lines.some(({ giftCard }) => giftCard !== undefined);
}

/** Whole pieces more or less. It never falls to zero: a line is removed by its own button, which can be undone. */
export function stepQuantity(cart: Cart, key: string, units: number): Cart {
  return changeLine(cart, key, (line) => {
    if (isFixed(line)) return line;
    const next = (parseQuantity(line.quantity) ?? 0) + units * 10 ** QUANTITY_PLACES;
    const quantity = formatQuantity(next);
    return next <= 0 || parseQuantity(quantity) === undefined ? line : { ...line, quantity };
  });
}

/** Another number of pieces; what was measured stays as it is. */
export function withPieces(cart: Cart, key: string, quantity: string): Cart {
  return changeLine(cart, key, (line) => (isFixed(line) ? line : { ...line, quantity }));
}

/** Another quantity, typed: of what was weighed, the tare was taken off the one before. */
export function withQuantity({ tare, ...line }: CartLine, quantity: string): CartLine {
  const isSame = tare !== undefined && quantity === line.quantity;
  return { ...line, quantity, ...(isSame ? { tare } : {}) };
}

/** Reads a typed quantity above zero; returns undefined if it is not one. */
export function quantityOf(typed: string): string | undefined {
  const decimal = typedDecimal(typed, QUANTITY);
  const quantity = decimal === undefined ? undefined : parseQuantity(decimal);
  return decimal === undefined || quantity === undefined || quantity <= 0 ? undefined : decimal;
}

export function changeLine(cart: Cart, key: string, change: (line: CartLine) => CartLine): Cart {
  return { ...cart, lines: cart.lines.map((line) => (line.key === key ? change(line) : line)) };
}

/** With its last line goes all that belonged to it: the next customer gets no discount, name or note of this one. */
export function removeLine(cart: Cart, key: string): Cart {
  const lines = cart.lines.filter((line) => line.key !== key);
  return lines.length === 0 ? withExchange(EMPTY_CART, cart.exchange) : { ...cart, lines };
}

/** What the customer gives back stays, whatever is chosen for it. */
export function withExchange({ exchange: _, ...cart }: Cart, exchange: CartExchange | undefined): Cart {
  return exchange === undefined ? cart : { ...cart, exchange };
}

/**
 * @param reason why it is charged; empty: not stated
 * @param asked what the catalogue or a price list asks for: no price of its own
 */
export function withLinePrice(
  cart: Cart,
  key: string,
  unitPrice: string | undefined,
  { reason = "", asked }: { readonly reason?: string; readonly asked: string },
): Cart {
  return changeLine(cart, key, ({ unitPrice: _, priceReason: __, ...line }) =>
    unitPrice === undefined || unitPrice === asked
      ? line
      : { ...line, unitPrice, ...(reason === "" ? {} : { priceReason: reason }) },
  );
}

/** The prices of lists and the catalogue again; an open line has no other than its own. */
export function withoutOwnPrices(cart: Cart): Cart {
  return { ...cart, lines: cart.lines.map(({ unitPrice: _, priceReason: __, ...line }) => line) };
}

/** What a cart keeps of its customer: prices and tax depend on it. */
export function customerOfCart({ taxExemption, account, ...customer }: FoundCustomer): NonNullable<Cart["customer"]> {
  const { id, name, groupIds } = customer;
  const creditLimit = account?.limit?.amount;
  return {
    ...{ id, name, groupIds },
    ...(taxExemption === null ? {} : { taxExemption }),
    ...(creditLimit === undefined ? {} : { creditLimit }),
  };
}

/** A customer as the server shows one at the counter. */
interface FoundCustomer {
  readonly id: string;
  readonly name: string;
  readonly groupIds: readonly string[];
  readonly taxExemption: string | null;
  readonly account?: { readonly limit: { readonly amount: number } | null };
}

export function withCustomer({ customer: _, ...cart }: Cart, customer: Cart["customer"]): Cart {
  return customer === undefined ? cart : { ...cart, customer };
}

export function withNote({ note: _, ...cart }: Cart, note: string): Cart {
  const text = note.trim();
  return text === "" ? cart : { ...cart, note: text };
}

/** One code is named once. */
export function withCoupon(cart: Cart, code: string): Cart {
  const { couponCodes = [] } = cart;
  return couponCodes.includes(code) ? cart : { ...cart, couponCodes: [...couponCodes, code] };
}

export function withoutCoupon({ couponCodes = [], ...cart }: Cart, code: string): Cart {
  const left = couponCodes.filter((one) => one !== code);
  return left.length === 0 ? cart : { ...cart, couponCodes: left };
}

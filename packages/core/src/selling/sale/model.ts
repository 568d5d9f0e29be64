import { toScaled } from "../../base/decimal.ts";
import { isId } from "../../base/id.ts";
import { LIMITS } from "../../base/limits.ts";
import { PERCENT_PLACES } from "../../base/money.ts";
import { parseQuantity } from "../../base/quantity.ts";
import { type Failure, failure } from "../../base/result.ts";
import { nameProblem, textProblem } from "../../base/text.ts";
import type { Unit } from "../../base/unit.ts";
import type { FailureCode } from "../../generated/names.ts";
import { parsePrice, type VariantBy } from "../../goods/catalog/model.ts";
import { isPackSize, PACK_SIZE_RULE } from "../../goods/catalog/packs.ts";
import type { AppliedDiscount } from "../../goods/pricing/model.ts";
import type { UsedCoupon } from "../../goods/promotion/model.ts";
import type { LineTax } from "../../goods/tax/model.ts";
import type { Fact, FactLine } from "../../ledger/index.ts";
import { isTaking, mayBeUncertain, type Payment, type PaymentMethod, type PaymentState } from "../payment/model.ts";
import {
  cleanCardCode,
  type GiftCardLine,
  isCardCode,
  type MovesValue,
  type ValueAccount,
} from "../stored-value/model.ts";
import { VALUE_FLAGS } from "../stored-value/rules.ts";

/** A sale as a terminal sends it. Decimals and instants are canonical; fields that say nothing are left out. */
export interface SaleInput {
  readonly id: string;
  readonly sequence: number;
  readonly occurredAt: string;
  readonly lines: readonly LineInput[];
  readonly discounts?: readonly DiscountInput[];
  readonly adjustments?: readonly AdjustmentInput[];
  readonly payments: readonly PaymentInput[];
  /** For the staff, minor units: paid beside the total and the rounding. */
  readonly tip?: number;
  readonly customerId?: string;
  readonly expectedTotal?: number;
  readonly operatorId?: string;
  readonly note?: string;
  /** The quote that is sold: its prices hold. */
  readonly quoteId?: string;
}

export interface LineInput {
  readonly variant?: VariantBy;
  readonly description?: string;
  readonly quantity: string;
  /** Packs of so many units are sold. Absent: units, or what the scanned barcode is of. */
  readonly packSize?: number;
  /** What the package of weighed goods weighed; the quantity is without it. */
  readonly tare?: string;
  readonly unitPrice?: string;
  /** Of an open line; absent or empty: the merchant's default. */
  readonly taxCodeId?: string;
  /** Of an open line: the department. */
  readonly categoryId?: string;
  readonly discounts?: readonly DiscountInput[];
  readonly adjustments?: readonly AdjustmentInput[];
  /** The line sells or loads a gift card: it is one, and nothing is taken off it. */
  readonly giftCard?: GiftCardLine;
  /** What a scanner read for it: a price on a label is charged, and no override. */
  readonly code?: string;
  /** Why another price than the shop's is charged. */
  readonly priceReason?: string;
  readonly note?: string;
}

export interface DiscountInput {
  readonly percent?: string;
  readonly amount?: number;
}

/**
 * A discount with its cause, taken after the `discounts`: by hand with a reason, or by a promotion, a coupon or an approval. At
 * most one of percent and amount, and at most one of the causes.
 */
export interface AdjustmentInput extends DiscountInput {
  readonly reason?: string;
  readonly promotionId?: string;
  readonly couponCode?: string;
  readonly approvalId?: string;
}

export interface PaymentInput {
  readonly id: string;
  readonly method: PaymentMethod;
  /** A merchant's own method, of the kind OTHER. */
  readonly methodId?: string;
  readonly amount: number;
  readonly tendered?: number;
  /** By card alone: cash that is handed out beyond the amount, and charged with it. */
  readonly cashBack?: number;
  readonly reference?: string;
  /** What is known of it. Absent: it went through. */
  readonly state?: PaymentState;
  /** The code of the gift card that pays; once sealed, its account. */
  readonly giftCard?: string;
  readonly account?: ValueAccount;
}

/** A sale as it is kept for ever. Amounts are minor units. */
export interface SaleFact extends Fact, MovesValue {
  readonly kind: "sale";
  readonly locationId: string;
  readonly terminalId: string;
  readonly sequence: number;
  readonly receiptNumber: string;
  /** The number is another system's: it is not checked for gaps here. */
  readonly numberIsForeign?: true;
  readonly customerId?: string;
  /** It is the half of an exchange by which goods went out. */
  readonly exchangeId?: string;
  /** The quote that it sold. */
  readonly quoteId?: string;
  readonly note?: string;
  readonly currency: string;
  /** Decimal places of the currency's minor unit, so that booking needs nothing but the fact. */
  readonly digits: number;
  readonly pricesIncludeTax: boolean;
  /** The number of the certificate that freed the customer from tax. */
  readonly taxExemption?: string;
  readonly lines: readonly SaleLine[];
  /** The document's, in the order in which they were taken. */
  readonly discounts?: readonly AppliedDiscount[];
  /** Those that took something off. */
  readonly coupons?: readonly UsedCoupon[];
  readonly payments: readonly Payment[];
  readonly subtotal: number;
  readonly discountTotal: number;
  readonly taxTotal: number;
  readonly rounding: number;
  readonly total: number;
  /** For the staff: in no total and in no figure of sales. Absent: none was given. */
  readonly tip?: number;
  readonly changeDue: number;
  /** What the terminal expected, where that differs from the total. */
  readonly expectedTotal?: number;
}

export function isSale(fact: Fact): fact is SaleFact {
  return fact.kind === "sale";
}

/** What a sale that has happened may be flagged for, beside what its booking finds. Codes that were released stay. */
export const SALE_FLAGS = [
  "UNKNOWN_VARIANT",
  "VARIANT_DISCONTINUED",
  "UNKNOWN_PACK",
  "PRICE_ASSUMED",
  "DISCOUNT_TOO_LARGE",
  "DISCOUNT_NOT_ALLOWED",
  "PAYMENT_MISMATCH",
  "METHOD_NOT_AVAILABLE",
  "TENDERED_NOT_ALLOWED",
  "UNKNOWN_PAYMENT_METHOD",
  "CASH_BACK_TOO_LARGE",
  "PROMOTION_NOT_AVAILABLE",
  "COUPON_NOT_AVAILABLE",
  "APPROVAL_NOT_AVAILABLE",
  "PROMOTION_MISMATCH",
  "COUPON_UNKNOWN",
  "COUPON_EXPIRED",
  "COUPON_USED_UP",
  ...VALUE_FLAGS,
  "TOTAL_MISMATCH",
  "UNKNOWN_QUOTE",
  "QUOTE_CANCELLED",
  "QUOTE_EXPIRED",
  "QUOTE_MISMATCH",
  "DEPOSIT_NOT_USED",
  "QUOTE_SOLD",
  "UNKNOWN_CUSTOMER",
  "UNKNOWN_OPERATOR",
  "UNKNOWN_TAX_CODE",
  "UNKNOWN_CATEGORY",
  "PRICE_OVERRIDDEN",
  "OPERATOR_NOT_SIGNED_IN",
  "BEFORE_PAIRING",
  "TIME_BEFORE_PREVIOUS",
  "CLOCK_SKEW",
  "LATE",
] as const;

export interface SaleLine extends FactLine {
  readonly description: string;
  readonly unitPrice: string;
  /** What the quantity counts. Absent: pieces, or packs. */
  readonly unit?: Unit;
  /** What was taken off for the package, in that unit. Absent: nothing. */
  readonly tare?: string;
  /** As it was scanned. */
  readonly code?: string;
  /** Absent: the catalogue's. Older facts say so. */
  readonly priceSource?: PriceSource;
  /** LIST: whose price it is. */
  readonly priceListId?: string;
  /** OVERRIDE, TERMINAL: why it was charged. */
  readonly priceReason?: string;
  readonly categoryId?: string;
  /** Counted goods: what one cost by the catalogue, decimal, major units. It counts where the level knows no cost. */
  readonly unitCost?: string;
  readonly taxes: readonly LineTax[];
  /** Quantity times unit price, rounded. */
  readonly gross: number;
  /** The line's own, in the order in which they were taken. */
  readonly discounts?: readonly AppliedDiscount[];
  /** Its share of the document's discounts. */
  readonly share?: number;
  /** gross - discounts - share. */
  readonly total: number;
  /** The line sold or loaded this card: no goods, no tax, and in no figure of sales. */
  readonly giftCard?: ValueAccount;
  readonly note?: string;
}

/**
 * Where a price came from: the catalogue, a price list, the label that was scanned, an operator who may override it, the terminal
 * that charged it, an open line.
 */
export const PRICE_SOURCES = ["CATALOG", "LIST", "LABEL", "OVERRIDE", "TERMINAL", "OPEN"] as const;
export type PriceSource = (typeof PRICE_SOURCES)[number];

/** How a line names its variant, for people. */
export function variantName({ variant }: LineInput): string {
  if (variant?.sku !== undefined) return `SKU ${variant.sku}`;
  return variant?.barcode === undefined ? `id ${variant?.id ?? ""}` : `barcode ${variant.barcode}`;
}

/** Everything that is wrong with a sale's form: it is refused whichever way it comes, and nothing of it is kept. */
export function malformed(input: SaleInput): Failure[] {
  const problems: Failure[] = [];
  const add: Add = (code, message, ...path) => problems.push(failure(code, message, ["input", ...path]));
  if (!isId("sal", input.id)) add("INVALID_ID", "The id is not sal_ and a ULID.", "id");
  if (input.quoteId && !isId("quo", input.quoteId)) add("INVALID_ID", "The id is not quo_ and a ULID.", "quoteId");
  if (input.sequence < 1 || input.sequence > LIMITS.sequenceMax)
    add("INVALID_SEQUENCE", `Receipt numbers count from 1 to ${LIMITS.sequenceMax}.`, "sequence");
  if (input.lines.length === 0) add("INVALID_LINES", "A sale has at least one line.", "lines");
  const noteProblem = input.note === undefined ? undefined : textProblem(input.note, LIMITS.noteCharactersMax);
  if (noteProblem) add("INVALID_NOTE", `The note ${noteProblem}.`, "note");
  for (const field of ["customerId", "operatorId"] as const) {
    const problem = input[field] === undefined ? undefined : textProblem(input[field], LIMITS.codeCharactersMax);
    if (problem) add(field === "customerId" ? "INVALID_CUSTOMER" : "INVALID_OPERATOR", `The id ${problem}.`, field);
  }
  for (const [index, line] of input.lines.entries()) checkLine(line, add, ["lines", String(index)]);
  checkDiscounts(input.discounts ?? [], add, []);
  checkAdjustments(input.adjustments ?? [], add, []);
  checkPayments(input.payments, add);
  if (input.tip !== undefined && (input.tip < 0 || input.tip > LIMITS.factAmountMax))
    add("INVALID_TIP", `A tip is 0 to ${LIMITS.factAmountMax} minor units.`, "tip");
  return problems;
}

/** Takes note of a problem; the path starts behind `input`. */
export type Add = (code: FailureCode, message: string, ...path: string[]) => void;

export function checkQuantity(decimal: string, add: Add, path: readonly string[]): void {
  const quantity = parseQuantity(decimal);
  if (quantity === undefined)
    add("INVALID_QUANTITY", "A quantity has up to three places and is at most 9,999,999.999.", ...path, "quantity");
  else if (quantity <= 0) add("INVALID_QUANTITY", "A quantity is above zero.", ...path, "quantity");
}

/** A line that names what was sold and for how much. */
export function checkLine(line: LineInput, add: Add, path: string[]): void {
  checkQuantity(line.quantity, add, path);
  checkTexts(line, add, path);
  if (line.giftCard === undefined) checkGoodsLine(line, add, path);
  else checkCardLine(line, line.giftCard, add, path);
}

function checkGoodsLine(line: LineInput, add: Add, path: string[]): void {
  if (line.unitPrice !== undefined && parsePrice(line.unitPrice) === undefined) {
    add(
      "INVALID_PRICE",
      "A price is at least 0 and at most 999,999,999.999999, with up to six places.",
      ...path,
      "unitPrice",
    );
  }
  if (line.variant === undefined) {
    if (line.unitPrice === undefined) add("INVALID_LINE", "An open line needs a unit price.", ...path, "unitPrice");
    if (line.description === undefined || line.description.trim() === "")
      add("INVALID_LINE", "An open line needs a description.", ...path, "description");
  } else {
    checkVariantBy(line.variant, add, [...path, "variant"]);
  }
  if (line.packSize !== undefined) {
    if (line.variant === undefined) add("INVALID_LINE", "An open line is sold in no packs.", ...path, "packSize");
    if (!isPackSize(line.packSize)) add("INVALID_PACK", PACK_SIZE_RULE, ...path, "packSize");
  }
  const tare = line.tare === undefined ? 0 : parseQuantity(line.tare);
  if (tare === undefined || tare < 0)
    add("INVALID_TARE", "A tare is at least 0, with up to three places.", ...path, "tare");
  const code = line.code === undefined ? undefined : textProblem(line.code, LIMITS.referenceCharactersMax);
  if (code) add("INVALID_LINE", `The code ${code}.`, ...path, "code");
  const reason = line.priceReason === undefined ? undefined : textProblem(line.priceReason, LIMITS.noteCharactersMax);
  if (reason) add("INVALID_REASON", `The reason ${reason}.`, ...path, "priceReason");
  checkTaxCode(line, add, path);
  checkDiscounts(line.discounts ?? [], add, path);
  checkAdjustments(line.adjustments ?? [], add, path);
}

function checkTexts(line: LineInput, add: Add, path: string[]): void {
  const description =
    line.description === undefined ? undefined : textProblem(line.description, LIMITS.nameCharactersMax);
  if (description) add("INVALID_DESCRIPTION", `The description ${description}.`, ...path, "description");
  const note = line.note === undefined ? undefined : textProblem(line.note, LIMITS.noteCharactersMax);
  if (note) add("INVALID_NOTE", `The note ${note}.`, ...path, "note");
}

/** A line that sells a gift card: its amount is all that it comes to. */
function checkCardLine(line: LineInput, { amount, code = "" }: GiftCardLine, add: Add, path: string[]): void {
  const invalid = "INVALID_GIFT_CARD";
  if (parseQuantity(line.quantity) !== parseQuantity("1"))
    add(invalid, "A line sells one gift card.", ...path, "quantity");
  const others = [
    "variant",
    "packSize",
    "tare",
    "unitPrice",
    "priceReason",
    "taxCodeId",
    "categoryId",
    "discounts",
    "adjustments",
  ] as const;
  for (const field of others) {
    const value = line[field];
    if (value !== undefined && value !== "" && !(Array.isArray(value) && value.length === 0))
      add(invalid, "The line of a gift card has nothing but its amount.", ...path, field);
  }
  if (amount < 1 || amount > LIMITS.factAmountMax)
    add(invalid, `A gift card is loaded with 1 to ${LIMITS.factAmountMax} minor units.`, ...path, "giftCard", "amount");
  if (!isCardCode(cleanCardCode(code)))
    add(
      invalid,
      "The code of a gift card has 16 symbols, the last of which checks the others.",
      ...path,
      "giftCard",
      "code",
    );
}

/** A variant has its own tax code, so only an open line names one; the same goes for its category. */
function checkTaxCode({ variant, taxCodeId, categoryId }: LineInput, add: Add, path: string[]): void {
  if (categoryId && variant !== undefined)
    add("INVALID_LINE", "The variant of the line states its category.", ...path, "categoryId");
  else if (categoryId && nameProblem(categoryId, LIMITS.codeCharactersMax))
    add("INVALID_LINE", "The category is no id.", ...path, "categoryId");
  if (!taxCodeId) return;
  const problem = nameProblem(taxCodeId, LIMITS.codeCharactersMax);
  if (variant !== undefined) add("INVALID_LINE", "The variant of the line states its tax code.", ...path, "taxCodeId");
  else if (problem) add("INVALID_TAX_CODE", `The id ${problem}.`, ...path, "taxCodeId");
}

function checkVariantBy(by: VariantBy, add: Add, path: string[]): void {
  for (const field of ["id", "sku", "barcode"] as const) {
    const text = by[field];
    if (text === undefined) continue;
    const problem = nameProblem(text, LIMITS.codeCharactersMax);
    if (problem) add("INVALID_VARIANT", `The ${field} ${problem}.`, ...path, field);
  }
}

function checkDiscounts(discounts: readonly DiscountInput[], add: Add, path: string[]): void {
  if (discounts.length > LIMITS.discountsMax)
    add("INVALID_DISCOUNT", `There are at most ${LIMITS.discountsMax} discounts.`, ...path, "discounts");
  for (const [index, discount] of discounts.entries())
    checkDiscount(discount, "INVALID_DISCOUNT", add, [...path, "discounts", String(index)]);
}

function checkDiscount({ percent, amount }: DiscountInput, code: FailureCode, add: Add, path: readonly string[]): void {
  const scaled = percent === undefined ? 0 : toScaled(percent, PERCENT_PLACES);
  if (scaled === undefined || scaled < 0 || scaled > 100 * 10 ** PERCENT_PLACES)
    add(code, "A percentage is 0 to 100, with up to six places.", ...path, "percent");
  if (amount !== undefined && amount < 0) add(code, "A discount is at least 0.", ...path, "amount");
}

/** What may be the cause of an adjustment, where it is not an operator's own. */
const CAUSES = ["promotionId", "couponCode", "approvalId"] as const;

function checkAdjustments(adjustments: readonly AdjustmentInput[], add: Add, path: string[]): void {
  const code = "INVALID_ADJUSTMENT";
  if (adjustments.length > LIMITS.discountsMax)
    add(code, `There are at most ${LIMITS.discountsMax} adjustments.`, ...path, "adjustments");
  for (const [index, adjustment] of adjustments.entries()) {
    const at = [...path, "adjustments", String(index)];
    const { percent, amount, reason } = adjustment;
    checkDiscount(adjustment, code, add, at);
    const causes = CAUSES.filter((field) => adjustment[field] !== undefined);
    if (percent !== undefined && amount !== undefined)
      add(code, "An adjustment is a percentage or an amount, not both.", ...at);
    if (causes.length > 1) add(code, "An adjustment has one cause.", ...at);
    if (causes.length === 0 && percent === undefined && amount === undefined)
      add(code, "An adjustment by hand is a percentage or an amount.", ...at);
    for (const field of causes) {
      const problem = nameProblem(adjustment[field] ?? "", LIMITS.codeCharactersMax);
      if (problem) add(code, `The ${field} ${problem}.`, ...at, field);
    }
    const problem = reason === undefined ? undefined : textProblem(reason, LIMITS.noteCharactersMax);
    if (problem) add("INVALID_REASON", `The reason ${problem}.`, ...at, "reason");
  }
}

export function checkPayments(payments: readonly PaymentInput[], add: Add): void {
  if (payments.length > LIMITS.salePaymentsMax)
    add("INVALID_PAYMENT", `A sale has at most ${LIMITS.salePaymentsMax} payments.`, "payments");
  const ids = new Set<string>();
  let sum = 0;
  for (const [index, payment] of payments.entries()) {
    const path = ["payments", String(index)];
    if (!isId("pay", payment.id)) add("INVALID_PAYMENT", "The id is not pay_ and a ULID.", ...path, "id");
    if (ids.has(payment.id)) add("INVALID_PAYMENT", "Two payments have this id.", ...path, "id");
    ids.add(payment.id);
    if (payment.amount < 0) add("INVALID_PAYMENT", "A payment is at least 0.", ...path, "amount");
    if (payment.tendered !== undefined && payment.tendered < payment.amount) {
      add("INVALID_PAYMENT", "What is tendered covers the amount.", ...path, "tendered");
    }
    if (!isTaking(payment.method))
      add("METHOD_NOT_AVAILABLE", "What an exchange passes on is computed, not sent.", ...path, "method");
    checkMethodId(payment, add, path);
    checkCashBack(payment, add, path);
    checkState(payment, add, path);
    checkGiftCard(payment, add, path);
    const reference =
      payment.reference === undefined ? undefined : textProblem(payment.reference, LIMITS.referenceCharactersMax);
    if (reference) add("INVALID_PAYMENT", `The reference ${reference}.`, ...path, "reference");
    sum += Math.max(payment.amount + (payment.cashBack ?? 0), payment.tendered ?? 0);
  }
  if (sum > LIMITS.factAmountMax)
    add("INVALID_PAYMENT", `The payments sum to more than ${LIMITS.factAmountMax} minor units.`, "payments");
}

/** Nothing is handed out for money that may not come in. */
function checkState({ method, state, cashBack, tendered }: PaymentInput, add: Add, path: readonly string[]): void {
  if (state === undefined || state === "CAPTURED") return;
  const reject = (message: string) => add("INVALID_PAYMENT", message, ...path, "state");
  if (state === "VOIDED") reject("What did not go through pays for nothing.");
  else if (!mayBeUncertain(method)) reject(`${method} is paid at once.`);
  else if (cashBack || tendered !== undefined) reject("No cash is handed out for a payment that is uncertain.");
}

function checkGiftCard({ method, giftCard }: PaymentInput, add: Add, path: readonly string[]): void {
  if (!giftCard) return;
  const problem = nameProblem(giftCard, LIMITS.codeCharactersMax);
  if (problem) add("INVALID_GIFT_CARD", `The code ${problem}.`, ...path, "giftCard");
  else if (method !== "GIFT_CARD")
    add("INVALID_PAYMENT", "Only a payment by gift card names one.", ...path, "giftCard");
}

function checkCashBack({ method, cashBack }: PaymentInput, add: Add, path: readonly string[]): void {
  if (!cashBack) return;
  if (cashBack < 0) add("INVALID_PAYMENT", "Cash back is at least 0.", ...path, "cashBack");
  else if (method !== "CARD")
    add("INVALID_PAYMENT", "Cash is handed out with a payment by card alone.", ...path, "cashBack");
}

function checkMethodId({ method, methodId }: PaymentInput, add: Add, path: readonly string[]): void {
  if (methodId === undefined) return;
  const problem = nameProblem(methodId, LIMITS.codeCharactersMax);
  if (problem) add("INVALID_PAYMENT", `The method's id ${problem}.`, ...path, "methodId");
  else if (method !== "OTHER")
    add("INVALID_PAYMENT", "A merchant's own method is of the kind OTHER.", ...path, "methodId");
}

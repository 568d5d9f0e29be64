import { fromScaled, toScaled } from "../../base/decimal.ts";
import { LIMITS } from "../../base/limits.ts";
import { allocate, extendPrice, PERCENT_PLACES, PRICE_PLACES, sum, sumOf } from "../../base/money.ts";
import { formatQuantity, parseQuantity, QUANTITY_PLACES } from "../../base/quantity.ts";
import { type Failure, failure, present } from "../../base/result.ts";
import { notAhead } from "../../base/time.ts";
import {
  type Departments,
  discontinuedSince,
  parsePrice,
  priceAt,
  type Variant,
  wasPriceAround,
} from "../../goods/catalog/model.ts";
import { inUnits, type Pack, type SoldPack } from "../../goods/catalog/packs.ts";
import type { Priced } from "../../goods/catalog/prices.ts";
import type { PriceOfList } from "../../goods/price-list/rules.ts";
import type { AppliedDiscount, Discount } from "../../goods/pricing/model.ts";
import { takeDiscounts } from "../../goods/pricing/rules.ts";
import { isLabelPrice } from "../../goods/scan/rules.ts";
import type { Taxes, TaxRate } from "../../goods/tax/model.ts";
import { rateAt } from "../../goods/tax/rates.ts";
import { chargedTax, lineTaxes } from "../../goods/tax/rules.ts";
import type { Flag } from "../../ledger/index.ts";
import type { Payment } from "../payment/model.ts";
import type { PaymentSettings } from "../payment/rules.ts";
import {
  depositAccount,
  type MovesValue,
  storeCredit,
  type ValueAccount,
  valueMovesOf,
} from "../stored-value/model.ts";
import { Findings, type SaleMode } from "./findings.ts";
import { type HeldPrices, heldPrices, type QuoteAsked } from "./held.ts";
import {
  type DiscountInput,
  type LineInput,
  type PriceSource,
  type SaleFact,
  type SaleInput,
  type SaleLine,
  variantName,
} from "./model.ts";
import { checkDepartment, departmentOf, openTaxCode } from "./open-lines.ts";
import { packOf } from "./packs.ts";
import { checkExpected, checkPayments, paymentOf, roundingOf } from "./payments.ts";
import {
  causeOf,
  checkCause,
  checkDiscountLimit,
  isOneOf,
  listedPrices,
  type PromotionsFacts,
  promotionsOfSale,
  type SalePromotions,
  withoutTax,
  withPromotions,
} from "./promotions.ts";

/** What pricing needs to know; the terminal has it too, and computes with this very code. */
export interface PricingFacts extends SellingRights {
  readonly mode: SaleMode;
  /** When it is recorded: prices are those of then where the sale's own clock runs ahead. Absent: it is not recorded now. */
  readonly recordedAt?: string;
  /** The variant of each line, undefined where not found. */
  readonly variants: readonly (Variant | undefined)[];
  readonly taxes: Taxes;
  /** The number of the certificate that frees the customer from tax. */
  readonly taxExemption?: string;
  /** Of the location that sells: new rates of tax begin by its clock. */
  readonly timeZone: string;
  readonly digits: number;
  readonly cashStep: number;
  /** How the merchant's sales may be paid. Absent: by no way of its own, and without cash back. */
  readonly ways?: PaymentSettings;
  readonly scaleLayouts?: readonly string[];
  /** The departments that lines name. Absent: none is known. */
  readonly departments?: Departments;
  /** The tax code of every line, whatever its variant has: of documents that another system taxed. */
  readonly documentTaxCodeId?: string;
  /** Absent: none is taken, and none can be checked. */
  readonly promotions?: PromotionsFacts;
  /** What the customer owes, with what may be owed. Absent: nothing can be bought on account. */
  readonly onAccount?: ValueAccount;
  /** What the goods that an exchange takes back pay of a total. */
  readonly exchanged?: (total: number) => readonly Payment[];
  /** Of a sale that names a quote. */
  readonly quoted?: QuoteAsked;
}

/** What the operator of a sale may do. */
export interface SellingRights {
  readonly mayOverridePrice: boolean;
  /** Another price than the shop's is charged with a reason only. */
  readonly overrideNeedsReason?: boolean;
  /** The most that discounts may come to, in percent of the price before them, as a decimal. Absent: without a limit. */
  readonly discountPercentMax?: string;
}

export type PricedSale = MovesValue &
  Pick<
    SaleFact,
    | "taxExemption"
    | "lines"
    | "discounts"
    | "coupons"
    | "payments"
    | "subtotal"
    | "discountTotal"
    | "taxTotal"
    | "rounding"
    | "total"
    | "tip"
    | "changeDue"
    | "expectedTotal"
  >;

export interface Pricing {
  /** Undefined if the sale cannot be priced; `failures` has the reasons. */
  readonly sale?: PricedSale;
  /** Why a live sale is refused, all together. A sale that happened has none but amounts that no number holds. */
  readonly failures: readonly Failure[];
  /** What a manager has to look at, by code: each becomes one exception. */
  readonly flags: readonly Flag[];
}

/**
 * Prices a well-formed sale (`malformed` found nothing): lines, discounts, tax, cash rounding, payments. Pure and the same on
 * terminal and server. Line total = round(quantity x unit price) - line discounts - share of the document's discounts.
 */
export function priceSale(input: SaleInput, facts: PricingFacts): Pricing {
  const found = new Findings(facts.mode);
  const pricedAt = pricedAtOf(input, facts);
  const held = facts.quoted && heldPrices(input, facts.variants, facts.quoted, found);
  if (held) return quotedSale(held, input, facts, found);
  const run = { facts, pricedAt, found, listed: listedPrices(input.lines, facts, pricedAt) };
  const priced = input.lines.map((line, index) => priceLine(line, index, run));
  const own = priced.flatMap((line) => line ?? []);
  const tooLarge = failure(
    "INVALID_LINES",
    `The lines sum to more than ${LIMITS.factAmountMax} minor units, the most that one sale is recorded for.`,
    ["input", "lines"],
  );
  if (own.length < priced.length) return { failures: found.failures, flags: [] };
  const subtotal = sumOf(own, (line) => line.gross);
  if (subtotal > LIMITS.factAmountMax) return { failures: [tooLarge], flags: [] };

  const promoted = promotionsOfSale(input, own, facts, pricedAt, found);
  const lines = promoted === undefined ? own : own.map((line, index) => withPromotions(line, promoted.ofLines[index]));
  const afterLineDiscounts = lines.map(({ gross, lineDiscount }) => gross - lineDiscount);
  // Nothing is taken off what is put on a gift card.
  const discounted = lines.map((line) => priceOfGoods(line) - line.lineDiscount);
  const document = discountsOf(input, sum(discounted), ["input"], { facts, found });
  const shares = allocate(document.sum, discounted);
  const charged = afterLineDiscounts.map((amount, index) => amount - (shares[index] ?? 0));
  const { taxes, totals, free } = chargedTax(
    lines.map(({ taxRate }, index) => ({ ...taxRate, amount: charged[index] ?? 0 })),
    facts.taxes.regime,
    facts.taxExemption !== undefined,
  );
  const saleLines = lines.map((line, index) =>
    saleLine(withoutTax(line, free?.[index]), shares[index] ?? 0, taxes[index] ?? 0, totals[index] ?? 0),
  );

  const taxTotal = sum(taxes);
  const discountTotal = subtotal - sum(totals);
  if (discountTotal > 0 && facts.discountPercentMax !== undefined)
    checkDiscountLimit(
      facts.discountPercentMax,
      lines.map((line) => ({ price: priceOfGoods(line), discounts: line.discounts })),
      document.applied,
      found,
    );
  const total = sum(totals) + (facts.taxes.regime.pricesIncludeTax ? 0 : taxTotal);
  const { payments, rounding, tip, changeDue, expected } = paidOf(input, total, facts, found);
  if (promoted !== undefined && input.expectedTotal === undefined) checkStated(promoted, total, found);
  const discounts = document.applied.length === 0 ? {} : { discounts: document.applied };
  const coupons = promoted?.couponsWith(document.applied) ?? [];
  const sale: PricedSale = {
    lines: saleLines,
    ...(facts.taxExemption === undefined ? {} : { taxExemption: facts.taxExemption }),
    ...discounts,
    ...(coupons.length === 0 ? {} : { coupons }),
    payments,
    subtotal,
    discountTotal,
    taxTotal,
    rounding,
    total,
    ...tip,
    changeDue,
    ...expected,
    ...valueMovesOf(saleLines, payments),
  };
  return { sale, failures: found.failures, flags: found.flags };
}

/** What is paid of a total. */
function paidOf(input: SaleInput, total: number, facts: PricingFacts, found: Findings) {
  const { cashStep, exchanged, onAccount, ways = {} } = facts;
  const accounts = {
    ON_ACCOUNT: onAccount,
    STORE_CREDIT: storeCredit(input.customerId),
    DEPOSIT: input.quoteId ? depositAccount(input.quoteId) : undefined,
  };
  const paying = { ways, pricedAt: pricedAtOf(input, facts), accounts, found };
  const payments = input.payments.map((payment, index) => paymentOf(payment, index, paying));
  if (exchanged !== undefined) payments.push(...exchanged(total));
  const { tip = 0 } = input;
  const rounding = roundingOf(payments, total + tip, cashStep);
  checkPayments(payments, total + rounding + tip, paying);
  const expected = checkExpected(input.expectedTotal, total, found);
  const changeDue = sumOf(payments, ({ amount, tendered }) => (tendered === undefined ? 0 : tendered - amount));
  return { payments, rounding, tip: tip === 0 ? {} : { tip }, changeDue, expected };
}

function pricedAtOf({ occurredAt }: SaleInput, { recordedAt }: PricingFacts): string {
  return recordedAt ? notAhead(occurredAt, recordedAt) : occurredAt;
}

/** A quote is sold as it was priced; it is paid as any sale is. */
function quotedSale(held: HeldPrices, input: SaleInput, facts: PricingFacts, found: Findings): Pricing {
  const { expected, tip, ...paid } = paidOf(input, held.total, facts, found);
  const sale: PricedSale = { ...held, ...paid, ...tip, ...expected, ...valueMovesOf(held.lines, paid.payments) };
  return { sale, failures: found.failures, flags: found.flags };
}

/** What a line comes to before the document's discounts and tax. */
interface PricedLine {
  readonly input: LineInput;
  readonly variant: Variant | undefined;
  /** The variant's, or the department. */
  readonly categoryId: string | undefined;
  readonly unitPrice: string;
  readonly priceSource: PriceSource;
  readonly priceListId: string | undefined;
  readonly taxCodeId: string;
  readonly taxRate: TaxRate;
  /** Thousandths. */
  readonly quantity: number;
  /** What the quantity counts; undefined: units. */
  readonly pack: SoldPack | undefined;
  readonly gross: number;
  readonly discounts: readonly AppliedDiscount[];
  readonly lineDiscount: number;
}

/** What the lines of a sale have in common; the facts are not copied, because a sale is priced often. */
interface PricingRun {
  readonly facts: PricingFacts;
  /** Prices of the catalogue are those of this instant. */
  readonly pricedAt: string;
  readonly found: Findings;
  /** By the variant's id: what price lists ask for it. A variant without an entry has the catalogue's price. */
  readonly listed: ReadonlyMap<string, PriceOfList>;
}

function priceLine(line: LineInput, index: number, run: PricingRun): PricedLine | undefined {
  const { facts, found } = run;
  if (line.giftCard !== undefined) return cardLine(line, line.giftCard.amount, facts);
  const variant = facts.variants[index];
  if (line.variant && !variant) {
    const message = `There is no variant with the ${variantName(line)}.`;
    found.object("UNKNOWN_VARIANT", message, [...lineAt(index), "variant"], {
      details: { variant: { text: line.variant.sku ?? line.variant.barcode ?? line.variant.id ?? "" } },
    });
    if (facts.mode === "live") return undefined;
  }
  if (variant) checkOffered(variant, index, run);
  checkDepartment(line, lineAt(index), run);
  const pack = packOf(line, variant, lineAt(index), found);
  const charged = priceOf(line, { variant, pack }, index, run);
  const quantity = present(parseQuantity(line.quantity), "a well-formed quantity");
  if (parseQuantity(formatQuantity(inUnits(quantity, pack))) === undefined)
    found.refuse(
      failure("INVALID_QUANTITY", "The packs contain more than 9,999,999.999.", [...lineAt(index), "quantity"]),
    );
  const price = present(parsePrice(charged.unitPrice), "a well-formed price");
  if ((price / 10 ** PRICE_PLACES) * (quantity / 10 ** QUANTITY_PLACES) * 10 ** facts.digits > LIMITS.factAmountMax) {
    const message = `The line comes to more than ${LIMITS.factAmountMax} minor units, the most that one sale is recorded for.`;
    found.refuse(failure("INVALID_LINE", message, lineAt(index)));
    return undefined;
  }
  const gross = extendPrice(price, quantity, facts.digits);
  const { applied, sum: lineDiscount } = discountsOf(line, gross, lineAt(index), run);
  const taxCodeId = facts.documentTaxCodeId ?? variant?.taxCodeId ?? openTaxCode(line, lineAt(index), run);
  const taxCode = present(facts.taxes.codes[taxCodeId], "the tax code of a line");
  const taxRate = rateAt(taxCode, run.pricedAt, facts.timeZone);
  return {
    input: line,
    variant,
    categoryId: variant?.categoryId ?? departmentOf(line, facts.departments),
    quantity,
    pack,
    ...charged,
    taxCodeId,
    taxRate,
    gross,
    discounts: applied,
    lineDiscount,
  };
}

/** What is put on a gift card is money: it has no tax, and no price of the catalogue. */
function cardLine(input: LineInput, amount: number, { taxes, digits }: PricingFacts): PricedLine {
  return {
    ...{
      input,
      variant: undefined,
      categoryId: undefined,
      pack: undefined,
      priceSource: "OPEN",
      priceListId: undefined,
    },
    ...{ quantity: 10 ** QUANTITY_PLACES, unitPrice: fromScaled(amount, digits) },
    ...{ taxCodeId: taxes.defaultCodeId, taxRate: { rate: "0" }, gross: amount, discounts: [], lineDiscount: 0 },
  };
}

/** What was sold before it was discontinued is as it should be, however late it is sent. */
function checkOffered(variant: Variant, index: number, { facts, pricedAt, found }: PricingRun): void {
  const since = discontinuedSince(variant);
  if (since === undefined || (facts.mode === "happened" && pricedAt < since)) return;
  const message = `${variant.sku} is discontinued.`;
  found.object("VARIANT_DISCONTINUED", message, [...lineAt(index), "variant"], {
    details: { variant: { text: variant.title ?? variant.name }, sku: { text: variant.sku } },
  });
}

/**
 * The discounts of a line or of the document, then its adjustments, each of what those before it left. What promotions give live
 * is computed and not what a client states.
 */
function discountsOf(
  { discounts = [], adjustments = [] }: Pick<LineInput, "discounts" | "adjustments">,
  amount: number,
  path: readonly string[],
  { facts, found }: Pick<PricingRun, "facts" | "found">,
): { readonly applied: readonly AppliedDiscount[]; readonly sum: number } {
  for (const [index, adjustment] of adjustments.entries())
    checkCause(adjustment, [...path, "adjustments", String(index)], { facts, found });
  const computed = facts.mode === "live" ? facts.promotions?.set : undefined;
  const wanted = [...discounts, ...adjustments].map((discount) =>
    computed !== undefined && isOneOf(discount, computed) ? NO_DISCOUNT : discountOf(discount),
  );
  const { taken, sum, cut } = takeDiscounts(amount, wanted);
  for (const index of cut) {
    const at = index - discounts.length;
    const place = at < 0 ? ["discounts", String(index)] : ["adjustments", String(at)];
    found.object("DISCOUNT_TOO_LARGE", "The discount is more than what is left.", [...path, ...place]);
  }
  const applied = taken.flatMap((took, index) =>
    wanted[index] === NO_DISCOUNT ? [] : [{ ...causeOf(adjustments[index - discounts.length] ?? {}), amount: took }],
  );
  return { applied, sum };
}

const NO_DISCOUNT: Discount = { amount: 0 };

function priceOfGoods({ input, gross }: PricedLine): number {
  return input.giftCard === undefined ? gross : 0;
}

function lineAt(index: number): string[] {
  return ["input", "lines", String(index)];
}

/** A line as it is kept: what does not apply is left out. */
function saleLine(priced: PricedLine, share: number, tax: number, total: number): SaleLine {
  const {
    input,
    variant,
    categoryId,
    pack,
    unitPrice,
    priceSource,
    priceListId,
    taxCodeId,
    taxRate,
    gross,
    discounts,
  } = priced;
  const line: { -readonly [K in keyof SaleLine]: SaleLine[K] } = {
    description: input.description || (variant?.title ?? variant?.name) || nameOf(input),
    quantity: input.quantity,
    unitPrice,
    taxes: input.giftCard === undefined ? lineTaxes(taxCodeId, taxRate, tax) : [],
    gross,
    total,
  };
  if (priceSource !== "CATALOG") line.priceSource = priceSource;
  if (priceListId !== undefined) line.priceListId = priceListId;
  const sku = variant?.sku ?? input.variant?.sku;
  if (variant) line.variantId = variant.id;
  if (sku !== undefined) line.sku = sku;
  if (categoryId !== undefined) line.categoryId = categoryId;
  if (pack) line.pack = { name: pack.name, size: pack.size };
  else if (variant?.unit !== undefined) line.unit = variant.unit;
  if (line.unit !== undefined && input.tare && parseQuantity(input.tare) !== 0) line.tare = input.tare;
  if (input.code) line.code = input.code;
  if (input.priceReason && isOverride(priceSource)) line.priceReason = input.priceReason;
  if (variant?.stocked) line.stocked = true;
  if (variant?.stocked && variant.unitCost !== undefined) line.unitCost = variant.unitCost;
  if (discounts.length > 0) line.discounts = discounts;
  if (share !== 0) line.share = share;
  if (input.giftCard?.account !== undefined) line.giftCard = input.giftCard.account;
  if (input.note) line.note = input.note;
  return line;
}

/** Where a price has a reason: a person, or a terminal of one, charged it. */
function isOverride(source: PriceSource): boolean {
  return source === "OVERRIDE" || source === "TERMINAL";
}

/** Of a line that has no name of its own. */
function nameOf(line: LineInput): string {
  if (line.giftCard !== undefined) return "Gift card";
  return line.variant ? variantName(line) : "";
}

type Goods = Pick<PricedLine, "variant"> & { readonly pack: Pack | undefined };
type ChargedPrice = Pick<PricedLine, "unitPrice" | "priceSource" | "priceListId">;

function priceOf(line: LineInput, { variant, pack }: Goods, index: number, run: PricingRun): ChargedPrice {
  const { facts, found } = run;
  const { mode, mayOverridePrice, overrideNeedsReason } = facts;
  const priceListId = undefined;
  if (!variant) {
    if (line.variant && line.unitPrice === undefined)
      found.flag("PRICE_ASSUMED", "A line came without a price; 0 was taken.");
    return { unitPrice: line.unitPrice ?? "0", priceSource: line.variant ? "TERMINAL" : "OPEN", priceListId };
  }
  const asked = pack ? ofCatalog(pack) : askedFor(variant, run);
  const isLabelled = pack === undefined && isLabelPrice(line, variant, facts);
  if (mode === "happened" && !mayOverridePrice && !isLabelled)
    flagPrice(line, { ...(pack ?? variant), sku: variant.sku }, asked, run);
  if (line.unitPrice === undefined) {
    if (mode === "happened") found.flag("PRICE_ASSUMED", "A line came without a price; today's was taken.");
    return asked;
  }
  if (line.unitPrice === asked.unitPrice || parsePrice(line.unitPrice) === parsePrice(asked.unitPrice)) return asked;
  if (isLabelled) return { unitPrice: line.unitPrice, priceSource: "LABEL", priceListId };
  if (mode === "happened") return { unitPrice: line.unitPrice, priceSource: "TERMINAL", priceListId };
  if (!mayOverridePrice) {
    const message = "Another price than the shop's needs the permission sale:override-price.";
    const details = { unitPrice: asked.unitPrice };
    found.refuse(failure("PRICE_NOT_ALLOWED", message, [...lineAt(index), "unitPrice"], details));
  } else if (overrideNeedsReason && !line.priceReason?.trim()) {
    const message = "Another price than the shop's is charged with a reason only.";
    found.refuse(failure("PRICE_REASON_MISSING", message, [...lineAt(index), "priceReason"]));
  }
  return { unitPrice: line.unitPrice, priceSource: "OVERRIDE", priceListId };
}

/** The price of a list, else of the catalogue. */
function askedFor(variant: Variant, { listed }: PricingRun): ChargedPrice {
  const ofList = listed.get(variant.id);
  return ofList === undefined ? ofCatalog(variant) : { ...ofList, priceSource: "LIST" };
}

function ofCatalog({ unitPrice }: Priced): ChargedPrice {
  return { unitPrice, priceSource: "CATALOG", priceListId: undefined };
}

/** An operator without the right sold at a price that the terminal cannot have had from the catalogue or from a list. */
function flagPrice(
  { unitPrice }: LineInput,
  sold: Priced & Pick<Variant, "sku">,
  asked: ChargedPrice,
  run: PricingRun,
) {
  const { pricedAt, found } = run;
  const price = unitPrice === undefined ? undefined : parsePrice(unitPrice);
  if (unitPrice === undefined || price === undefined) return;
  const isListed = asked.priceSource === "LIST";
  if (isListed ? parsePrice(asked.unitPrice) === price : wasPriceAround(sold, price, pricedAt)) return;
  const shop = isListed ? asked.unitPrice : priceAt(sold, pricedAt);
  found.flag("PRICE_OVERRIDDEN", `${sold.sku} was sold at ${unitPrice}; its price was ${shop}.`, {
    sku: { text: sold.sku },
    charged: { price: unitPrice },
    catalog: { price: shop },
  });
}

function discountOf({ percent, amount }: DiscountInput): Discount {
  if (percent === undefined) return { amount: amount ?? 0 };
  return { percent: present(toScaled(percent, PERCENT_PLACES), "a well-formed percentage") };
}

/** A client that expects no total states what promotions gave: live, the server has to come to the same. */
function checkStated({ stated, sum: given }: SalePromotions, total: number, found: Findings): void {
  if (stated === undefined || stated === given) return;
  const message = `Promotions take off ${given}, stated was ${stated}; the total is ${total}.`;
  found.object("TOTAL_MISMATCH", message, ["input", "lines"], { failureDetails: { total } });
}

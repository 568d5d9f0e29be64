import { isMeasured, type Unit } from "../base/unit.ts";
import type { SoldPack } from "../goods/catalog/packs.ts";
import type { DiscountSource } from "../goods/pricing/model.ts";
import { TaxSums, taxOf } from "../goods/tax/rules.ts";
import type { PaymentMethod, PaymentState } from "../selling/payment/model.ts";
import type { Receipt, ReceiptDiscount, ReceiptPayment, ReceiptTax } from "./model.ts";

/** An amount as a fact keeps it, or as the API returns it. */
type Amount = number | { readonly amount: number };

/**
 * As much of a sale as its receipt is made from: a priced cart and a stored sale are one, and so is what the dashboard and the
 * terminal select of it.
 */
export interface ReceiptSource {
  readonly pricesIncludeTax: boolean;
  readonly taxExemption?: string | null | undefined;
  readonly lines: readonly SourceLine[];
  readonly discounts?: readonly SourceDiscount[] | undefined;
  readonly payments: readonly SourcePayment[];
  readonly taxTotal: Amount;
  readonly rounding: Amount;
  readonly total: Amount;
  readonly tip?: Amount | undefined;
  readonly changeDue: Amount;
}

interface SourceLine {
  readonly description: string;
  readonly quantity: string;
  /** Absent: pieces. */
  readonly unit?: Unit | undefined;
  readonly pack?: SoldPack | null | undefined;
  readonly tare?: string | null | undefined;
  readonly unitPrice: string;
  readonly total: Amount;
  readonly taxes: readonly { readonly name?: string | null; readonly rate: string; readonly amount: Amount }[];
  readonly discounts?: readonly SourceDiscount[] | undefined;
  /** A fact has this, the API the other. */
  readonly gross?: number;
  readonly discountTotal?: Amount;
  readonly giftCard?: NamedCard | null | undefined;
}

/** A gift card as papers name it; store credit has no end of a code. */
interface NamedCard {
  readonly lastFour?: string | undefined;
}

interface SourceDiscount {
  readonly source: DiscountSource;
  readonly amount: Amount;
  readonly reason?: string | null | undefined;
}

interface SourcePayment {
  readonly method: PaymentMethod;
  readonly methodName?: string | null | undefined;
  readonly methodChineseName?: string | null | undefined;
  readonly amount: Amount;
  readonly cashBack?: Amount | null | undefined;
  readonly tendered?: Amount | null | undefined;
  readonly reference?: string | null | undefined;
  readonly state?: PaymentState | null | undefined;
  /** A fact has this, the API the other. */
  readonly account?: NamedCard | undefined;
  readonly giftCard?: NamedCard | null | undefined;
}

type ReceiptContent = Pick<
  Receipt,
  | "pricesIncludeTax"
  | "taxExemption"
  | "lines"
  | "discounts"
  | "taxes"
  | "payments"
  | "taxTotal"
  | "rounding"
  | "total"
  | "tip"
  | "changeDue"
  | "saved"
>;

/** What was sold, taxed and paid, as papers show it. */
export function receiptContent(sale: ReceiptSource): ReceiptContent {
  const { pricesIncludeTax, taxExemption } = sale;
  return {
    pricesIncludeTax,
    ...(taxExemption ? { taxExemption } : {}),
    lines: sale.lines.map(({ description, quantity, unit, pack, tare, unitPrice, discounts = [], ...line }) => ({
      ...{ description, quantity, unitPrice },
      ...countedIn(unit, pack),
      ...(tare ? { tare } : {}),
      gross: line.gross ?? minor(line.total) + minor(line.discountTotal ?? 0),
      discounts: discounts.map(receiptDiscount),
      ...cardOf(line.giftCard),
    })),
    discounts: (sale.discounts ?? []).map(receiptDiscount),
    taxes: taxesByRate(sale.lines, pricesIncludeTax),
    payments: sale.payments.map(receiptPayment),
    taxTotal: minor(sale.taxTotal),
    rounding: minor(sale.rounding),
    total: minor(sale.total),
    ...tipOf(sale),
    changeDue: minor(sale.changeDue),
    saved: savedOf(sale),
  };
}

/** What promotions, coupons and operators took off. The tax of a customer who pays none is no saving. */
function savedOf({ lines, discounts = [] }: ReceiptSource): number {
  return [...lines.flatMap((line) => line.discounts ?? []), ...discounts].reduce(
    (sum, { source, amount }) => (source === "TAX_EXEMPTION" ? sum : sum + minor(amount)),
    0,
  );
}

/** Above zero on every paper. */
function tipOf({ tip = 0 }: { readonly tip?: Amount | undefined }): Pick<Receipt, "tip"> {
  return minor(tip) === 0 ? {} : { tip: Math.abs(minor(tip)) };
}

/** What a quantity counts, where that is no pieces. */
export function countedIn(
  unit: Unit | undefined,
  pack: SoldPack | null | undefined,
): { readonly unit?: Unit; readonly pack?: SoldPack } {
  if (pack) return { pack: { name: pack.name, size: pack.size } };
  return unit !== undefined && isMeasured(unit) ? { unit } : {};
}

function minor(amount: Amount): number {
  return typeof amount === "number" ? amount : amount.amount;
}

function receiptDiscount({ amount, reason }: SourceDiscount): ReceiptDiscount {
  return { amount: minor(amount), ...(reason ? { reason } : {}) };
}

function cardOf(card: NamedCard | null | undefined): { readonly giftCard?: string } {
  return card?.lastFour === undefined ? {} : { giftCard: card.lastFour };
}

function receiptPayment(payment: SourcePayment): ReceiptPayment {
  const { method, methodName, methodChineseName, amount, tendered, cashBack, reference, state, account, giftCard } =
    payment;
  return {
    method,
    ...(methodName ? { methodName } : {}),
    ...(methodChineseName ? { methodChineseName } : {}),
    amount: minor(amount),
    ...(cashBack === undefined || cashBack === null ? {} : { cashBack: minor(cashBack) }),
    ...(tendered === undefined || tendered === null ? {} : { tendered: minor(tendered) }),
    ...(reference ? { reference } : {}),
    ...(state && state !== "CAPTURED" ? { state } : {}),
    ...cardOf(giftCard ?? account),
  };
}

/** A receipt with what is known now of each of its payments; all else is as it was printed. */
export function withStates<R extends Pick<Receipt, "payments">>(
  receipt: R,
  known: readonly Pick<ReceiptPayment, "state">[],
): R {
  const payments = receipt.payments.map(({ state: _, ...payment }, index) => {
    const state = known[index]?.state;
    return state === undefined ? payment : { ...payment, state };
  });
  return { ...receipt, payments };
}

/** The highest rate first. */
function taxesByRate(lines: readonly SourceLine[], included: boolean): ReceiptTax[] {
  const sums = new TaxSums();
  for (const line of lines) {
    const taxes = line.taxes.map(({ name, rate, amount }) => ({
      ...(name ? { name } : {}),
      ...{ rate, amount: minor(amount) },
    }));
    const tax = taxOf({ taxes });
    sums.add(minor(line.total) - (included ? tax : 0), taxes);
  }
  return sums.sorted();
}

/** As much of a refund as papers show of it; a fact and the API have its quantities and amounts below zero. */
export interface RefundSource {
  /** Of a fact. */
  readonly kind?: string;
  readonly occurredAt: string;
  readonly lines: readonly Pick<SourceLine, "description" | "quantity" | "unit" | "pack" | "total">[];
  readonly payments: readonly SourcePayment[];
  readonly taxTotal: Amount;
  readonly rounding: Amount;
  readonly total: Amount;
  readonly tip?: Amount | undefined;
  readonly unpaid?: Amount | undefined;
  readonly reason?: string | null | undefined;
}

export function refundContent(refund: RefundSource, pricesIncludeTax: boolean) {
  const { occurredAt, reason } = refund;
  return {
    ...{ occurredAt, pricesIncludeTax },
    lines: refund.lines.map(({ description, quantity, unit, pack, total }) => ({
      description,
      quantity: quantity.replace("-", ""),
      ...countedIn(unit, pack),
      amount: 0 - minor(total),
    })),
    payments: refund.payments.map(receiptPayment).map(({ cashBack, ...payment }) => ({
      ...payment,
      amount: 0 - payment.amount,
      ...(cashBack === undefined ? {} : { cashBack: 0 - cashBack }),
    })),
    taxTotal: 0 - minor(refund.taxTotal),
    rounding: 0 - minor(refund.rounding),
    total: 0 - minor(refund.total),
    ...(minor(refund.unpaid ?? 0) === 0 ? {} : { unpaid: 0 - minor(refund.unpaid ?? 0) }),
    ...tipOf(refund),
    ...(reason ? { reason } : {}),
    ...(refund.kind === "void" ? { isVoid: true as const } : {}),
  };
}

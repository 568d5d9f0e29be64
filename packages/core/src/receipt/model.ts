import type { Unit } from "../base/unit.ts";
import type { SoldPack } from "../goods/catalog/packs.ts";
import type { OwnMethodName, PaymentMethod, PaymentState } from "../selling/payment/model.ts";

/**
 * A sale as the customer's paper shows it. A terminal stores it with the sale, so that a copy needs no server. Amounts are
 * minor units, decimals are canonical.
 */
export interface Receipt extends ReceiptOrigin {
  readonly receiptNumber: string;
  readonly customerName?: string;
  /** The number of the certificate that freed the customer from tax. */
  readonly taxExemption?: string;
  readonly note?: string;
  readonly pricesIncludeTax: boolean;
  readonly lines: readonly ReceiptLine[];
  /** What each of the document's discounts took. */
  readonly discounts: readonly ReceiptDiscount[];
  readonly taxes: readonly ReceiptTax[];
  readonly payments: readonly ReceiptPayment[];
  readonly taxTotal: number;
  readonly rounding: number;
  /** Without cash rounding. */
  readonly total: number;
  /** Paid beside the total. Absent: none was given. */
  readonly tip?: number;
  readonly changeDue: number;
  /** What discounts took off. Absent: an earlier program made the receipt. */
  readonly saved?: number;
  /** Absent: it was sold alone. */
  readonly exchange?: ReceiptExchange;
}

/** The goods that came back when these went out. */
export interface ReceiptExchange {
  /** Of the sale whose goods they are. */
  readonly receiptNumber: string;
  readonly refund: ReceiptRefund;
}

/** What a customer is offered until a day. Nothing is paid yet. */
export interface Quotation extends Omit<Receipt, "receiptNumber" | "exchange"> {
  readonly number: string;
  /** The last day on which it is sold. */
  readonly validUntil: string;
}

/** What a customer paid for what was bought on account, or on a quote before it is collected. */
export interface CustomerPaymentSlip extends ReceiptOrigin {
  readonly customerName: string;
  readonly payments: readonly ReceiptPayment[];
  readonly total: number;
  readonly changeDue: number;
  /** What is owed after it; below zero: paid ahead. Of a deposit: what is left to pay. */
  readonly owed: number;
  readonly deposit?: SlipDeposit;
}

/** The layaway on which a customer paid, or got back what was deposited. */
export interface SlipDeposit {
  readonly number: string;
  /** What the goods cost. */
  readonly total: number;
  /** What is deposited after it. */
  readonly deposited: number;
  readonly isGivenBack?: true;
}

/** Where, when and by whom a paper was made. */
export interface ReceiptOrigin {
  readonly occurredAt: string;
  readonly timeZone: string;
  readonly currency: string;
  readonly merchantName: string;
  readonly locationName: string;
  readonly terminalName?: string;
  readonly operatorNumber?: string;
  /** Shown instead of the number. */
  readonly operatorName?: string;
}

export interface ReceiptLine {
  readonly description: string;
  readonly quantity: string;
  /** What the quantity counts. Absent: pieces. */
  readonly unit?: Unit;
  readonly pack?: SoldPack;
  /** What was taken off for the package, in that unit. */
  readonly tare?: string;
  readonly unitPrice: string;
  /** Quantity times unit price. */
  readonly gross: number;
  /** What each of its own discounts took. */
  readonly discounts: readonly ReceiptDiscount[];
  /** The end of the code of the gift card that it sold or loaded. */
  readonly giftCard?: string;
  readonly note?: string;
}

export interface ReceiptDiscount {
  /** Absent: an amount, or the percentage is not known any more. */
  readonly percent?: string;
  readonly amount: number;
  readonly reason?: string;
}

/** The rate in per cent. */
export interface ReceiptTax {
  /** Of one tax among several. */
  readonly name?: string;
  readonly rate: string;
  readonly net: number;
  readonly tax: number;
}

export interface ReceiptPayment extends OwnMethodName {
  readonly method: PaymentMethod;
  readonly amount: number;
  /** What was handed over, where change is given. */
  readonly tendered?: number;
  /** Cash that was handed out with it. */
  readonly cashBack?: number;
  /** The approval code of a card payment, or the like. */
  readonly reference?: string;
  /** What is known of it. Absent: it went through. */
  readonly state?: Exclude<PaymentState, "CAPTURED">;
  /** The end of the gift card's code. */
  readonly giftCard?: string;
  /** What was left on the gift card, or of the store credit, as far as it was known. */
  readonly balance?: number;
}

/** What came back of a sale and how its money was given back. Quantities and amounts are above zero. */
export interface ReceiptRefund {
  readonly occurredAt: string;
  readonly lines: readonly (Pick<ReceiptLine, "description" | "quantity" | "unit" | "pack"> & {
    readonly amount: number;
  })[];
  readonly payments: readonly ReceiptPayment[];
  readonly pricesIncludeTax: boolean;
  readonly taxTotal: number;
  readonly rounding: number;
  /** With tax, without cash rounding. */
  readonly total: number;
  /** As much of it as was never paid, and is not given back. */
  readonly unpaid?: number;
  /** The sale's tip, given back too. */
  readonly tip?: number;
  readonly reason?: string;
  /** All of the sale was cancelled. */
  readonly isVoid?: true;
}

/** A refund with all that its own paper shows. */
export interface RefundSlip extends ReceiptOrigin, ReceiptRefund {
  /** Of the sale. Absent: a refund without a sale. */
  readonly receiptNumber?: string;
}

/** A gift card on paper: all that its bearer needs. */
export interface GiftCardPaper extends ReceiptOrigin {
  readonly code: string;
  /** What was put on it. */
  readonly amount: number;
}

/** What a shop prints on its papers beside what was sold. */
export interface ReceiptShop {
  /** Below the name: one or several lines. */
  readonly header?: string;
  /** One or several lines. */
  readonly address?: string;
  readonly phone?: string;
  readonly taxNumber?: string;
  /** The returns policy, opening hours: one or several lines. */
  readonly footer?: string;
  /** A data URL of an image. */
  readonly logo?: string;
}

export type ReceiptLanguage = "en" | "zh";

/** A paper with its texts ready, in the order of the paper; how wide it is printed changes nothing of it. */
export interface ReceiptDocument {
  readonly language: ReceiptLanguage;
  /** What the paper is, for its readers on a screen. */
  readonly title: string;
  readonly logo?: string;
  readonly name: string;
  readonly head: readonly string[];
  /** COPY, REFUNDED: read before anything else. */
  readonly marks: readonly string[];
  readonly facts: readonly Row[];
  readonly columns: ItemColumns;
  readonly items: readonly Item[];
  /** Sums, then payments: each below a rule. */
  readonly blocks: readonly (readonly Row[])[];
  /** The first row is the heading. */
  readonly taxes: readonly (readonly [string, string, string])[];
  /** What came back of the sale since. */
  readonly returns: readonly Return[];
  readonly notes: readonly string[];
  /** What a scanner reads. */
  readonly code?: string;
  /** Where the paper is on the web, for its reader's camera. */
  readonly link?: PaperLink;
  readonly foot: readonly string[];
}

export interface PaperLink {
  readonly url: string;
  readonly caption: string;
}

export interface Row {
  readonly label: string;
  readonly value: string;
  readonly isTotal?: true;
}

export interface Item {
  readonly description: string;
  readonly quantity: string;
  /** Absent on papers without prices. */
  readonly unitPrice?: string;
  readonly amount?: string;
  readonly details: readonly (Row | string)[];
}

export type ItemColumns = Readonly<Record<"description" | "quantity" | "unitPrice" | "amount", string>>;

export interface Return {
  readonly title: string;
  readonly rows: readonly Row[];
}

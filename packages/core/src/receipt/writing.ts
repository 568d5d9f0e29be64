import type { Unit } from "../base/unit.ts";
import type { PaymentMethod, PaymentState } from "../selling/payment/model.ts";
import type { ReceiptLanguage, ReceiptLine } from "./model.ts";

/** How much of something it is. */
export type Counted = Pick<ReceiptLine, "quantity" | "unit" | "pack" | "tare">;

/** How a shop writes: the words and formats of its language and country, in the zone of what happened. */
export interface ReceiptWriting {
  readonly language: ReceiptLanguage;
  readonly word: (word: ReceiptWord, values?: Readonly<Record<string, string>>) => string;
  readonly method: (method: PaymentMethod) => string;
  readonly state: (state: PaymentState) => string;
  /** What the tax on sales is called. */
  readonly tax: string;
  /** Minor units, with the sign of the currency. */
  readonly money: (amount: number) => string;
  readonly unitPrice: (decimal: string, unit?: Unit) => string;
  /** "2", "2.750 kg", "2.750 kg (tare 0.050 kg)", "2 Case (24)". */
  readonly quantity: (counted: Counted) => string;
  readonly decimal: (decimal: string) => string;
  readonly dateTime: (instant: string) => string;
  /** A business day, YYYY-MM-DD. */
  readonly day: (day: string) => string;
}

/** Names a text of a paper; the catalogue of messages has the texts. */
export type ReceiptWord =
  | "receipt"
  | "giftReceipt"
  | "quote"
  | "quoteOf"
  | "quoteNumber"
  | "validUntil"
  | "refundSlip"
  | "refundWithoutSale"
  | "copy"
  | "copyNumber"
  | "gift"
  | "refund"
  | "void"
  | "voidSlip"
  | "voidedOn"
  | "refunded"
  | "unpaid"
  | "partlyRefunded"
  | "phone"
  | "taxNumber"
  | "number"
  | "originalNumber"
  | "date"
  | "register"
  | "operator"
  | "operatorNumber"
  | "description"
  | "quantity"
  | "withTare"
  | "unitPrice"
  | "amount"
  | "itemCount"
  | "subtotal"
  | "saved"
  | "discount"
  | "percentOff"
  | "rounding"
  | "total"
  | "tip"
  | "cashBack"
  | "change"
  | "reference"
  | "taxRate"
  | "net"
  | "includedTax"
  | "returned"
  | "exchange"
  | "exchangedFor"
  | "difference"
  | "refundTotal"
  | "refundBy"
  | "customer"
  | "giftCard"
  | "giftCardEnding"
  | "giftCardCode"
  | "giftCardValue"
  | "giftCardKeep"
  | "balanceLeft"
  | "customerPayment"
  | "owed"
  | "deposit"
  | "depositBack"
  | "deposited"
  | "leftToPay"
  | "layawayNumber"
  | "taxExempt"
  | "reason"
  | "online"
  | "thanks";

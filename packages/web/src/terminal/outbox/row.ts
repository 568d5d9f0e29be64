import type { PaymentMethod } from "@pos/core/selling/payment/model.ts";
import type { Cart } from "../cart/cart.ts";

/**
 * A sale on its way to the server. It is stored before it is sent, together with its id, its receipt number and the cart it
 * came from, and its request never changes afterwards: whatever is lost on the way, the same bytes are sent again.
 */
export interface Row {
  readonly id: string;
  readonly terminalId: string;
  readonly sequence: number;
  readonly occurredAt: string;
  readonly operatorId: string;
  /** A `CompleteSaleInput` as JSON, as it is sent. */
  readonly request: string;
  readonly receipt: Receipt;
  /** What the operator had entered, for the case that the server says no. */
  readonly cart: Cart;
  readonly state: RowState;
  /** Of the answer that acknowledged it, or said why not; 0: none came yet. */
  readonly epoch: number;
  /** Codes of the contract: why it was not recorded as it was sent. */
  readonly refusals: readonly Refusal[];
  readonly storedAt: string;
}

/**
 * - `live`: the customer is at the counter, the server may still say no
 * - `happened`: no answer came in time; the goods are gone, and from here on it is only recorded
 * - `acknowledged`: the server has it; kept for a server that was restored from a backup
 * - `attention`: malformed, or its id is another sale's: a person has to look at it
 * - `dismissed`: a person has
 */
export type RowState = "live" | "happened" | "acknowledged" | "attention" | "dismissed";

export interface Refusal {
  readonly code: string;
  readonly message: string;
  readonly path: readonly string[];
}

/** All that the customer's paper says, as it was when the sale was made. Amounts are minor units. */
export interface Receipt {
  readonly receiptNumber: string;
  readonly occurredAt: string;
  readonly merchantName: string;
  readonly locationName: string;
  readonly timeZone: string;
  readonly terminalName: string;
  readonly operatorNumber: string;
  readonly customerName?: string;
  readonly note?: string;
  readonly currency: string;
  readonly pricesIncludeTax: boolean;
  readonly lines: readonly ReceiptLine[];
  /** What each of the document's discounts took. */
  readonly discounts: readonly ReceiptDiscount[];
  readonly taxes: readonly ReceiptTax[];
  readonly payments: readonly ReceiptPayment[];
  readonly subtotal: number;
  readonly discountTotal: number;
  readonly taxTotal: number;
  readonly rounding: number;
  readonly total: number;
  readonly changeDue: number;
}

export interface ReceiptLine {
  readonly description: string;
  readonly sku?: string;
  readonly quantity: string;
  readonly unitPrice: string;
  readonly gross: number;
  /** What each of its own discounts took. */
  readonly discounts: readonly ReceiptDiscount[];
  readonly note?: string;
}

export interface ReceiptDiscount {
  /** Absent: an amount. */
  readonly percent?: string;
  readonly amount: number;
}

export interface ReceiptTax {
  /** Per cent */
  readonly rate: string;
  readonly net: number;
  readonly tax: number;
}

export interface ReceiptPayment {
  readonly method: PaymentMethod;
  readonly amount: number;
  readonly tendered?: number;
  readonly reference?: string;
}

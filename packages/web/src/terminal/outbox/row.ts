import * as v from "valibot";
import type { Cart } from "../cart/cart.ts";
import { CART, COUNTED, METHOD as method } from "../cart/cart-schema.ts";

/**
 * A fact on its way to the server, of any kind. It is stored before it is sent, and its request never changes afterwards:
 * whatever is lost on the way, the same bytes are sent again. What belongs to one kind only is in the member of that name.
 */
export type Row = SaleRow | MoneyRow;
export type RowKind = Row["kind"];
export type SaleRow = v.InferOutput<typeof SALE_ROW>;
export type RefundRow = v.InferOutput<typeof REFUND_ROW>;
/** What a customer paid for what was bought on account or on a layaway, or got back of that. */
export type PaymentRow = v.InferOutput<typeof PAYMENT_ROW>;
/** Money that moves outside a sale. */
export type MoneyRow = RefundRow | PaymentRow;

/**
 * - `live`: the customer is at the counter, the server may still refuse it
 * - `happened`: no answer came in time; goods or money are gone, and from here on it is only recorded
 * - `unanswered`: no answer came in time, and only the server may decide it: no money is handed out before it has
 * - `acknowledged`: the server has it; kept for a server that was restored from a backup
 * - `attention`: rejected, or its id is another fact's: a person has to look at it
 * - `dismissed`: a person has
 */
export type RowState = v.InferOutput<typeof STATE>;
export type Refusal = v.InferOutput<typeof REFUSAL>;
/** All that the customer's paper contains, as it was when the sale was made. Amounts are minor units. */
export type Receipt = v.InferOutput<typeof RECEIPT>;
export type ReceiptDiscount = v.InferOutput<typeof DISCOUNT>;
/** What a refund or a void of a sale gave back, for the list of what this terminal did. */
export type RefundSummary = RefundRow["refund"];

/** The version of stored rows. Raising it needs a step in `upgrade.ts`. */
export const ROW_VERSION = 2;
export const ROW_KINDS = [
  "sale",
  "exchange",
  "refund",
  "void",
  "customerPayment",
] as const satisfies readonly RowKind[];

/** Money that no sale brought in goes out, or a deposit goes back: a terminal alone has no right to that. */
export function needsServer(row: Row): boolean {
  if ("sale" in row) return false;
  return "refund" in row ? row.refund.saleId === undefined : row.payment.slip.deposit?.isGivenBack === true;
}

/** Money may be handed out for it: the server has recorded it, or need not decide it. */
export function isDecided(row: Row): boolean {
  return row.state === "acknowledged" || !needsServer(row);
}

/** What was in the cart when the row was stored, in case the server refuses it. */
export function cartOfRow(row: Row): Cart | undefined {
  if ("sale" in row) return row.sale.cart;
  return "refund" in row ? row.refund.cart : row.payment.cart;
}

const listOf = <Schema extends v.GenericSchema>(schema: Schema) => v.pipe(v.array(schema), v.readonly());
const text = v.string();
const amount = v.pipe(v.number(), v.safeInteger());

const STATE = v.picklist(["live", "happened", "unanswered", "acknowledged", "attention", "dismissed"]);
const REFUSAL = v.pipe(
  v.object({ code: text, message: text, path: listOf(text), limitPercent: v.exactOptional(text) }),
  v.readonly(),
);

/** Without a percentage it is an amount. */
const DISCOUNT = v.pipe(
  v.object({ percent: v.exactOptional(text), amount, reason: v.exactOptional(text) }),
  v.readonly(),
);
/** The rate in per cent. */
const TAX = v.pipe(v.object({ name: v.exactOptional(text), rate: text, net: amount, tax: amount }), v.readonly());

const RECEIPT_LINE = v.object({
  description: text,
  sku: v.exactOptional(text),
  quantity: text,
  ...COUNTED,
  tare: v.exactOptional(text),
  unitPrice: text,
  gross: amount,
  /** What each of its own discounts took. */
  discounts: listOf(DISCOUNT),
  giftCard: v.exactOptional(text),
  note: v.exactOptional(text),
});

/** Of the merchant's own ways to pay. */
const OWN_NAME = { methodName: v.exactOptional(text), methodChineseName: v.exactOptional(text) };

const RECEIPT_PAYMENT = v.object({
  method,
  ...OWN_NAME,
  cashBack: v.exactOptional(amount),
  amount,
  tendered: v.exactOptional(amount),
  reference: v.exactOptional(text),
  state: v.exactOptional(v.picklist(["PENDING", "UNKNOWN", "VOIDED"])),
  giftCard: v.exactOptional(text),
  balance: v.exactOptional(amount),
});

/** Where, when and by whom a paper was made. */
const ORIGIN = {
  occurredAt: text,
  merchantName: text,
  locationName: text,
  timeZone: text,
  terminalName: text,
  operatorNumber: text,
  operatorName: v.exactOptional(text),
  currency: text,
};

/** What came back of a sale. */
const BACK = {
  lines: listOf(v.pipe(v.object({ description: text, quantity: text, ...COUNTED, amount }), v.readonly())),
  payments: listOf(v.pipe(RECEIPT_PAYMENT, v.readonly())),
  taxTotal: amount,
  rounding: amount,
  total: amount,
  unpaid: v.exactOptional(amount),
  tip: v.exactOptional(amount),
  reason: v.exactOptional(text),
};

const RECEIPT = v.pipe(
  v.object({
    ...ORIGIN,
    pricesIncludeTax: v.boolean(),
    receiptNumber: text,
    customerName: v.exactOptional(text),
    taxExemption: v.exactOptional(text),
    note: v.exactOptional(text),
    lines: listOf(v.pipe(RECEIPT_LINE, v.readonly())),
    /** What each of the document's discounts took. */
    discounts: listOf(DISCOUNT),
    taxes: listOf(TAX),
    payments: listOf(v.pipe(RECEIPT_PAYMENT, v.readonly())),
    subtotal: amount,
    discountTotal: amount,
    taxTotal: amount,
    rounding: amount,
    total: amount,
    tip: v.exactOptional(amount),
    changeDue: amount,
    saved: v.exactOptional(amount),
    exchange: v.exactOptional(
      v.pipe(
        v.object({
          receiptNumber: text,
          refund: v.pipe(v.object({ occurredAt: text, pricesIncludeTax: v.boolean(), ...BACK }), v.readonly()),
        }),
        v.readonly(),
      ),
    ),
  }),
  v.readonly(),
);

/** A refund's own paper. */
const SLIP = v.pipe(
  v.object({
    ...ORIGIN,
    pricesIncludeTax: v.boolean(),
    /** Of the sale. Absent: a refund without a sale. */
    receiptNumber: v.exactOptional(text),
    ...BACK,
    isVoid: v.exactOptional(v.literal(true)),
  }),
  v.readonly(),
);

const COMMON = {
  v: v.literal(ROW_VERSION),
  id: text,
  terminalId: text,
  /** Its position among the terminal's rows: they are sent in this order. */
  order: amount,
  occurredAt: text,
  operatorId: text,
  /** The input of its kind's mutation as JSON, as it is sent. */
  request: text,
  state: STATE,
  /** Of the answer that acknowledged or refused it; 0: none came yet. */
  epoch: amount,
  /** Why it was not recorded as it was sent. */
  refusals: listOf(REFUSAL),
  storedAt: text,
};

const SALE_ROW = v.pipe(
  v.object({
    ...COMMON,
    /** An exchange is a sale that goods which come back pay for. */
    kind: v.picklist(["sale", "exchange"]),
    sale: v.pipe(
      v.object({
        sequence: amount,
        receipt: RECEIPT,
        /** What the operator had entered, in case the server refuses it. */
        cart: CART,
      }),
      v.readonly(),
    ),
  }),
  v.readonly(),
);

const REFUND_ROW = v.pipe(
  v.object({
    ...COMMON,
    /** A void gives all of a sale back. */
    kind: v.picklist(["refund", "void"]),
    refund: v.pipe(
      v.object({
        /** Absent: goods without a receipt came back. */
        saleId: v.exactOptional(text),
        /** Of the sale. */
        receiptNumber: v.exactOptional(text),
        /** Whose goods are given back without a sale. */
        cart: v.exactOptional(CART),
        timeZone: text,
        currency: text,
        /** What each payment gives back, above zero. */
        payments: listOf(
          v.pipe(v.object({ ...OWN_NAME, method, amount, giftCard: v.exactOptional(text) }), v.readonly()),
        ),
        /** The money is on a gift card that was made for it. */
        newCard: v.exactOptional(v.pipe(v.object({ code: text, amount }), v.readonly())),
        /** Goods that do not go back into stock. Absent: all do. */
        writtenOff: v.exactOptional(
          listOf(v.pipe(v.object({ description: text, quantity: text, ...COUNTED }), v.readonly())),
        ),
        /** Absent: an earlier version stored it, which printed none. */
        slip: v.exactOptional(SLIP),
      }),
      v.readonly(),
    ),
  }),
  v.readonly(),
);

const PAYMENT_ROW = v.pipe(
  v.object({
    ...COMMON,
    kind: v.literal("customerPayment"),
    payment: v.pipe(
      v.object({
        slip: v.pipe(
          v.object({
            ...ORIGIN,
            customerName: text,
            payments: listOf(v.pipe(RECEIPT_PAYMENT, v.readonly())),
            ...{ total: amount, changeDue: amount, owed: amount },
            deposit: v.exactOptional(
              v.pipe(
                v.object({
                  ...{ number: text, total: amount, deposited: amount },
                  isGivenBack: v.exactOptional(v.literal(true)),
                }),
                v.readonly(),
              ),
            ),
          }),
          v.readonly(),
        ),
        /** Which became the layaway. */
        cart: v.exactOptional(CART),
      }),
      v.readonly(),
    ),
  }),
  v.readonly(),
);

const ROW: v.GenericSchema<unknown, Row> = v.union([SALE_ROW, REFUND_ROW, PAYMENT_ROW]);

/** A row as it is stored. Returns undefined for one that this version cannot read: another version's, or another kind's. */
export function parseRow(stored: unknown): Row | undefined {
  const result = v.safeParse(ROW, stored);
  return result.success ? result.output : undefined;
}

const STORED_ID = v.object({ id: text });

/** The key of whatever is stored as a row. */
export function storedId(stored: unknown): string {
  return v.parse(STORED_ID, stored).id;
}

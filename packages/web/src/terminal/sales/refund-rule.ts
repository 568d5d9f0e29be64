import { formatQuantity, QUANTITY_PLACES } from "@pos/core/base/quantity.ts";
import { countedIn } from "@pos/core/receipt/content.ts";
import { ownMethodOf } from "@pos/core/selling/payment/model.ts";
import { planRefund, type RefundPlan, refundableLines } from "@pos/core/selling/refund/rules.ts";
import { ALL_RESTOCKED, type WrittenOff, withWriteOff } from "@pos/web/components/written-off.ts";
import type { SaleToRefundQuery } from "@pos/web/graphql/generated/graphql.ts";
import type { CartExchange } from "../cart/exchange.ts";

export type RefundableSale = NonNullable<SaleToRefundQuery["sale"]>;

/** How much of each line comes back: thousandths, by the number of the line. */
export type Chosen = Readonly<Record<number, number>>;

export interface WantedLine {
  readonly line: number;
  readonly quantity: string;
  /** The goods cannot be sold again. */
  readonly writeOff?: true;
}

export function allOf(sale: RefundableSale): Chosen {
  return Object.fromEntries(refundableLines(sale).map(({ line, left }) => [line, left]));
}

const PIECE = 10 ** QUANTITY_PLACES;

/** One piece more or less; of what was weighed and sold by less than a piece, all or nothing. */
export function stepped(chosen: number, left: number, pieces: 1 | -1): number {
  if (left < PIECE) return pieces > 0 ? left : 0;
  return Math.min(left, Math.max(0, chosen + pieces * PIECE));
}

export function wantedLines(chosen: Chosen, writtenOff: WrittenOff = ALL_RESTOCKED): WantedLine[] {
  const lines = Object.entries(chosen).flatMap(([line, quantity]) =>
    quantity > 0 ? [{ line: Number(line), quantity: formatQuantity(quantity) }] : [],
  );
  return withWriteOff(lines, writtenOff);
}

/** Where the money of a refund goes: the way it came, on a gift card, or on the store credit of the sale's customer. */
export type RefundWay =
  | { readonly to: "asPaid" | "storeCredit" }
  | { readonly to: "giftCard"; readonly code: string; readonly isNew: boolean };

const METHODS = { asPaid: undefined, giftCard: "GIFT_CARD", storeCredit: "STORE_CREDIT" } as const;

/** What is given back at a terminal: each payment of the sale by its own method, or all as stored value. */
export function planAtTerminal(
  sale: RefundableSale,
  wanted: readonly WantedLine[],
  to: RefundWay["to"] = "asPaid",
): RefundPlan {
  const { cashStep } = sale;
  const method = METHODS[to];
  return planRefund(sale, wanted, { cashStep, ...(method && { wayBack: () => method }) });
}

/** What comes back of a sale, as a cart keeps it: all that an exchange is computed from. */
export function cartExchange(sale: RefundableSale, back: Omit<CartExchange, "sale" | "receiptNumber">): CartExchange {
  const { id, receiptNumber, pricesIncludeTax, cashStep, lines, payments, refunded } = sale;
  return {
    ...back,
    receiptNumber,
    sale: {
      ...{ id, pricesIncludeTax, cashStep, total: sale.total.amount, rounding: sale.rounding.amount },
      lines: lines.map(({ description, quantity, unit, pack, total, tax }) => ({
        ...{ description, quantity, ...countedIn(unit, pack), total: total.amount, tax: tax.amount },
      })),
      payments: payments.map(({ id: paymentId, method, paidBy, amount, ...own }) => ({
        ...{ id: paymentId, method, amount: amount.amount, ...ownMethodOf(own) },
        ...(paidBy === null ? {} : { paidBy }),
      })),
      refunded: {
        lines: refunded.lines.map(({ line, quantity, total, tax }) => ({
          ...{ line, quantity, total: total.amount, tax: tax.amount },
        })),
        payments: refunded.payments.map(({ paymentId, amount }) => ({ paymentId, amount: amount.amount })),
      },
    },
  };
}

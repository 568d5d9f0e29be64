import type { Unit } from "@pos/core/base/unit.ts";
import type { SoldPack } from "@pos/core/goods/catalog/packs.ts";
import { countedIn } from "@pos/core/receipt/content.ts";
import { type ExchangePlan, passedOn, planExchange } from "@pos/core/selling/exchange/rules.ts";
import type { Payment, PaymentMethod } from "@pos/core/selling/payment/model.ts";

/** Goods of a sale that the customer gives back for what is in the cart. Amounts are minor units. */
export interface CartExchange {
  /** Of the exchange: made once, so that it is recorded once. */
  readonly id: string;
  readonly receiptNumber: string;
  readonly lines: readonly {
    readonly line: number;
    readonly quantity: string;
    /** The goods cannot be sold again. */
    readonly writeOff?: true;
  }[];
  readonly reason: string;
  /** The sale, and what was given back of it before. */
  readonly sale: ExchangedSale;
}

export interface ExchangedSale {
  readonly id: string;
  readonly pricesIncludeTax: boolean;
  readonly cashStep: number;
  readonly total: number;
  readonly rounding: number;
  readonly lines: readonly {
    readonly description: string;
    readonly quantity: string;
    readonly unit?: Unit;
    readonly pack?: SoldPack;
    readonly total: number;
    readonly tax: number;
  }[];
  readonly payments: readonly {
    readonly id: string;
    readonly method: PaymentMethod;
    readonly paidBy?: PaymentMethod;
    readonly methodId?: string;
    readonly methodName?: string;
    readonly methodChineseName?: string;
    readonly amount: number;
  }[];
  readonly refunded: {
    readonly lines: readonly {
      readonly line: number;
      readonly quantity: string;
      readonly total: number;
      readonly tax: number;
    }[];
    readonly payments: readonly { readonly paymentId: string; readonly amount: number }[];
  };
}

/** The goods that come back and cannot be sold again. */
export function writtenOffOf({ lines, sale }: CartExchange) {
  return lines.flatMap(({ line, quantity, writeOff }) => {
    const { description = "", unit, pack } = sale.lines[line - 1] ?? {};
    return writeOff ? { description, quantity, ...countedIn(unit, pack) } : [];
  });
}

/** What an exchange comes to for goods of a total. */
export function planOf({ sale, lines }: CartExchange, total: number): ExchangePlan {
  return planExchange(sale, lines, total);
}

/** What the goods that come back pay of a total. */
export function exchangedFor(exchange: CartExchange | undefined, total: number): readonly Payment[] {
  if (exchange === undefined) return NOTHING;
  const { exchanged, refund } = planOf(exchange, total);
  const back = refund.payments.map((payment) => ({ ...payment, id: "" }));
  return passedOn(exchange.id, exchange.sale, { amount: exchanged, back }).map(({ ofSale }) => ofSale);
}

const NOTHING: readonly Payment[] = [];

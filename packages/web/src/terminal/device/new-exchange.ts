import { countedIn } from "@pos/core/receipt/content.ts";
import type { ReceiptExchange } from "@pos/core/receipt/model.ts";
import { halvesOf } from "@pos/core/selling/exchange/model.ts";
import { newId } from "@pos/web/clock.ts";
import type { ExchangeSaleInput } from "@pos/web/graphql/generated/graphql.ts";
import type { Cart } from "../cart/cart.ts";
import { type CartExchange, exchangedFor, planOf } from "../cart/exchange.ts";

/** The half of an exchange has its ULID. */
export function newSaleId({ exchange }: Pick<Cart, "exchange">): string {
  return exchange === undefined ? newId("sal") : halvesOf(exchange.id).saleId;
}

/** The goods that come back for what is sold: as they are sent beside the sale, and as the paper shows them. */
export function exchangeOf(
  exchange: CartExchange,
  total: number,
  occurredAt: string,
): { readonly input: Omit<ExchangeSaleInput, "sale">; readonly onPaper: ReceiptExchange } {
  const { id, receiptNumber, lines, reason, sale } = exchange;
  const { refund } = planOf(exchange, total);
  const back = refund.payments.map(({ paymentId, method, amount }) => ({ paymentId, method, amount }));
  return {
    input: {
      ...{ id, saleId: sale.id, reason },
      back: lines.map((line) => ({ ...line })),
      paymentsBack: back.map((payment) => ({ id: newId("pay"), ...payment })),
    },
    onPaper: {
      receiptNumber,
      refund: {
        ...{ occurredAt, pricesIncludeTax: sale.pricesIncludeTax },
        lines: lines.map(({ line, quantity }) => ({
          description: sale.lines[line - 1]?.description ?? "",
          ...{ quantity, ...countedIn(sale.lines[line - 1]?.unit, sale.lines[line - 1]?.pack) },
          amount: refund.lines.find((planned) => planned.line === line)?.total ?? 0,
        })),
        payments: [...back, ...exchangedFor(exchange, total)].map(({ method, amount }) => ({ method, amount })),
        ...{ taxTotal: refund.taxTotal, rounding: refund.rounding, total: refund.total },
        ...(reason === "" ? {} : { reason }),
      },
    },
  };
}

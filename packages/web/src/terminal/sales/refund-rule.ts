import { formatQuantity } from "@pos/core/base/quantity.ts";
import { planRefund, type RefundPlan, refundableLines } from "@pos/core/selling/refund/rules.ts";
import type { SaleToRefundQuery } from "@pos/web/graphql/generated/graphql.ts";

export type SoldSale = NonNullable<SaleToRefundQuery["sale"]>;

/** How much of a line can still come back. */
export function leftOf(sale: SoldSale, line: number): string {
  return formatQuantity(refundableLines(sale)[line - 1]?.left ?? 0);
}

export interface WantedLine {
  readonly line: number;
  readonly quantity: string;
}

/** What is given back at a terminal: each payment of the sale by its own method, as the server decides it. */
export function paymentsBack(sale: SoldSale, wanted: readonly WantedLine[]): RefundPlan["payments"] {
  return planRefund(sale, wanted, { cashStep: sale.cashStep }).payments;
}

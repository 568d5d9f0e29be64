import { receiptContent, refundContent } from "@pos/core/receipt/content.ts";
import type { Receipt, ReceiptRefund } from "@pos/core/receipt/model.ts";
import type { ReceiptOfSaleFragment } from "@pos/web/graphql/generated/graphql.ts";

/** The receipt of a sale as the server has it. */
export function receiptOfSale(sale: ReceiptOfSaleFragment, merchantName: string): Receipt {
  const { receiptNumber, occurredAt, location, terminal, operator, customer, note } = sale;
  return {
    ...{ receiptNumber, occurredAt, merchantName },
    timeZone: location.timeZone,
    currency: sale.total.currency,
    locationName: location.name,
    terminalName: terminal.name,
    ...(operator === null ? {} : { operatorName: operator.name }),
    ...(customer?.name ? { customerName: customer.name } : {}),
    ...(note === null ? {} : { note }),
    ...receiptContent(sale),
  };
}

/** What came back of a sale, refund by refund. */
export function refundsOfSale({ refunds, pricesIncludeTax }: ReceiptOfSaleFragment): ReceiptRefund[] {
  return refunds.map((refund) => refundContent(refund, pricesIncludeTax));
}

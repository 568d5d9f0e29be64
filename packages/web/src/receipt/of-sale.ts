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
    ...exchangeOnPaper(sale),
  };
}

/** What came back when these goods went out. */
function exchangeOnPaper({ exchange, pricesIncludeTax }: ReceiptOfSaleFragment): Pick<Receipt, "exchange"> {
  const refund = exchange?.refund;
  const receiptNumber = refund?.sale?.receiptNumber;
  if (refund === undefined || receiptNumber === undefined) return {};
  return { exchange: { receiptNumber, refund: refundContent(refund, pricesIncludeTax) } };
}

/** What came back of a sale, refund by refund, and what voided it. */
export function refundsOfSale({ refunds, void: voided, pricesIncludeTax }: ReceiptOfSaleFragment): ReceiptRefund[] {
  const given = refunds.map((refund) => refundContent(refund, pricesIncludeTax));
  return voided === null ? given : [...given, { ...refundContent(voided, pricesIncludeTax), isVoid: true }];
}

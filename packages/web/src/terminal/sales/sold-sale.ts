import type { Receipt, ReceiptRefund } from "@pos/core/receipt/model.ts";
import {
  ReceiptByIdDocument,
  type ReceiptOfSaleFragment,
  type ReceiptOnlineFragment,
  ReceiptsByNumberDocument,
} from "@pos/web/graphql/generated/graphql.ts";
import { receiptOfSale, refundsOfSale } from "@pos/web/receipt/of-sale.ts";
import { requestDocument } from "../api-client.ts";
import type { Device } from "../device/device.ts";
import type { Row, SaleRow } from "../outbox/row.ts";

/** A sale of this terminal, or of another one of the merchant. */
export interface SoldSale {
  readonly id: string;
  readonly receipt: Receipt;
  /** What came back since, as far as it is known here. */
  readonly refunds: readonly ReceiptRefund[];
  /** Of a sale of this terminal, as long as the device keeps it. */
  readonly row?: SaleRow;
  /** Those that are not certain, as the server has them. Absent: it was not asked. */
  readonly uncertain?: readonly UncertainPayment[];
  /** The server would void it now. Absent: it was not asked. */
  readonly isVoidable?: boolean;
  /** What was done with its papers. Absent: the server was not asked. */
  readonly online?: ReceiptOnlineFragment;
}

export type UncertainPayment = ReceiptOfSaleFragment["payments"][number];

/** A receipt number that was scanned. Each scan is a new object, so that one number can be scanned twice. */
export interface Sought {
  readonly receiptNumber: string;
}

/** A sale of this terminal with what it gave back itself: known without a network. */
export function soldHere(row: SaleRow, rows: readonly Row[]): SoldSale {
  const refunds = rows
    .flatMap((other) => ("refund" in other && !isRefused(other) ? [other.refund] : []))
    .flatMap(({ saleId, slip }) => (saleId === row.id && slip ? [slip] : []))
    .reverse();
  return { id: row.id, receipt: row.sale.receipt, refunds, row };
}

function isRefused({ state }: Row): boolean {
  return state === "attention" || state === "dismissed";
}

type Asked = Pick<Device, "client">;

/**
 * The sales that have a receipt number, of any terminal whose sales the operator may see.
 * @returns undefined if the server did not answer
 */
export async function salesByNumber(
  { client }: Asked,
  token: string,
  { receiptNumber, merchantName }: { readonly receiptNumber: string; readonly merchantName: string },
): Promise<readonly SoldSale[] | undefined> {
  const answer = await requestDocument(client, ReceiptsByNumberDocument, { receiptNumber }, token);
  if ("failure" in answer) return undefined;
  return answer.data.sales?.nodes.map((sale) => soldSale(sale, merchantName)) ?? [];
}

/** Undefined if the server did not answer, or does not have it yet. */
export async function saleById(
  { client }: Asked,
  token: string,
  { id, merchantName }: { readonly id: string; readonly merchantName: string },
): Promise<SoldSale | undefined> {
  const answer = await requestDocument(client, ReceiptByIdDocument, { id }, token);
  const sale = "failure" in answer ? null : answer.data.sale;
  const uncertain = sale?.payments.filter(({ state }) => state === "PENDING" || state === "UNKNOWN") ?? [];
  return sale
    ? { ...soldSale(sale, merchantName), uncertain, isVoidable: sale.isVoidable, online: sale.receipt }
    : undefined;
}

function soldSale(sale: ReceiptOfSaleFragment & { readonly id: string }, merchantName: string): SoldSale {
  return { id: sale.id, receipt: receiptOfSale(sale, merchantName), refunds: refundsOfSale(sale) };
}

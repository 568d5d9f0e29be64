import type { Table } from "../../table/port/port.ts";
import type { Merchant } from "./model.ts";
import { merchantKey, readMerchant } from "./records.ts";

export async function getMerchant(table: Table, merchantId: string): Promise<Merchant> {
  return readMerchant(await table.get(merchantKey(merchantId)));
}

import type { Table } from "../../table/port/port.ts";
import type { Taxes } from "./model.ts";
import { readTaxes, taxesKey } from "./records.ts";

export async function getTaxes(table: Table, merchantId: string): Promise<Taxes> {
  return readTaxes(await table.get(taxesKey(merchantId)));
}

import type { Table } from "../../table/port/port.ts";
import type { Taxes, VersionedTaxes } from "./model.ts";
import { readTaxes, readVersionedTaxes, taxesKey } from "./records.ts";

export async function getTaxes(table: Table, merchantId: string): Promise<Taxes> {
  return readTaxes(await table.get(taxesKey(merchantId)));
}

/** With the version that a change names. */
export async function getTaxSettings(table: Table, merchantId: string): Promise<VersionedTaxes> {
  return readVersionedTaxes(await table.get(taxesKey(merchantId)));
}

import { present } from "../../base/result.ts";
import { type MasterKind, masterPut, masterRecord } from "../../people/access/index.ts";
import { tenantPk } from "../../table/port/keys.ts";
import type { Item, Key } from "../../table/port/port.ts";
import type { Taxes, VersionedTaxes } from "./model.ts";

export function taxesKey(merchantId: string): Key {
  return { pk: tenantPk(merchantId), sk: "TAXES" };
}

export function taxesItem(merchantId: string, taxes: Taxes, version: number): Item {
  const codes = { ...taxes.codes } as unknown as Item[string];
  return { ...taxesKey(merchantId), regime: { ...taxes.regime }, defaultCodeId: taxes.defaultCodeId, codes, version };
}

export function readTaxes(item: Item | undefined): Taxes {
  return present(item, "the merchant's taxes") as unknown as Taxes;
}

export function readVersionedTaxes(item: Item | undefined): VersionedTaxes {
  return { ...readTaxes(item), version: Number(item?.version) };
}

export const taxesMaster: MasterKind = {
  record: "taxes",
  async *read(table, merchantId) {
    const item = await table.get(taxesKey(merchantId));
    if (item) yield masterRecord(item);
  },
  writes: (merchantId, { id: _, ...record }) => [masterPut(taxesKey(merchantId), record)],
};

import type { Table } from "../../table/port/port.ts";
import type { Context } from "../access/index.ts";
import type { Merchant, ReceiptSettings } from "./model.ts";
import {
  merchantKey,
  readMerchant,
  readReceiptSettings,
  readVersionedMerchant,
  receiptSettingsKey,
  type VersionedMerchant,
} from "./records.ts";

export async function getMerchant(table: Table, merchantId: string): Promise<Merchant> {
  return readMerchant(await table.get(merchantKey(merchantId)));
}

/** For commands, which have checked whether the caller may change it. */
export async function getMerchantToChange({ table, caller }: Context): Promise<VersionedMerchant> {
  return readVersionedMerchant(await table.get(merchantKey(caller.merchantId)));
}

/** What is on receipts beside the sale. A record of its own, so that a sale does not read the picture. */
export async function getReceiptSettings(table: Table, merchantId: string): Promise<ReceiptSettings> {
  const item = await table.get(receiptSettingsKey(merchantId));
  return item ? readReceiptSettings(item) : {};
}

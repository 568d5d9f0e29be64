import * as v from "valibot";
import { present } from "../../base/result.ts";
import { recordCodec } from "../../table/port/codec.ts";
import { tenantPk } from "../../table/port/keys.ts";
import type { Item, Key } from "../../table/port/port.ts";
import { type MasterKind, masterPut, masterRecord } from "../access/index.ts";
import { merchantListed } from "../directory/index.ts";
import type { Merchant } from "./model.ts";

export function merchantKey(merchantId: string): Key {
  return { pk: tenantPk(merchantId), sk: "MERCHANT" };
}

export function merchantItem(merchant: Merchant): Item {
  return { ...merchantKey(merchant.id), ...merchant };
}

const readPresent = recordCodec(
  "merchant",
  v.object({ id: v.string(), name: v.string(), currency: v.string(), cashStep: v.number() }),
);

export function readMerchant(item: Item | undefined): Merchant {
  return readPresent(present(item, "the merchant"));
}

export const merchantMaster: MasterKind = {
  record: "merchant",
  async *read(table, merchantId) {
    const item = await table.get(merchantKey(merchantId));
    if (item) yield { ...masterRecord(item), id: merchantId };
  },
  writes: (merchantId, record) => [masterPut(merchantKey(merchantId), record), merchantListed(merchantId)],
};

import * as v from "valibot";
import { present } from "../../base/result.ts";
import { recordCodec } from "../../table/port/codec.ts";
import { tenantPk } from "../../table/port/keys.ts";
import type { Item, Key, Value } from "../../table/port/port.ts";
import { type MasterKind, masterPut, masterRecord } from "../access/index.ts";
import { merchantListed } from "../directory/index.ts";
import type { Merchant } from "./model.ts";

export function merchantKey(merchantId: string): Key {
  return { pk: tenantPk(merchantId), sk: "MERCHANT" };
}

/** Exists beside the record of a merchant that got its version with its first change. */
export function merchantVersionedKey(merchantId: string): Key {
  return { pk: tenantPk(merchantId), sk: "MERCHANT#VERSIONED" };
}

export function merchantItem(merchant: Merchant): Item {
  const { limits, ...fields } = merchant;
  const stored = limits && (JSON.parse(JSON.stringify(limits)) as { readonly [role: string]: Value });
  return { ...merchantKey(merchant.id), ...fields, ...(stored ? { limits: stored } : {}) };
}

const ROLE_LIMITS = v.exactOptional(
  v.object({ discountPercent: v.exactOptional(v.string()), unlinkedRefund: v.exactOptional(v.number()) }),
);

const readPresent = recordCodec(
  "merchant",
  v.object({
    id: v.string(),
    name: v.string(),
    currency: v.string(),
    cashStep: v.number(),
    limits: v.exactOptional(v.object({ OWNER: ROLE_LIMITS, MANAGER: ROLE_LIMITS, CASHIER: ROLE_LIMITS })),
    version: v.exactOptional(v.number()),
  }),
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

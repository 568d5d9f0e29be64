import * as v from "valibot";
import { present } from "../../base/result.ts";
import { recordCodec } from "../../table/port/codec.ts";
import { tenantPk } from "../../table/port/keys.ts";
import type { Condition, Item, Key, Value, Write } from "../../table/port/port.ts";
import { type MasterKind, masterPut, masterRecord } from "../access/index.ts";
import { merchantListed } from "../directory/index.ts";
import type { Merchant, ReceiptSettings } from "./model.ts";

export function merchantKey(merchantId: string): Key {
  return { pk: tenantPk(merchantId), sk: "MERCHANT" };
}

/** Exists beside the record of a merchant that got its version with its first change. */
function merchantVersionedKey(merchantId: string): Key {
  return { pk: tenantPk(merchantId), sk: "MERCHANT#VERSIONED" };
}

export function merchantItem(merchant: Merchant): Item {
  const stored = JSON.parse(JSON.stringify(merchant)) as { readonly [field: string]: Value };
  return { ...stored, ...merchantKey(merchant.id) };
}

const ROLE_LIMITS = v.exactOptional(
  v.object({ discountPercent: v.exactOptional(v.string()), unlinkedRefund: v.exactOptional(v.number()) }),
);

const OWN_PAYMENT_METHOD = v.object({
  ...{ id: v.string(), name: v.string(), version: v.number(), requestHash: v.string() },
  ...{ givesChange: v.boolean(), asksReference: v.boolean() },
  chineseName: v.exactOptional(v.string()),
  endedAt: v.exactOptional(v.string()),
});

const readPresent = recordCodec(
  "merchant",
  v.object({
    id: v.string(),
    name: v.string(),
    currency: v.string(),
    cashStep: v.number(),
    country: v.exactOptional(v.string()),
    refusesOutOfStock: v.exactOptional(v.boolean()),
    refundsToSameMethod: v.exactOptional(v.boolean()),
    refundNeedsCustomer: v.exactOptional(v.boolean()),
    overrideNeedsReason: v.exactOptional(v.boolean()),
    scaleLayouts: v.exactOptional(v.array(v.string())),
    isSetupHidden: v.exactOptional(v.boolean()),
    paymentMethods: v.exactOptional(v.record(v.string(), OWN_PAYMENT_METHOD)),
    tipPercents: v.exactOptional(v.array(v.string())),
    cashBackMax: v.exactOptional(v.number()),
    giftCardOfflineMax: v.exactOptional(v.number()),
    limits: v.exactOptional(v.object({ OWNER: ROLE_LIMITS, MANAGER: ROLE_LIMITS, CASHIER: ROLE_LIMITS })),
    version: v.exactOptional(v.number()),
  }),
);

export function readMerchant(item: Item | undefined): Merchant {
  return readPresent(present(item, "the merchant"));
}

export interface VersionedMerchant extends Merchant {
  readonly version: number;
  /** Its record is of a time when it could not be changed. */
  readonly isUnversioned: boolean;
}

export function readVersionedMerchant(item: Item | undefined): VersionedMerchant {
  const merchant = readMerchant(item);
  return { ...merchant, version: merchant.version ?? 1, isUnversioned: merchant.version === undefined };
}

/**
 * Changes fields of the record that was read. A record without a version gets it with its first change: a record beside it makes
 * sure that there is only one first change.
 */
export function merchantWrites(
  { id, isUnversioned, version }: VersionedMerchant,
  set: Partial<Merchant>,
  remove: readonly string[] = [],
): Write[] {
  const condition: Condition = isUnversioned ? { is: "present" } : { is: "equal", to: { version } };
  const stored = JSON.parse(JSON.stringify(set)) as { readonly [field: string]: Value };
  const update: Write = {
    ...{ op: "update", key: merchantKey(id), set: { ...stored, version: version + 1 }, if: condition },
    ...(remove.length === 0 ? {} : { remove }),
  };
  if (!isUnversioned) return [update];
  return [update, { op: "put", item: { ...merchantVersionedKey(id) }, if: { is: "absent" } }];
}

export function receiptSettingsKey(merchantId: string): Key {
  return { pk: tenantPk(merchantId), sk: "RECEIPT" };
}

/** Written with the merchant's record only, whose version orders the changes of both. */
export function receiptSettingsPut(merchantId: string, settings: ReceiptSettings): Write {
  return { op: "put", item: { ...receiptSettingsKey(merchantId), ...settings } };
}

export const readReceiptSettings: (item: Item) => ReceiptSettings = recordCodec(
  "receipt settings",
  v.object({
    header: v.exactOptional(v.string()),
    address: v.exactOptional(v.string()),
    phone: v.exactOptional(v.string()),
    taxNumber: v.exactOptional(v.string()),
    footer: v.exactOptional(v.string()),
    logo: v.exactOptional(v.string()),
    language: v.exactOptional(v.picklist(["EN", "ZH_HANS"])),
  }),
);

export const receiptSettingsMaster: MasterKind = {
  record: "receiptSettings",
  async *read(table, merchantId) {
    const item = await table.get(receiptSettingsKey(merchantId));
    if (item) yield masterRecord(item);
  },
  writes: (merchantId, { id: _, ...record }) => [masterPut(receiptSettingsKey(merchantId), record)],
};

export const merchantMaster: MasterKind = {
  record: "merchant",
  async *read(table, merchantId) {
    const item = await table.get(merchantKey(merchantId));
    if (item) yield { ...masterRecord(item), id: merchantId };
  },
  writes: (merchantId, record) => [masterPut(merchantKey(merchantId), record), merchantListed(merchantId)],
};

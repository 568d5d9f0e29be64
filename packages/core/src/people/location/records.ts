import * as v from "valibot";
import { recordCodec } from "../../table/port/codec.ts";
import { tenantPk } from "../../table/port/keys.ts";
import { type Item, itemsOf, type Key, type Value, type Write } from "../../table/port/port.ts";
import { type MasterKind, masterPut, masterRecord } from "../access/index.ts";
import type { Location, NewLocation } from "./model.ts";

export function locationKey(merchantId: string, locationId: string): Key {
  return { pk: locationsPk(merchantId), sk: locationId };
}

export function locationsPk(merchantId: string): string {
  return tenantPk(merchantId, "LOCATION");
}

const DAY_RULE = { timeZone: v.string(), dayEndHour: v.exactOptional(v.number()) };

export const readLocation: (item: Item) => Location = recordCodec(
  "location",
  v.object({
    id: v.string(),
    code: v.string(),
    name: v.string(),
    ...DAY_RULE,
    earlierDays: v.exactOptional(v.array(v.object({ ...DAY_RULE, before: v.string() }))),
    language: v.exactOptional(v.picklist(["EN", "ZH_HANS"])),
    header: v.exactOptional(v.string()),
    address: v.exactOptional(v.string()),
    phone: v.exactOptional(v.string()),
    taxNumber: v.exactOptional(v.string()),
    footer: v.exactOptional(v.string()),
    version: v.number(),
  }),
);

/** Writes the changed record on condition that its version is the one read. */
export function locationUpdate(
  merchantId: string,
  { id, version }: Location,
  set: Partial<Location>,
  remove: readonly string[],
): Write {
  const stored = JSON.parse(JSON.stringify(set)) as { readonly [field: string]: Value };
  return {
    ...{ op: "update", key: locationKey(merchantId, id), set: { ...stored, version: version + 1 } },
    ...(remove.length === 0 ? {} : { remove }),
    if: { is: "equal", to: { version } },
  };
}

export const locationMaster: MasterKind = {
  record: "location",
  async *read(table, merchantId) {
    for await (const item of itemsOf(table, locationsPk(merchantId))) yield masterRecord(item);
  },
  writes: (merchantId, record) => [masterPut(locationKey(merchantId, record.id), record)],
};

export function locationItem(
  merchantId: string,
  location: NewLocation,
  requestHash: string,
): Item & { requestHash: string } {
  return { ...locationKey(merchantId, location.id), ...location, version: 1, requestHash };
}

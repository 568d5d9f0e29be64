import * as v from "valibot";
import { recordCodec } from "../../table/port/codec.ts";
import { tenantPk } from "../../table/port/keys.ts";
import { type Item, itemsOf, type Key } from "../../table/port/port.ts";
import { type MasterKind, masterPut, masterRecord } from "../access/index.ts";
import type { Location, NewLocation } from "./model.ts";

export function locationKey(merchantId: string, locationId: string): Key {
  return { pk: locationsPk(merchantId), sk: locationId };
}

export function locationsPk(merchantId: string): string {
  return tenantPk(merchantId, "LOCATION");
}

export const readLocation: (item: Item) => Location = recordCodec(
  "location",
  v.object({ id: v.string(), code: v.string(), name: v.string(), timeZone: v.string(), version: v.number() }),
);

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

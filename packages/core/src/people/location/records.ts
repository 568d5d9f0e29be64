import * as v from "valibot";
import { recordCodec } from "../../table/port/codec.ts";
import { tenantPk } from "../../table/port/keys.ts";
import { type Item, itemsOf, type Key, type Value, type Write } from "../../table/port/port.ts";
import { type MasterKind, masterPut, masterRecord } from "../access/index.ts";
import type { Location, NewLocation } from "./model.ts";

/** What a new location is stored as: its logo is a record of its own. */
type CreatedLocation = Omit<NewLocation, "logo"> & Pick<Location, "logoHash">;

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
    logoHash: v.exactOptional(v.string()),
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

function logosPk(merchantId: string): string {
  return tenantPk(merchantId, "LOCATION_LOGO");
}

export function logoKey(merchantId: string, locationId: string): Key {
  return { pk: logosPk(merchantId), sk: locationId };
}

/**
 * Written with the location's record only, whose version orders the changes of both.
 * @param logo undefined: it is removed
 */
export function logoWrite(merchantId: string, locationId: string, logo: string | undefined): Write {
  const key = logoKey(merchantId, locationId);
  return logo === undefined ? { op: "delete", key } : { op: "put", item: { ...key, logo } };
}

export const readLogo: (item: Item) => { readonly logo: string } = recordCodec(
  "logo of a location",
  v.object({ logo: v.string() }),
);

export const locationLogoMaster: MasterKind = {
  record: "locationLogo",
  async *read(table, merchantId) {
    for await (const item of itemsOf(table, logosPk(merchantId))) yield masterRecord(item);
  },
  writes: (merchantId, { id, ...record }) => [masterPut(logoKey(merchantId, id), record)],
};

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
  location: CreatedLocation,
  requestHash: string,
): Item & { requestHash: string } {
  return { ...locationKey(merchantId, location.id), ...location, version: 1, requestHash };
}

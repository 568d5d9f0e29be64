import * as v from "valibot";
import { type MasterKind, masterPut, masterRecord } from "../../people/access/index.ts";
import { recordCodec } from "../../table/port/codec.ts";
import { tenantPk } from "../../table/port/keys.ts";
import type { Item, Key } from "../../table/port/port.ts";
import type { CustomerGroup } from "./model.ts";

/** All groups of a merchant, in one record. */
export interface CustomerGroups {
  readonly groups: { readonly [id: string]: CustomerGroup };
  /** Of the record: it rises with every change of any. */
  readonly version: number;
}

export function customerGroupsKey(merchantId: string): Key {
  return { pk: tenantPk(merchantId), sk: "CUSTOMER_GROUPS" };
}

export function customerGroupsItem(merchantId: string, { groups, version }: CustomerGroups): Item {
  const stored = Object.fromEntries(Object.entries(groups).map(([id, group]) => [id, { ...group }]));
  return { ...customerGroupsKey(merchantId), groups: stored, version };
}

const GROUP = v.object({
  ...{ id: v.string(), name: v.string(), endedAt: v.exactOptional(v.string()), version: v.number() },
});
const readStored = recordCodec(
  "customer groups",
  v.object({ groups: v.record(v.string(), GROUP), version: v.number() }),
);
const NONE: CustomerGroups = { groups: {}, version: 0 };

/** A merchant who never had one has no record. */
export function readCustomerGroups(item: Item | undefined): CustomerGroups {
  return item === undefined ? NONE : readStored(item);
}

export const customerGroupsMaster: MasterKind = {
  record: "customerGroups",
  async *read(table, merchantId) {
    const item = await table.get(customerGroupsKey(merchantId));
    if (item) yield masterRecord(item);
  },
  writes: (merchantId, { id: _, ...record }) => [masterPut(customerGroupsKey(merchantId), record)],
};

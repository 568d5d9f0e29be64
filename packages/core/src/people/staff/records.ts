import * as v from "valibot";
import { recordCodec } from "../../table/port/codec.ts";
import { tenantPk } from "../../table/port/keys.ts";
import { type Item, itemsOf, type Key, type Table, type Write } from "../../table/port/port.ts";
import { type MasterKind, masterPut, masterRecord } from "../access/index.ts";
import { emailLock } from "../directory/index.ts";
import type { Staff } from "./model.ts";

export function staffKey(merchantId: string, staffId: string): Key {
  return { pk: staffPk(merchantId), sk: staffId };
}

export function staffPk(merchantId: string): string {
  return tenantPk(merchantId, "STAFF");
}

/** Hashes stand apart from the person, so that what is read with every request holds none. */
export function staffSecretKey(merchantId: string, staffId: string): Key {
  return { pk: tenantPk(merchantId, "SECRET"), sk: staffId };
}

/** Stores what changed and the next version, on condition that the stored version is the one that was read. */
export function staffUpdate(merchantId: string, before: Staff, after: Staff): Write {
  const { version } = before;
  const set = CHANGING.flatMap((field) => (after[field] === undefined ? [] : [[field, after[field]] as const]));
  return {
    op: "update",
    key: staffKey(merchantId, before.id),
    set: { ...Object.fromEntries(set), version: version + 1 },
    remove: CHANGING.filter((field) => after[field] === undefined && before[field] !== undefined),
    if: { is: "equal", to: { version } },
  };
}

const CHANGING = ["name", "role", "coverage", "email", "operatorNumber", "disabled", "isPinShort"] as const;

/**
 * Stores new hashes beside those that stay; null removes one.
 * @param provenHash the password that the caller has proven, on condition that it still is the stored one
 */
export function secretsUpdate(
  merchantId: string,
  staffId: string,
  hashes: { readonly passwordHash?: string | null; readonly pinHash?: string | null },
  provenHash?: string,
): Write[] {
  const entries = Object.entries(hashes);
  if (entries.length === 0) return [];
  const set = Object.fromEntries(entries.flatMap(([name, hash]) => (hash === null ? [] : [[name, hash]])));
  const remove = entries.flatMap(([name, hash]) => (hash === null ? [name] : []));
  const still = provenHash === undefined ? {} : { if: { is: "equal", to: { passwordHash: provenHash } } as const };
  return [{ op: "update", key: staffSecretKey(merchantId, staffId), set, remove, ...still }];
}

export interface StaffSecrets {
  readonly passwordHash?: string;
  readonly pinHash?: string;
}

export function operatorNumberKey(merchantId: string, operatorNumber: string): Key {
  return { pk: tenantPk(merchantId, "OPERATOR"), sk: operatorNumber };
}

export function operatorNumberLock(merchantId: string, operatorNumber: string, staffId: string): Write {
  return { op: "put", item: { ...operatorNumberKey(merchantId, operatorNumber), staffId }, if: { is: "absent" } };
}

/** Frees the number, with what is known of the terminals where it was used: the next person who gets it has used none. */
export function operatorNumberFreed(merchantId: string, operatorNumber: string, staffId: string): Write[] {
  return [
    { op: "delete", key: operatorNumberKey(merchantId, operatorNumber), if: { is: "equal", to: { staffId } } },
    { op: "delete", key: knownTerminalsKey(merchantId, operatorNumber) },
  ];
}

/** The pairings of terminals at which a person has signed in, the latest first. */
export async function knownTerminals(table: Table, merchantId: string, operatorNumber: string): Promise<string[]> {
  const item = await table.get(knownTerminalsKey(merchantId, operatorNumber));
  return item ? [...readKnownTerminals(item).terminals] : [];
}

export function knownTerminalsPut(merchantId: string, operatorNumber: string, terminals: readonly string[]): Write {
  const key = knownTerminalsKey(merchantId, operatorNumber);
  return { op: "put", item: { ...key, terminals: terminals.slice(0, KNOWN_TERMINALS_MAX) } };
}

const KNOWN_TERMINALS_MAX = 8;

function knownTerminalsKey(merchantId: string, operatorNumber: string): Key {
  return { pk: tenantPk(merchantId, "SIGNED_IN_AT"), sk: operatorNumber };
}

const readKnownTerminals = recordCodec("list of known terminals", v.object({ terminals: v.array(v.string()) }));

/** Without passwords and PINs, which are in records of their own: imported staff receive new ones. */
export const staffMaster: MasterKind = {
  record: "staff",
  async *read(table, merchantId) {
    for await (const item of itemsOf(table, staffPk(merchantId))) yield masterRecord(item, OF_THE_PIN);
  },
  writes(merchantId, record) {
    const { id, email, operatorNumber } = record;
    return [
      masterPut(staffKey(merchantId, id), record),
      ...(typeof email === "string" ? [emailLock(email, { merchantId, staffId: id })] : []),
      ...(typeof operatorNumber === "string" ? [operatorNumberLock(merchantId, operatorNumber, id)] : []),
    ];
  },
};

const OF_THE_PIN = ["isPinShort"];

export const readStaff: (item: Item) => Staff = recordCodec(
  "staff member",
  v.object({
    id: v.string(),
    name: v.string(),
    role: v.picklist(["OWNER", "MANAGER", "CASHIER"]),
    coverage: v.union([v.literal("all"), v.array(v.string())]),
    email: v.exactOptional(v.string()),
    operatorNumber: v.exactOptional(v.string()),
    disabled: v.exactOptional(v.boolean()),
    isPinShort: v.exactOptional(v.boolean()),
    version: v.number(),
  }),
);

export const readStaffSecrets: (item: Item) => StaffSecrets = recordCodec(
  "staff member's secrets",
  v.object({ passwordHash: v.exactOptional(v.string()), pinHash: v.exactOptional(v.string()) }),
);

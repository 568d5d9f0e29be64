import { tenantPk } from "../../table/keys.ts";
import type { Item, Key, Write } from "../../table/port.ts";
import type { Staff } from "./model.ts";

export function staffKey(merchantId: string, staffId: string): Key {
  return { pk: tenantPk(merchantId, "STAFF"), sk: staffId };
}

/** Hashes stand apart from the person, so that what is read with every request holds none. */
export function staffSecretKey(merchantId: string, staffId: string): Key {
  return { pk: tenantPk(merchantId, "SECRET"), sk: staffId };
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

export function readStaff(item: Item): Staff {
  return item as unknown as Staff;
}

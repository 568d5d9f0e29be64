import { searchWords, wordsOf } from "../../base/words.ts";
import { batchGetAll } from "../../table/port/port.ts";
import { firstRecords, type ListPart, recordsById } from "../../table/records.ts";
import { authorize, type Context, can, covering, isGrantable, type Role } from "../access/index.ts";
import type { Staff } from "./model.ts";
import { readStaff, readStaffSecrets, staffKey, staffPk, staffSecretKey } from "./records.ts";

/**
 * Each staff member in the order of the distinct ids; undefined if not found. It needs no permission: what refers to a
 * staff member shows the name, and the API guards the other fields.
 */
export function findStaff({ table, caller }: Context, ids: readonly string[]): Promise<(Staff | undefined)[]> {
  return recordsById(table, ids, {
    prefix: "stf",
    keyOf: (id) => staffKey(caller.merchantId, id),
    read: readStaff,
  });
}

/** Which staff members are listed. What is absent does not restrict the list. */
export interface StaffFilter {
  readonly isActive?: boolean;
  readonly role?: Role;
  /** Beginnings of words of the name, the number or the address. */
  readonly search?: string;
}

/** The first staff members of the merchant by id. */
export async function staffAfter(
  context: Context,
  { isActive, role, search = "", ...part }: ListPart & StaffFilter,
): Promise<Staff[]> {
  authorize(context, "staff:read");
  const { table, caller } = context;
  const sought = searchWords(search);
  return firstRecords(table, staffPk(caller.merchantId), part, (item) => {
    const staff = readStaff(item);
    const isListed =
      (isActive ?? !staff.disabled) === !staff.disabled && (role ?? staff.role) === staff.role && has(staff, sought);
    return isListed ? staff : undefined;
  });
}

function has({ name, operatorNumber = "", email = "" }: Staff, sought: readonly string[]): boolean {
  if (sought.length === 0) return true;
  const words = [name, operatorNumber, email].flatMap(wordsOf);
  return sought.every((text) => words.some((word) => word.startsWith(text)));
}

/** Whether the caller may change the staff member: its role and locations are within the caller's own. */
export function isChangeable({ caller }: Context, staff: Staff): boolean {
  return can(caller, "staff:write") && isGrantable(caller, staff);
}

export interface SignInWays {
  readonly hasPassword: boolean;
  readonly hasPin: boolean;
}

/** By what each staff member can sign in. An import brings neither. */
export async function findSignInWays(context: Context, ids: readonly string[]): Promise<SignInWays[]> {
  authorize(context, "staff:read");
  const { table, caller } = context;
  const items = await batchGetAll(
    table,
    ids.map((id) => staffSecretKey(caller.merchantId, id)),
  );
  return items.map((item) => {
    const { passwordHash, pinHash } = item ? readStaffSecrets(item) : {};
    return { hasPassword: passwordHash !== undefined, hasPin: pinHash !== undefined };
  });
}

/** A list to tap a name in: beyond it, operators type their numbers. */
const OPERATORS_MAX = 200;

/** Who can sign in at the terminal that calls. */
export async function operatorsAt({ table, caller }: Context): Promise<Staff[]> {
  if (caller.kind === "staff") return [];
  const { merchantId, locationId } = caller;
  return firstRecords(table, staffPk(merchantId), { limit: OPERATORS_MAX }, (item) => {
    const staff = readStaff(item);
    const canSell = staff.operatorNumber !== undefined && !staff.disabled && covering(staff.coverage, locationId);
    return canSell ? staff : undefined;
  });
}

import { firstRecords, type ListPart, recordsById } from "../../table/records.ts";
import { authorize, type Context } from "../access/index.ts";
import type { Staff } from "./model.ts";
import { readStaff, staffKey, staffPk } from "./records.ts";

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

/** The first staff members of the merchant by id. */
export async function staffAfter(context: Context, part: ListPart): Promise<Staff[]> {
  authorize(context, "staff:read");
  const { table, caller } = context;
  return firstRecords(table, staffPk(caller.merchantId), part, readStaff);
}

import { type Failure, failure, type Result, refused } from "../../base/result.ts";
import { tenantPk } from "../../table/port/keys.ts";
import type { Item, Key } from "../../table/port/port.ts";
import type { Context } from "./context.ts";

/** How many records of a kind a merchant may make, so that no one fills the table. */
export interface Quota {
  /** A noun in the plural, for the message. */
  readonly what: string;
  /** What is counted apart: the kind, with its location where the limit is a location's. */
  readonly kind: string;
  readonly max: number;
}

/**
 * Creates a record unless the merchant has as many as it may have. The counter is not part of the record's transaction,
 * which may be full: requests at the same time may exceed a limit by a few, and the limits are far above what a shop needs.
 * @param create returns the given record if it was created now, and the stored one for a duplicate request, which counts for nothing
 */
export async function createWithin<R extends Item>(
  context: Context,
  quota: Quota,
  record: R,
  create: (record: R) => Promise<Result<Item>>,
): Promise<Result<Item>> {
  const { table, caller } = context;
  const key = quotaKey(caller.merchantId, quota.kind);
  const count = quotaCount(await table.get(key));
  if (count >= quota.max && !(await table.get({ pk: record.pk, sk: record.sk })))
    return refused(limitReached(`A merchant has at most ${quota.max} ${quota.what}.`));
  const created = await create(record);
  if (created.ok && created.value === record) await countOne(context, key);
  return created;
}

export function limitReached(message: string, path?: readonly string[]): Failure {
  return failure("LIMIT_REACHED", message, path);
}

export function quotaKey(merchantId: string, kind: string): Key {
  return { pk: tenantPk(merchantId, "QUOTA"), sk: kind };
}

export function quotaCount(item: Item | undefined): number {
  return item ? Number(item.count) : 0;
}

const COUNT_ATTEMPTS_MAX = 5;

async function countOne({ table }: Context, key: Key): Promise<void> {
  for (let attempt = 0; attempt < COUNT_ATTEMPTS_MAX; attempt++) {
    const item = await table.get(key);
    const count = quotaCount(item);
    const { ok } = await table.write({
      op: "put",
      item: { ...key, count: count + 1 },
      if: item ? { is: "equal", to: { count } } : { is: "absent" },
    });
    if (ok) return;
  }
}

import { itemsOf, type Key, type Table, type Write } from "../../table/port/port.ts";
import type { ActivationEntry, EmailEntry } from "./model.ts";
import {
  activationKey,
  emailKey,
  emailLock,
  MERCHANT_SHARDS,
  merchantShardPk,
  readActivation,
  writtenEmailKey,
} from "./records.ts";

export async function findEmail(table: Table, email: string): Promise<EmailEntry | undefined> {
  const [key, written] = [emailKey(email), writtenEmailKey(email)];
  const items = key.pk === written.pk ? [await table.get(key)] : await table.batchGet([key, written]);
  const item = items[0] ?? items[1];
  return item && { merchantId: String(item.merchantId), staffId: String(item.staffId) };
}

/**
 * What moves a staff member from one address to another; undefined is none.
 * @returns the writes that free the old address, and the one that takes the new one: refused where another person has it
 */
export async function emailMove(
  table: Table,
  entry: EmailEntry,
  { from, to }: { readonly from: string | undefined; readonly to: string | undefined },
): Promise<{ readonly free: readonly Write[]; readonly take?: Write }> {
  const keys = from === undefined ? [] : distinctKeys([emailKey(from), writtenEmailKey(from)]);
  const items = keys.length === 0 ? [] : await table.batchGet(keys);
  const own = keys.filter((_, index) => items[index]?.staffId === entry.staffId);
  const wanted = to === undefined ? undefined : emailKey(to).pk;
  const free = own
    .filter(({ pk }) => pk !== wanted)
    .map((key) => ({ op: "delete", key, if: { is: "equal", to: { staffId: entry.staffId } } }) as const);
  if (to === undefined || own.some(({ pk }) => pk === wanted)) return { free };
  return { free, take: emailLock(to, entry) };
}

function distinctKeys(keys: readonly Key[]): Key[] {
  return keys.filter(({ pk }, index) => keys.findIndex((other) => other.pk === pk) === index);
}

export async function findActivation(table: Table, code: string): Promise<ActivationEntry | undefined> {
  const item = await table.get(activationKey(code));
  if (!item) return undefined;
  const { merchantId, terminalId, isNamed, expiresAt } = readActivation(item);
  return {
    ...{ merchantId, terminalId },
    ...(isNamed === undefined ? {} : { isNamed }),
    ...(expiresAt === undefined ? {} : { expiresAt }),
  };
}

/** Every merchant there is: for what runs by the clock. */
export async function* allMerchants(table: Table): AsyncGenerator<string, void, undefined> {
  for (let shard = 0; shard < MERCHANT_SHARDS; shard++)
    for await (const { sk } of itemsOf(table, merchantShardPk(shard))) yield sk;
}

import { itemsOf, type Table } from "../../table/port/port.ts";
import type { ActivationEntry, EmailEntry } from "./model.ts";
import {
  activationKey,
  emailKey,
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

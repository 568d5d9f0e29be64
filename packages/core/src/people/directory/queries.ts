import type { Table } from "../../table/port/port.ts";
import type { ActivationEntry, EmailEntry } from "./model.ts";
import { activationKey, emailKey, MERCHANT_SHARDS, merchantShardPk } from "./records.ts";

export async function findEmail(table: Table, email: string): Promise<EmailEntry | undefined> {
  const item = await table.get(emailKey(email));
  return item && { merchantId: String(item.merchantId), staffId: String(item.staffId) };
}

export async function findActivation(table: Table, code: string): Promise<ActivationEntry | undefined> {
  const item = await table.get(activationKey(code));
  if (!item) return undefined;
  const { merchantId, terminalId, expiresAt } = item as unknown as ActivationEntry;
  return { merchantId, terminalId, ...(expiresAt === undefined ? {} : { expiresAt }) };
}

/** Every merchant there is: for what runs by the clock. */
export async function* allMerchants(table: Table): AsyncGenerator<string, void, undefined> {
  for (let shard = 0; shard < MERCHANT_SHARDS; shard++) {
    let after: string | undefined;
    do {
      const page = await table.query({
        pk: merchantShardPk(shard),
        limit: 500,
        ...(after === undefined ? {} : { after }),
      });
      for (const item of page.items) yield item.sk;
      after = page.next;
    } while (after !== undefined);
  }
}

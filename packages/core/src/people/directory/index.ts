import type { Table, Write } from "../../table/port/port.ts";
import { activationKey, emailKey, MERCHANT_SHARDS, merchantListKey, merchantShardPk } from "./records.ts";

export { emailAttemptsKey, formatKey, normalizedCode, normalizedEmail } from "./records.ts";

/** The directory finds the merchant where a request has no tenant yet: an e-mail address, an activation code, the clock. */
export interface EmailEntry {
  readonly merchantId: string;
  readonly staffId: string;
}

export async function findEmail(table: Table, email: string): Promise<EmailEntry | undefined> {
  const item = await table.get(emailKey(email));
  return item && { merchantId: String(item.merchantId), staffId: String(item.staffId) };
}

/** Takes an address for a staff member: refused where somebody has it. */
export function emailLock(email: string, entry: EmailEntry): Write {
  return { op: "put", item: { ...emailKey(email), ...entry }, if: { is: "absent" } };
}

export interface ActivationEntry {
  readonly merchantId: string;
  readonly terminalId: string;
  /** Absent: valid until used. */
  readonly expiresAt?: string;
}

export async function findActivation(table: Table, code: string): Promise<ActivationEntry | undefined> {
  const item = await table.get(activationKey(code));
  if (!item) return undefined;
  const { merchantId, terminalId, expiresAt } = item as unknown as ActivationEntry;
  return { merchantId, terminalId, ...(expiresAt === undefined ? {} : { expiresAt }) };
}

export function activationPut(code: string, entry: ActivationEntry): Write {
  const ttl = entry.expiresAt === undefined ? {} : { ttl: Math.ceil(Date.parse(entry.expiresAt) / 1000) };
  return { op: "put", item: { ...activationKey(code), ...entry, ...ttl }, if: { is: "absent" } };
}

/** Uses a code up: fails when somebody was faster. */
export function activationUse(code: string): Write {
  return { op: "delete", key: activationKey(code), if: { is: "present" } };
}

export function merchantListed(merchantId: string): Write {
  return { op: "put", item: { ...merchantListKey(merchantId) } };
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

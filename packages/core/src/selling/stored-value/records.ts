import { createHmac } from "node:crypto";
import type { Clock } from "../../base/context.ts";
import { makeId } from "../../base/id.ts";
import { present } from "../../base/result.ts";
import { type GuardKind, guardKey, guardState } from "../../ledger/index.ts";
import { type MasterKind, masterPut, masterRecord } from "../../people/access/index.ts";
import { tenantPk } from "../../table/port/keys.ts";
import type { Item, Key, Table } from "../../table/port/port.ts";
import { lastFourOf, type ValueAccount, type ValueState } from "./model.ts";
import { NO_VALUE, takeValue, type ValueUse } from "./rules.ts";

/** What an account of stored value holds. Its uses are many, so each has a record; they are the account's history. */
export const valueGuard: GuardKind<ValueState, ValueUse> = { name: "VALUE_GUARD", zero: NO_VALUE, take: takeValue };

export function valueGuardKey(merchantId: string, accountId: string): Key {
  return guardKey(valueGuard, merchantId, accountId);
}

export function readValue(item: Item | undefined): ValueState {
  return guardState(valueGuard, item) as ValueState;
}

/**
 * By which ids of gift cards follow from their codes. Without it no card is found, so an archive contains it; a code has 75
 * random bits, which the key and an id do not give away.
 */
function cardKeyKey(merchantId: string): Key {
  return { pk: tenantPk(merchantId), sk: "GIFT_CARD_KEY" };
}

/** Made for the first card, and the same for all processes. */
export async function cardKey(table: Table, clock: Clock, merchantId: string): Promise<string> {
  const key = cardKeyKey(merchantId);
  const stored = await table.get(key);
  if (stored) return String(stored.key);
  const made = Buffer.from(clock.randomBytes(32)).toString("base64url");
  await table.write({ op: "put", item: { ...key, key: made }, if: { is: "absent" } });
  return String(present(await table.get(key), "the key of gift cards").key);
}

export const cardKeyMaster: MasterKind = {
  record: "giftCardKey",
  async *read(table, merchantId) {
    const item = await table.get(cardKeyKey(merchantId));
    if (item) yield masterRecord(item);
  },
  writes: (merchantId, { id: _, ...record }) => [masterPut(cardKeyKey(merchantId), record)],
};

/** The account of a card: what is stored in place of its code. */
export function cardAccount(key: string, cleanCode: string): ValueAccount {
  const digest = createHmac("sha256", key).update(cleanCode).digest();
  return { id: makeId("gft", digest.readUIntBE(0, 6), digest.subarray(6, 16)), lastFour: lastFourOf(cleanCode) };
}

import type { Fact, SecondIndex } from "../../ledger/index.ts";
import { padded, tenantPk } from "../../table/port/keys.ts";
import type { Item, Key } from "../../table/port/port.ts";

/** A customer's sales by when they happened: the second index of facts, for those that name a customer. */
export function customerIndex({ merchantId, customerId, occurredAt, id }: CustomerFact): SecondIndex | undefined {
  if (customerId === undefined) return undefined;
  return { gsi2pk: customerIndexPk(merchantId, customerId), gsi2sk: `${occurredAt}#${id}` };
}

type CustomerFact = Pick<Fact, "merchantId" | "customerId" | "occurredAt" | "id">;

export function customerIndexPk(merchantId: string, customerId: string): string {
  return tenantPk(merchantId, "C", customerId);
}

/** A copy with the id of a fact and other content, kept by the fact's id and its own hash, also after it is resolved. */
export function copyKey(merchantId: string, factId: string, requestHash: string): Key {
  return { pk: copiesPk(merchantId, factId), sk: `${COPY_SK_PREFIX}${requestHash}` };
}

export function copiesPk(merchantId: string, factId: string): string {
  return tenantPk(merchantId, factId);
}

export const COPY_SK_PREFIX = "COPY#";

/** A part of a copy that is too long for one record. */
export function copyPartKey({ pk, sk }: Key, part: number): Key {
  return { pk, sk: `COPYPART#${sk.slice(COPY_SK_PREFIX.length)}#${padded(part, 4)}` };
}

/** How many copies of a terminal are unresolved. */
export function copyCountKey(merchantId: string, terminalId: string): Key {
  return { pk: tenantPk(merchantId, "COPIES"), sk: terminalId };
}

export function copyCount(item: Item | undefined): number {
  return item ? Number(item.count) : 0;
}

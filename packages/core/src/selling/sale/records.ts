import { tenantPk } from "../../table/keys.ts";
import type { Item, Key } from "../../table/port.ts";

/** A customer's sales by when they happened: the second index of facts. */
export function customerIndex(merchantId: string, customerId: string, occurredAt: string, saleId: string) {
  return { gsi2pk: customerIndexPk(merchantId, customerId), gsi2sk: `${occurredAt}#${saleId}` };
}

export function customerIndexPk(merchantId: string, customerId: string): string {
  return tenantPk(merchantId, "C", customerId);
}

/** Copies with the id of a sale and other content, kept by id and hash until a person has dealt with them. */
export function quarantinedKey(merchantId: string, terminalId: string, saleId: string, requestHash: string): Key {
  return { pk: tenantPk(merchantId, "QUARANTINE", terminalId), sk: `COPY#${saleId}#${requestHash}` };
}

export function quarantineCountKey(merchantId: string, terminalId: string): Key {
  return { pk: tenantPk(merchantId, "QUARANTINE", terminalId), sk: "COUNT" };
}

/** How many copies of a terminal nobody has dealt with. */
export function unresolvedCopies(item: Item | undefined): number {
  return item ? Number(item.count) : 0;
}

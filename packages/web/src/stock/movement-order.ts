import { formatQuantity, parseQuantity } from "@pos/core/base/quantity.ts";

interface Moved {
  readonly occurredAt: string;
  readonly quantity: string;
  readonly quantityAfter: string;
}

/**
 * The movements of a page by the time at which they happened, newest first. They come in the order in which they were booked: a
 * sale of a terminal without a connection is booked later. The level after each follows the order that is shown.
 */
export function byTime<M extends Moved>(movements: readonly M[]): M[] {
  const [newest] = movements;
  if (newest === undefined) return [];
  const sorted = movements.toSorted((a, b) => (a.occurredAt < b.occurredAt ? 1 : a.occurredAt > b.occurredAt ? -1 : 0));
  let after = parseQuantity(newest.quantityAfter) ?? 0;
  return sorted.map((movement) => {
    const shown = { ...movement, quantityAfter: formatQuantity(after) };
    after -= parseQuantity(movement.quantity) ?? 0;
    return shown;
  });
}

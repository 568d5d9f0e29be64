import { guardWith, type NewBuyer, type RefundGuard } from "./model.ts";

/** The guard after the sale was put on a customer. */
export function withBuyer(guard: RefundGuard, factId: string, { newCustomerId }: NewBuyer): RefundGuard {
  return guardWith(guard, { customers: [...(guard.customers ?? []), [factId, newCustomerId]] });
}

/** Whose a sale is: the customer on whom it was put last, else the one whom it names. */
export function buyerOf(sale: { readonly customerId?: string }, { customers }: RefundGuard): string | undefined {
  const last = customers?.at(-1);
  return last === undefined ? sale.customerId : (last[1] ?? undefined);
}

/** A refund goes with its sale to another customer, unless it names one who never had the sale. */
export function goesWithSale(
  { customerId }: { readonly customerId?: string },
  sale: { readonly customerId?: string },
  { customers = [] }: RefundGuard,
): boolean {
  return customerId === undefined || customerId === sale.customerId || customers.some(([, id]) => id === customerId);
}

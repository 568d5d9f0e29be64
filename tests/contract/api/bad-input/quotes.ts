import type { Variables } from "../../module-contract.ts";
import type { Stand } from "./stand.ts";

const CREATE = "mutation ($input: CreateQuoteInput!) { createQuote(input: $input) { userErrors { code } } }";

/** A good sale as one of a quote that was made of its cart just now. */
export async function saleOfQuote(stand: Stand, sale: Variables): Promise<Variables> {
  const { api, shop, manager: token } = stand.counter;
  const { lines, discounts, adjustments, customerId, expectedTotal } = sale;
  const id = shop.clock.newId("quo");
  const cart = { lines, discounts, adjustments, customerId, expectedTotal };
  await api.call(CREATE, { token, variables: { input: { id, validUntil: dayOf(stand), ...cart } } });
  stand.taken();
  return { ...sale, quoteId: id };
}

export function dayOf({ counter }: Stand): string {
  return counter.shop.clock.now().slice(0, "2026-01-01".length);
}

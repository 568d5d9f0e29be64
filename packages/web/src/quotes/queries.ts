import { pageArguments } from "@pos/web/components/list-address.ts";
import { type Asked, asked } from "@pos/web/graphql/asked.ts";
import { type QuoteFilter, QuotesDocument } from "@pos/web/graphql/generated/graphql.ts";
import type { KnownSession } from "@pos/web/session/known.ts";
import type { QuotesAddress } from "./address.ts";

/** Which quotes of the location are listed, from the address. */
export function quoteFilterOf({ search, state, customer, from, to }: QuotesAddress): QuoteFilter {
  const filter = { number: search, state, customerId: customer, from, to };
  return Object.fromEntries(Object.entries(filter).filter(([, value]) => value !== null));
}

export function quoteVariables({ location, pageSize }: KnownSession, address: QuotesAddress) {
  return { locationId: location.id, filter: quoteFilterOf(address), ...pageArguments(address, pageSize) };
}

export function quoteQueries(session: KnownSession, address: QuotesAddress): readonly Asked[] {
  if (!session.me.permissions.includes("sale:quote")) return [];
  return [asked(QuotesDocument, quoteVariables(session, address))];
}

import { pageArguments } from "@pos/web/components/list-address.ts";
import { type Asked, asked } from "@pos/web/graphql/asked.ts";
import { CatalogChoicesDocument, StockLevelsDocument, StockValueDocument } from "@pos/web/graphql/generated/graphql.ts";
import type { KnownSession } from "@pos/web/session/known.ts";
import type { StockAddress } from "./address.ts";

/** Which levels are listed, from the address. */
export function stockQuery({ search, state, category }: StockAddress) {
  return { search, filter: { state, ...(category === null ? {} : { categoryId: category }) } };
}

export function stockVariables({ location, pageSize }: KnownSession, address: StockAddress) {
  return { locationId: location.id, ...stockQuery(address), ...pageArguments(address, pageSize) };
}

/** What all stock is worth needs the permissions for costs and reports. */
export function seesStockValue({ me }: KnownSession): boolean {
  return me.permissions.includes("cost:read") && me.permissions.includes("report:read");
}

export function stockQueries(session: KnownSession, address: StockAddress): readonly Asked[] {
  return [
    asked(CatalogChoicesDocument, {}),
    asked(StockLevelsDocument, stockVariables(session, address)),
    ...(seesStockValue(session) ? [asked(StockValueDocument, { locationId: session.location.id })] : []),
  ];
}

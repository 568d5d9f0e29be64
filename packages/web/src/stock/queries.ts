import { pageArguments, type ServerSorts, serverSort } from "@pos/web/components/list-address.ts";
import { type Asked, asked } from "@pos/web/graphql/asked.ts";
import {
  CatalogChoicesDocument,
  LowStockOfAllDocument,
  type StockLevelSort,
  StockLevelsDocument,
  StockOfAllDocument,
  StockValueDocument,
} from "@pos/web/graphql/generated/graphql.ts";
import type { KnownSession } from "@pos/web/session/known.ts";
import type { StockAddress } from "./address.ts";

/** Which levels are listed, from the address. */
function stockQuery({ search, state, category }: StockAddress) {
  return { search, filter: { state, ...(category === null ? {} : { categoryId: category }) } };
}

/** The columns that the server sorts by. */
export const STOCK_SORTS: ServerSorts<StockLevelSort> = {
  name: ["NAME", "NAME_DESCENDING"],
  reorder: ["REORDER_POINT", "REORDER_POINT_DESCENDING"],
  value: ["VALUE", "VALUE_DESCENDING"],
  onHand: ["ON_HAND", "ON_HAND_DESCENDING"],
};

export function stockVariables({ location, pageSize }: KnownSession, address: StockAddress) {
  const sort = serverSort(address.sort, STOCK_SORTS);
  return { locationId: location.id, ...stockQuery(address), sort, ...pageArguments(address, pageSize) };
}

/** What all stock is worth needs the permissions for costs and reports. */
export function seesStockValue({ me }: KnownSession): boolean {
  return me.permissions.includes("cost:read") && me.permissions.includes("report:read");
}

/** The columns that the server sorts by where all locations are shown: they are the same at each. */
export const STOCK_OF_ALL_SORTS: ServerSorts<StockLevelSort> = {
  name: ["NAME", "NAME_DESCENDING"],
  reorder: ["REORDER_POINT", "REORDER_POINT_DESCENDING"],
};

export function stockOfAllVariables({ location, pageSize }: KnownSession, address: StockAddress) {
  const sort = serverSort(address.sort, STOCK_OF_ALL_SORTS);
  const filtered = stockQuery({ ...address, state: "TRACKED" });
  return { locationId: location.id, ...filtered, sort, ...pageArguments(address, pageSize) };
}

export function stockQueries(session: KnownSession, address: StockAddress): readonly Asked[] {
  if (session.isAll)
    return address.state === "LOW"
      ? [asked(LowStockOfAllDocument, pageArguments(address, session.pageSize))]
      : [asked(CatalogChoicesDocument, {}), asked(StockOfAllDocument, stockOfAllVariables(session, address))];
  return [
    asked(CatalogChoicesDocument, {}),
    asked(StockLevelsDocument, stockVariables(session, address)),
    ...(seesStockValue(session) ? [asked(StockValueDocument, { locationId: session.location.id })] : []),
  ];
}

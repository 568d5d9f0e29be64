import { NO_CATEGORY, pageArguments, type Sort } from "@pos/web/components/list-address.ts";
import { type Asked, asked } from "@pos/web/graphql/asked.ts";
import {
  CatalogChoicesDocument,
  type ProductSort,
  ProductsDocument,
  type ProductsQueryVariables,
} from "@pos/web/graphql/generated/graphql.ts";
import type { KnownSession } from "@pos/web/session/known.ts";
import type { ProductsAddress } from "./address.ts";

/** The columns that the server sorts by, while nothing is searched for. */
export const SORTED_BY_SERVER = ["name", "created"] as const;

/** @returns undefined: the server sorts by no such column */
export function productSort(sort: Sort | null): ProductSort | undefined {
  if (sort?.column === "name") return sort.isDescending ? "NAME_DESCENDING" : "NAME";
  return sort?.column === "created" && sort.isDescending ? "NEWEST" : undefined;
}

/** Which products are listed, from the address. */
export function productQuery(address: ProductsAddress): Pick<ProductsQueryVariables, "search" | "filter" | "sort"> {
  const { category, search, show } = address;
  const sort = productSort(address.sort);
  return {
    search,
    filter: {
      isDiscontinued: show === "archived",
      ...(category === null ? {} : category === NO_CATEGORY ? { isUncategorized: true } : { categoryId: category }),
    },
    ...(sort === undefined || search !== null ? {} : { sort }),
  };
}

export function productVariables(address: ProductsAddress, pageSize: number) {
  return { ...productQuery(address), ...pageArguments(address, pageSize) };
}

export function productQueries({ pageSize }: KnownSession, address: ProductsAddress): readonly Asked[] {
  return [asked(ProductsDocument, productVariables(address, pageSize)), asked(CatalogChoicesDocument, {})];
}

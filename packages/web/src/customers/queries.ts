import { pageArguments, type ServerSorts, serverSort } from "@pos/web/components/list-address.ts";
import { type Asked, asked } from "@pos/web/graphql/asked.ts";
import { type CustomerSort, CustomersDocument } from "@pos/web/graphql/generated/graphql.ts";
import type { KnownSession } from "@pos/web/session/known.ts";
import type { CustomersAddress } from "./address.ts";

const BY_NAME: ServerSorts<CustomerSort> = { name: ["NAME", "NAME_DESCENDING"] };

/** The columns that the server sorts by: what a search finds, by name alone. */
export function customerSorts({ search }: CustomersAddress): ServerSorts<CustomerSort> {
  return search === null ? { ...BY_NAME, since: ["OLDEST", "NEWEST"] } : BY_NAME;
}

export function customerVariables(address: CustomersAddress, pageSize: number) {
  const sort = serverSort(address.sort, customerSorts(address));
  return { search: address.search, sort, ...pageArguments(address, pageSize) };
}

export function customerQueries({ me, pageSize }: KnownSession, address: CustomersAddress): readonly Asked[] {
  if (!me.permissions.includes("customer:read")) return [];
  return [asked(CustomersDocument, customerVariables(address, pageSize))];
}

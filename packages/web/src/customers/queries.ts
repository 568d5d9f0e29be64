import { pageArguments } from "@pos/web/components/list-address.ts";
import { type Asked, asked } from "@pos/web/graphql/asked.ts";
import { CustomersDocument } from "@pos/web/graphql/generated/graphql.ts";
import type { KnownSession } from "@pos/web/session/known.ts";
import type { CustomersAddress } from "./address.ts";

export function customerVariables(address: CustomersAddress, pageSize: number) {
  return { search: address.search, ...pageArguments(address, pageSize) };
}

export function customerQueries({ me, pageSize }: KnownSession, address: CustomersAddress): readonly Asked[] {
  if (!me.permissions.includes("customer:read")) return [];
  return [asked(CustomersDocument, customerVariables(address, pageSize))];
}

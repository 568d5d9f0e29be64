import { asked } from "@pos/web/graphql/asked.ts";
import {
  CustomerTitleDocument,
  GiftCardTitleDocument,
  ProductTitleDocument,
  QuoteTitleDocument,
  SaleTitleDocument,
  StockTitleDocument,
} from "@pos/web/graphql/generated/graphql.ts";
import { askApi } from "@pos/web/graphql/server.ts";
import { pageTitle } from "@pos/web/i18n/server.ts";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { cache } from "react";

/** Pages of one record, by the list's address. Each selects a record as `record`, with what it is called as `name`. */
const RECORDS = {
  customers: CustomerTitleDocument,
  "gift-cards": GiftCardTitleDocument,
  products: ProductTitleDocument,
  quotes: QuoteTitleDocument,
  sales: SaleTitleDocument,
  stock: StockTitleDocument,
} as const;

type List = keyof typeof RECORDS;

/** Once a page, for its title and its status. Null: the API knows no such record. Undefined: it did not answer, or not to this caller. */
const askRecord = cache(async (list: List, id: string) => {
  const answer = await askApi(asked(RECORDS[list], { id }));
  const { record } = (answer?.data ?? {}) as { readonly record?: { readonly name: string | null } | null };
  return answer?.errors === undefined ? record : undefined;
});

/**
 * The title of the browser tab of a record's page, as "Blue mug · Products". What the caller may not see, and a server that does
 * not answer, leave the list's name.
 * @throws what shows the page for what is missing when the API knows no such record
 */
export async function recordMetadata(list: List, { id }: { readonly id: string }): Promise<Metadata> {
  const record = await askRecord(list, id);
  if (record === null) notFound();
  return pageTitle(list === "gift-cards" ? "nav.giftCards" : `nav.${list}`, record?.name ?? undefined);
}

/** Whether an address is of a record that is not there. It is asked before a page begins, while its status can still be 404. */
export async function isMissingRecord(path: string): Promise<boolean> {
  const [, list = "", id = ""] = /^\/([a-z-]+)\/([a-z]{3}_\w+)/.exec(path) ?? [];
  return isList(list) && (await askRecord(list, id)) === null;
}

function isList(name: string): name is List {
  return Object.hasOwn(RECORDS, name);
}

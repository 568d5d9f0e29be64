"use client";

import { ExportButton } from "@pos/web/components/export-button.tsx";
import { ProductExportDocument, ProductExportLevelsDocument } from "@pos/web/graphql/generated/graphql.ts";
import { useI18n } from "@pos/web/i18n/provider.tsx";
import { usePermission, useSession } from "@pos/web/session/session.tsx";
import { type Client, useClient } from "urql";
import type { ProductsAddress } from "./address.ts";
import { productHeader, productRows } from "./product-rows.ts";
import { productQuery } from "./queries.ts";

const PRODUCTS_AT_ONCE = 50;
const LEVELS_AT_ONCE = 100;

/** What the filters find, with the columns that an import reads: the stock is that of the location. */
export function ProductExport({ address }: { readonly address: ProductsAddress }) {
  const i18n = useI18n();
  const { location } = useSession();
  const isPermitted = usePermission();
  const client = useClient();
  const [hasCost, hasStock] = [isPermitted("cost:read"), isPermitted("stock:read")];
  return (
    <ExportButton
      name="products"
      header={productHeader(i18n, { hasCost, hasStock })}
      read={async (after) => {
        const variables = { ...productQuery(address), first: PRODUCTS_AT_ONCE, after };
        const { data, error } = await client.query(ProductExportDocument, variables, { requestPolicy: "network-only" });
        if (error !== undefined) throw error;
        const { nodes = [], pageInfo } = data?.products ?? {};
        const skus = nodes.flatMap(({ variants }) => variants.map(({ sku }) => sku));
        const levels = hasStock ? await levelsOf(client, location.id, skus) : new Map<string, string>();
        return {
          rows: nodes.flatMap((product) => productRows(i18n, product, { hasCost, hasStock, levels })),
          next: pageInfo?.hasNextPage === true ? pageInfo.endCursor : null,
        };
      }}
    />
  );
}

/** @throws CombinedError */
async function levelsOf(client: Client, locationId: string, skus: readonly string[]): Promise<Map<string, string>> {
  const levels = new Map<string, string>();
  for (let from = 0; from < skus.length; from += LEVELS_AT_ONCE) {
    const variables = { locationId, skus: skus.slice(from, from + LEVELS_AT_ONCE) };
    const result = await client.query(ProductExportLevelsDocument, variables, { requestPolicy: "network-only" });
    if (result.error !== undefined) throw result.error;
    for (const { sku, onHand } of result.data?.stockLevels?.nodes ?? []) levels.set(sku, onHand);
  }
  return levels;
}

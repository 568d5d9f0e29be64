"use client";

import { ExportButton } from "@pos/web/components/export-button.tsx";
import { type LevelRowFragment, StockLevelsDocument } from "@pos/web/graphql/generated/graphql.ts";
import { useI18n } from "@pos/web/i18n/provider.tsx";
import { plainAmount } from "@pos/web/sales/export.ts";
import { usePermission, useSession } from "@pos/web/session/session.tsx";
import { useClient } from "urql";
import type { StockAddress } from "./address.ts";
import { stockVariables } from "./queries.ts";

/** The list as it is filtered, with the cost and value that its reader may see. */
export function StockExport({ address }: { readonly address: StockAddress }) {
  const { t } = useI18n();
  const session = useSession();
  const { location } = session;
  const client = useClient();
  const showsCost = usePermission()("cost:read");
  const costs = ({ unitCost, value }: LevelRowFragment) => [unitCost ?? "", value === null ? "" : plainAmount(value)];
  return (
    <ExportButton
      name={`stock-${location.code}`}
      header={[
        ...["SKU", t("products.product"), t("products.variant"), t("products.category")],
        ...[t("stock.onHand"), t("products.reorderPoint")],
        ...(showsCost ? [t("stock.unitCost"), t("stock.value")] : []),
      ]}
      read={async (after) => {
        const variables = { ...stockVariables(session, address), first: 100, after };
        const { data, error } = await client.query(StockLevelsDocument, variables, { requestPolicy: "network-only" });
        if (error !== undefined) throw error;
        const { nodes = [], pageInfo } = data?.stockLevels ?? {};
        return {
          rows: nodes.map((level) => [
            ...[level.sku, level.variant.product.name, level.variant.name],
            ...[level.variant.product.category?.name ?? "", level.onHand, level.variant.reorderPoint ?? ""],
            ...(showsCost ? costs(level) : []),
          ]),
          next: pageInfo?.hasNextPage === true ? pageInfo.endCursor : null,
        };
      }}
    />
  );
}

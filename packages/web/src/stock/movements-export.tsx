"use client";

import { ExportButton } from "@pos/web/components/export-button.tsx";
import { type MovementRowFragment, MovementsDocument } from "@pos/web/graphql/generated/graphql.ts";
import { useI18n } from "@pos/web/i18n/provider.tsx";
import { plainAmount } from "@pos/web/sales/export.ts";
import { usePermission, useSession } from "@pos/web/session/session.tsx";
import { useClient } from "urql";
import { byTime } from "./movement-order.ts";
import { whyMoved } from "./reason.ts";

/** All movements of an article, with the documents that moved it. */
export function MovementsExport({ variant }: { readonly variant: { readonly id: string; readonly sku: string } }) {
  const i18n = useI18n();
  const { t, format } = i18n;
  const { location } = useSession();
  const client = useClient();
  const showsCost = usePermission()("cost:read");
  const cells = (row: MovementRowFragment) => [
    ...[format.dateTime(row.occurredAt, location.timeZone), format.dateTime(row.recordedAt, location.timeZone)],
    ...[whyMoved(i18n, row), row.operator?.name ?? "", row.quantity, row.quantityAfter],
    ...(showsCost ? [row.value === null ? "" : plainAmount(row.value)] : []),
    row.factId,
  ];
  return (
    <ExportButton
      name={`stock-${location.code}-${variant.sku}`}
      header={[
        ...[
          t("sales.when"),
          t("stock.csvRecorded"),
          t("stock.why"),
          t("stock.by"),
          t("stock.change"),
          t("stock.after"),
        ],
        ...(showsCost ? [t("stock.value")] : []),
        t("stock.csvReceipt"),
      ]}
      read={async (after) => {
        const variables = { locationId: location.id, variantId: variant.id, first: 100, after };
        const { data, error } = await client.query(MovementsDocument, variables, { requestPolicy: "network-only" });
        if (error !== undefined) throw error;
        const { nodes = [], pageInfo } = data?.movements ?? {};
        return {
          rows: byTime(nodes).map(cells),
          next: pageInfo?.hasNextPage === true ? pageInfo.endCursor : null,
        };
      }}
    />
  );
}

"use client";

import { EmptyState } from "@pos/web/components/empty-state.tsx";
import { ExportButton } from "@pos/web/components/export-button.tsx";
import { PageHeader } from "@pos/web/components/page-header.tsx";
import { PageLinks } from "@pos/web/components/page-links.tsx";
import { QueryResult } from "@pos/web/components/query-result.tsx";
import { Pager } from "@pos/web/components/table-footer.tsx";
import { useAddress } from "@pos/web/components/use-address.ts";
import { sortingOf, usePages } from "@pos/web/components/use-pages.ts";
import { SalesDocument } from "@pos/web/graphql/generated/graphql.ts";
import { useI18n } from "@pos/web/i18n/provider.tsx";
import { isInChina } from "@pos/web/receipt/in-china.ts";
import { useChanges } from "@pos/web/session/changes.ts";
import { usePermission, useSession } from "@pos/web/session/session.tsx";
import { IconPlayerPause, IconReceipt } from "@tabler/icons-react";
import { useClient, useQuery } from "urql";
import { SALES_ADDRESS } from "./address.ts";
import { saleExport } from "./export.ts";
import { conditionsOf, SALE_SORTS, saleVariables } from "./queries.ts";
import { SaleFilters } from "./sale-filters.tsx";
import { SaleTable } from "./sale-table.tsx";

const FRESH = { additionalTypenames: ["Sale", "Refund", "SaleVoid"] };

export function SalesPage() {
  const i18n = useI18n();
  const { t } = i18n;
  const session = useSession();
  const address = useAddress(SALES_ADDRESS);
  const { pagingOf } = usePages(address);
  const client = useClient();
  const isPermitted = usePermission();
  const variables = saleVariables(session, address.state);
  const [state, refetch] = useQuery({
    query: SalesDocument,
    variables,
    requestPolicy: "cache-and-network",
    context: FRESH,
  });
  const links = useLinks();
  useChanges(() => refetch({ requestPolicy: "network-only" }));
  return (
    <>
      <PageHeader title={t("nav.sales")} lead={t("sales.lead")}>
        <PageLinks links={links} />
        <ExportButton {...saleExport(client, variables, i18n, isPermitted("customer:read"))} />
      </PageHeader>
      <SaleFilters address={address} />
      <QueryResult state={state} retry={() => refetch({ requestPolicy: "network-only" })}>
        {({ sales }) =>
          sales === null || sales.nodes.length === 0 ? (
            <>
              <NoSales
                isFiltered={Object.keys(conditionsOf(address.state, session)).length > 0}
                goesOn={sales?.pageInfo.hasNextPage === true}
              />
              {sales !== null && <Pager paging={pagingOf(sales.pageInfo)} />}
            </>
          ) : (
            <SaleTable
              sales={sales.nodes}
              paging={pagingOf(sales.pageInfo, sales.rowCount)}
              sorting={sortingOf(address, Object.keys(SALE_SORTS))}
            />
          )
        }
      </QueryResult>
    </>
  );
}

/** @param goesOn so many sales were looked through that the list stops here for now */
function NoSales({ isFiltered, goesOn }: { readonly isFiltered: boolean; readonly goesOn: boolean }) {
  const { t } = useI18n();
  return (
    <EmptyState
      icon={<IconReceipt />}
      title={t(isFiltered ? "sales.emptyFilteredTitle" : "sales.emptyTitle")}
      text={t(goesOn ? "sales.searchGoesOn" : isFiltered ? "sales.emptyFilteredText" : "sales.emptyText")}
    />
  );
}

/** Parked carts, refunds without a sale, and where the law has fapiaos those that customers asked for. */
function useLinks() {
  const { t } = useI18n();
  const { me } = useSession();
  const isPermitted = usePermission();
  const hasFapiao = isPermitted("fapiao:read") && isInChina({ country: me.merchant.country, currency: me.currency });
  const icon = <IconPlayerPause size={16} aria-hidden="true" />;
  return [
    ...(isPermitted("sale:park") ? [{ href: "/sales/parked", label: t("sales.parked"), icon }] : []),
    { href: "/sales/refunds", label: t("unlinked.title") },
    ...(hasFapiao ? [{ href: "/fapiao", label: t("nav.fapiao") }] : []),
  ];
}

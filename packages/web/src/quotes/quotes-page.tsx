"use client";

import { Select, Text } from "@mantine/core";
import { CustomerFilter } from "@pos/web/components/customer-filter.tsx";
import { type Column, DataTable } from "@pos/web/components/data-table.tsx";
import { DateTime } from "@pos/web/components/date-time.tsx";
import { DayFields } from "@pos/web/components/day-fields.tsx";
import { EmptyState } from "@pos/web/components/empty-state.tsx";
import { FoldedFilters } from "@pos/web/components/folded-filters.tsx";
import { Money, MoneySum } from "@pos/web/components/money.tsx";
import { PageHeader } from "@pos/web/components/page-header.tsx";
import { QueryResult } from "@pos/web/components/query-result.tsx";
import { SearchField } from "@pos/web/components/search-field.tsx";
import { Pager } from "@pos/web/components/table-footer.tsx";
import { useAddress } from "@pos/web/components/use-address.ts";
import { usePages } from "@pos/web/components/use-pages.ts";
import { type QuoteInListFragment, QuotesDocument } from "@pos/web/graphql/generated/graphql.ts";
import { type I18n, useI18n } from "@pos/web/i18n/provider.tsx";
import { usePermission, useSession } from "@pos/web/session/session.tsx";
import { IconFileText } from "@tabler/icons-react";
import { useQuery } from "urql";
import { QUOTE_STATES, QUOTES_ADDRESS } from "./address.ts";
import { quoteFilterOf, quoteVariables } from "./queries.ts";
import { QuoteState } from "./state-badge.tsx";

const FRESH = { additionalTypenames: ["Quote", "Sale"] };

/** What the location offered to customers, and what became of it. */
export function QuotesPage() {
  const i18n = useI18n();
  const { t } = i18n;
  const session = useSession();
  const address = useAddress(QUOTES_ADDRESS);
  const { pagingOf } = usePages(address);
  const mayReadCustomers = usePermission()("customer:read");
  const [state, refetch] = useQuery({
    query: QuotesDocument,
    variables: quoteVariables(session, address.state),
    requestPolicy: "cache-and-network",
    context: FRESH,
  });
  const { customer, from, to, state: chosen } = address.state;
  return (
    <>
      <PageHeader title={t("nav.quotes")} lead={t("quotes.lead", { location: session.location.name })} />
      <FoldedFilters
        first={<SearchField address={address} label={t("quotes.searchNumber")} />}
        count={[customer, from, to, chosen].filter((one) => one !== null).length}
      >
        <DayFields address={address} />
        <Select
          label={t("sales.state")}
          placeholder={t("common.all")}
          clearable
          data={QUOTE_STATES.map((value) => ({ value, label: t(`quotes.states.${value}`) }))}
          value={chosen}
          onChange={(value) => address.set({ state: QUOTE_STATES.find((one) => one === value) ?? null })}
          w={{ xs: 160 }}
        />
        {mayReadCustomers && (
          <CustomerFilter
            value={customer}
            name={state.data?.quotes?.nodes.find((quote) => quote.customer?.id === customer)?.customer?.name}
            onChange={(id) => address.set({ customer: id })}
          />
        )}
      </FoldedFilters>
      <QueryResult state={state} retry={() => refetch({ requestPolicy: "network-only" })}>
        {({ quotes }) =>
          quotes === null || quotes.nodes.length === 0 ? (
            <>
              <NoQuotes
                isFiltered={Object.keys(quoteFilterOf(address.state)).length > 0}
                goesOn={quotes?.pageInfo.hasNextPage === true}
              />
              {quotes !== null && <Pager paging={pagingOf(quotes.pageInfo)} />}
            </>
          ) : (
            <DataTable
              name="quotes"
              caption={t("nav.quotes")}
              columns={columns(i18n)}
              rows={quotes.nodes}
              keyOf={({ id }) => id}
              hrefOf={({ id }) => `/quotes/${id}`}
              paging={pagingOf(quotes.pageInfo)}
            />
          )
        }
      </QueryResult>
    </>
  );
}

/** @param goesOn so many quotes were looked through that the list stops here for now */
function NoQuotes({ isFiltered, goesOn }: { readonly isFiltered: boolean; readonly goesOn: boolean }) {
  const { t } = useI18n();
  const text = goesOn ? "quotes.searchGoesOn" : isFiltered ? "quotes.notFoundText" : "quotes.emptyText";
  return (
    <EmptyState
      icon={<IconFileText />}
      title={t(isFiltered ? "products.notFoundTitle" : "quotes.emptyTitle")}
      text={t(text)}
    />
  );
}

function columns({ t, format }: I18n): Column<QuoteInListFragment>[] {
  return [
    {
      key: "number",
      label: t("quotes.numberLabel"),
      isShort: true,
      onPhone: "title",
      cell: ({ number }) => number,
      sortBy: ({ number }) => number,
    },
    {
      key: "when",
      label: t("sales.when"),
      isShort: true,
      onPhone: "plain",
      cell: ({ createdAt, location }) => <DateTime instant={createdAt} zone={location.timeZone} />,
      sortBy: ({ createdAt }) => createdAt,
    },
    {
      key: "customer",
      label: t("sales.customer"),
      onPhone: "plain",
      cell: ({ customer }) => customer?.name,
      sortBy: ({ customer }) => customer?.name,
    },
    {
      key: "lines",
      label: t("sales.lines"),
      onPhone: "plain",
      cell: ({ lines: [first, ...others] }) => (
        <Text span size="sm" lineClamp={1} inherit>
          {others.length === 0
            ? first?.description
            : t("sales.lineCount", { first: first?.description ?? "", count: others.length })}
        </Text>
      ),
    },
    {
      key: "operator",
      label: t("sales.operator"),
      isExtra: true,
      onPhone: "hidden",
      cell: ({ operator }) => operator?.name,
      sortBy: ({ operator }) => operator?.name,
    },
    {
      key: "until",
      label: t("quotes.validUntil"),
      isShort: true,
      cell: ({ validUntil }) => format.date(validUntil),
      sortBy: ({ validUntil }) => validUntil,
    },
    {
      key: "state",
      label: t("sales.state"),
      onPhone: "plain",
      cell: ({ state }) => <QuoteState state={state} />,
      sortBy: ({ state }) => t(`quotes.states.${state}`),
    },
    {
      key: "total",
      label: t("sales.total"),
      align: "end",
      onPhone: "value",
      cell: ({ total }) => <Money value={total} />,
      sortBy: ({ total }) => total.amount,
      sum: (rows) => <MoneySum values={rows.map(({ total }) => total)} />,
    },
  ];
}

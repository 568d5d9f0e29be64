"use client";

import { type Column, DataTable } from "@pos/web/components/data-table.tsx";
import { EmptyState } from "@pos/web/components/empty-state.tsx";
import { Filters } from "@pos/web/components/filters.tsx";
import { Money, MoneySum } from "@pos/web/components/money.tsx";
import { PageHeader } from "@pos/web/components/page-header.tsx";
import { QueryResult } from "@pos/web/components/query-result.tsx";
import { SearchField } from "@pos/web/components/search-field.tsx";
import { useAddress } from "@pos/web/components/use-address.ts";
import { usePages } from "@pos/web/components/use-pages.ts";
import { type GiftCardRowFragment, GiftCardsDocument } from "@pos/web/graphql/generated/graphql.ts";
import { type I18n, useI18n } from "@pos/web/i18n/provider.tsx";
import { useSession } from "@pos/web/session/session.tsx";
import { IconGiftCard } from "@tabler/icons-react";
import { useQuery } from "urql";
import { GIFT_CARDS_ADDRESS } from "./address.ts";
import { giftCardVariables } from "./queries.ts";
import { CardState } from "./state-badge.tsx";

const FRESH = { additionalTypenames: ["GiftCard"] };

/** What the shop owes the bearers of gift cards, card by card. */
export function GiftCardsPage() {
  const i18n = useI18n();
  const { t } = i18n;
  const { pageSize } = useSession();
  const address = useAddress(GIFT_CARDS_ADDRESS);
  const { pagingOf } = usePages(address);
  const [state, refetch] = useQuery({
    query: GiftCardsDocument,
    variables: giftCardVariables(address.state, pageSize),
    requestPolicy: "cache-and-network",
    context: FRESH,
  });
  const isSearching = address.state.search !== null;
  return (
    <>
      <PageHeader title={t("nav.giftCards")} lead={t("giftCards.lead")} />
      <Filters>
        <SearchField address={address} label={t("giftCards.search")} />
      </Filters>
      <QueryResult state={state} retry={() => refetch({ requestPolicy: "network-only" })}>
        {({ giftCards }) =>
          giftCards === null || giftCards.nodes.length === 0 ? (
            <EmptyState
              icon={<IconGiftCard />}
              title={t(isSearching ? "products.notFoundTitle" : "giftCards.emptyTitle")}
              text={t(isSearching ? "giftCards.notFoundText" : "giftCards.emptyText")}
            />
          ) : (
            <DataTable
              name="gift-cards"
              caption={t("nav.giftCards")}
              columns={columns(i18n)}
              rows={giftCards.nodes}
              keyOf={({ id }) => id}
              hrefOf={({ id }) => `/gift-cards/${id}`}
              paging={pagingOf(giftCards.pageInfo)}
            />
          )
        }
      </QueryResult>
    </>
  );
}

function columns({ t }: I18n): Column<GiftCardRowFragment>[] {
  return [
    {
      key: "code",
      label: t("giftCards.code"),
      onPhone: "title",
      cell: ({ lastFour }) => `•••• ${lastFour}`,
      sortBy: ({ lastFour }) => lastFour,
    },
    {
      key: "state",
      label: t("giftCards.state"),
      cell: ({ isBlocked }) => <CardState isBlocked={isBlocked} />,
      sortBy: ({ isBlocked }) => (isBlocked ? 1 : 0),
    },
    {
      key: "balance",
      label: t("giftCards.balance"),
      align: "end",
      onPhone: "value",
      cell: ({ balance }) => balance && <Money value={balance} />,
      sortBy: ({ balance }) => balance?.amount ?? 0,
      sum: (rows) => <MoneySum values={rows.flatMap(({ balance }) => balance ?? [])} />,
    },
  ];
}

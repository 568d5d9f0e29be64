"use client";

import { Button, Stack, Title } from "@mantine/core";
import { BackLink } from "@pos/web/components/back-link.tsx";
import { Facts } from "@pos/web/components/facts.tsx";
import { IdCopy } from "@pos/web/components/id-copy.tsx";
import { LIST_POSITION } from "@pos/web/components/list-address.ts";
import { NotFound } from "@pos/web/components/not-found.tsx";
import { PageHeader } from "@pos/web/components/page-header.tsx";
import { Panel } from "@pos/web/components/panel.tsx";
import { QueryResult } from "@pos/web/components/query-result.tsx";
import { PageSkeleton } from "@pos/web/components/skeletons.tsx";
import { useAddress } from "@pos/web/components/use-address.ts";
import { usePages } from "@pos/web/components/use-pages.ts";
import { GiftCardDetailDocument, type GiftCardDetailQuery } from "@pos/web/graphql/generated/graphql.ts";
import { useI18n } from "@pos/web/i18n/provider.tsx";
import { usePermission } from "@pos/web/session/session.tsx";
import { IconLock, IconLockOpen, IconPencil } from "@tabler/icons-react";
import { useState } from "react";
import { useQuery } from "urql";
import { AdjustCardDialog, BlockCardDialog } from "./adjust-dialogs.tsx";
import { CardState } from "./state-badge.tsx";
import { ValueHistory } from "./value-history.tsx";

type Card = Extract<NonNullable<GiftCardDetailQuery["node"]>, { readonly lastFour: string }>;

export function GiftCardPage({ id }: { readonly id: string }) {
  const { variables, pagingOf } = usePages(useAddress(LIST_POSITION));
  const [state, refetch] = useQuery({
    query: GiftCardDetailDocument,
    variables: { id, ...variables },
    requestPolicy: "cache-and-network",
  });
  return (
    <QueryResult state={state} retry={() => refetch({ requestPolicy: "network-only" })} skeleton={<PageSkeleton />}>
      {({ node }) =>
        node !== null && "lastFour" in node ? <CardView card={node} pagingOf={pagingOf} /> : <NotFound />
      }
    </QueryResult>
  );
}

interface CardViewProps {
  readonly card: Card;
  readonly pagingOf: ReturnType<typeof usePages>["pagingOf"];
}

function CardView({ card, pagingOf }: CardViewProps) {
  const { t, format } = useI18n();
  const isPermitted = usePermission();
  const [dialog, setDialog] = useState<"adjust" | "block" | undefined>(undefined);
  const { id, lastFour, balance, isBlocked, history } = card;
  const close = () => setDialog(undefined);
  return (
    <Stack gap="lg">
      <div>
        <BackLink href="/gift-cards" label={t("nav.giftCards")} />
        <PageHeader title={t("giftCards.ending", { lastFour })}>
          {isPermitted("gift-card:adjust") && (
            <>
              <Button
                variant="default"
                leftSection={isBlocked ? <IconLockOpen size={16} aria-hidden /> : <IconLock size={16} aria-hidden />}
                onClick={() => setDialog("block")}
              >
                {t(isBlocked ? "giftCards.unblock" : "giftCards.block")}
              </Button>
              <Button leftSection={<IconPencil size={16} aria-hidden />} onClick={() => setDialog("adjust")}>
                {t("giftCards.adjust")}
              </Button>
            </>
          )}
        </PageHeader>
        <Panel title={t("giftCards.card")}>
          <Facts
            facts={[
              [t("giftCards.balance"), <strong key="balance">{balance && format.money(balance)}</strong>],
              [t("giftCards.state"), <CardState key="state" isBlocked={isBlocked} />],
              [t("sales.id"), <IdCopy key="id" id={id} />],
            ]}
          />
        </Panel>
      </div>
      <Stack gap="md">
        <Title order={2} size="h4">
          {t("giftCards.history")}
        </Title>
        <ValueHistory events={history.nodes} paging={pagingOf(history.pageInfo)} />
      </Stack>
      {dialog === "adjust" && <AdjustCardDialog card={card} onClose={close} />}
      {dialog === "block" && <BlockCardDialog card={card} onClose={close} />}
    </Stack>
  );
}

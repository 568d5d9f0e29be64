"use client";

import { Alert, Anchor, Button, Group, Paper, Stack, Switch, Text } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { AppLink } from "@pos/web/components/app-link.tsx";
import { useConfirm } from "@pos/web/components/confirm.tsx";
import { EmptyState } from "@pos/web/components/empty-state.tsx";
import { describeFailure } from "@pos/web/components/failure.tsx";
import { PageHeader } from "@pos/web/components/page-header.tsx";
import { TakeArticlesDocument } from "@pos/web/graphql/generated/graphql.ts";
import { useI18n } from "@pos/web/i18n/provider.tsx";
import { useSession } from "@pos/web/session/session.tsx";
import { IconBarcode } from "@tabler/icons-react";
import { useState } from "react";
import { useClient } from "urql";
import { useKeptDraft } from "./kept-draft.ts";
import {
  type Counted,
  countedRows,
  differenceOf,
  type TakeDraft,
  withArticles,
  withCount,
  without,
  withScan,
} from "./take-draft.ts";
import { TakeReview } from "./take-review.tsx";
import { countedOf, TakeSearch } from "./take-search.tsx";
import { TakeTable } from "./take-table.tsx";

/** Counting a shelf: articles are scanned or listed, their counts typed, and the differences recorded together. */
export function TakePage() {
  const { t } = useI18n();
  const { location } = useSession();
  const kept = useKeptDraft(location.id);
  const { draft, setDraft, discard } = kept;
  const [isReviewing, setReviewing] = useState(false);
  const review = () => setReviewing(true);
  return (
    <>
      <Anchor component={AppLink} href="/stock" size="sm">
        ← {t("nav.stock")}
      </Anchor>
      <PageHeader title={t("take.title")} lead={t("take.lead", { location: location.name })}>
        <TakeActions {...kept} onReview={review} />
      </PageHeader>
      {draft.isUnreadable && (
        <Alert color="orange" mb="md" title={t("take.unreadableTitle")}>
          <Text size="sm">{t("take.unreadableText")}</Text>
        </Alert>
      )}
      {draft.postings.length > 0 ? (
        <Alert color="orange" title={t("take.interruptedTitle")}>
          <Stack align="flex-start" gap="sm">
            <Text size="sm">{t("take.interruptedText")}</Text>
            <Button onClick={review}>{t("take.continue")}</Button>
          </Stack>
        </Alert>
      ) : (
        <Counting {...kept} />
      )}
      {isReviewing && (
        <TakeReview
          {...{ draft, setDraft }}
          onClose={() => setReviewing(false)}
          onPosted={() => {
            setReviewing(false);
            discard();
          }}
        />
      )}
    </>
  );
}

type Kept = ReturnType<typeof useKeptDraft>;

function TakeActions({ draft, setDraft, discard, onReview }: Kept & { readonly onReview: () => void }) {
  const { t } = useI18n();
  const confirm = useConfirm();
  const { listAll, isListing } = useAllArticles((articles) => setDraft((now) => withArticles(now, articles)));
  const count = countedRows(draft).length;
  async function ask() {
    const question = {
      ...{ title: t("take.discardTitle"), text: t("take.discardText", { count }) },
      action: t("take.discard"),
    };
    if (count === 0 || (await confirm(question))) discard();
  }
  const isInterrupted = draft.postings.length > 0;
  return (
    <>
      {draft.rows.length > 0 && (
        <Button variant="default" onClick={() => void ask()}>
          {t("take.discard")}
        </Button>
      )}
      <Button variant="default" loading={isListing} disabled={isInterrupted} onClick={() => void listAll()}>
        {t("take.listAll")}
      </Button>
      <Button disabled={count === 0 || isInterrupted} onClick={onReview}>
        {t("take.reviewCount", { count: differing(draft) })}
      </Button>
    </>
  );
}

function differing(draft: TakeDraft): number {
  return countedRows(draft).filter((row) => differenceOf(row) !== 0).length;
}

function Counting({ draft, setDraft }: Kept) {
  const { t } = useI18n();
  const [isBlind, setBlind] = useState(false);
  const [focused, setFocused] = useState<string | undefined>(undefined);
  return (
    <Stack gap="md">
      <TakeSearch
        onScan={(article) => setDraft((now) => withScan(now, article))}
        onChoose={(article) => {
          setDraft((now) => withArticles(now, [article]));
          setFocused(article.variantId);
        }}
      />
      {draft.rows.length === 0 ? (
        <EmptyState icon={<IconBarcode />} title={t("take.emptyTitle")} text={t("take.emptyText")} />
      ) : (
        <>
          <Group justify="space-between">
            <Text size="sm" c="dimmed" aria-live="polite">
              {t("take.summary", { counted: countedRows(draft).length, differing: differing(draft) })}
            </Text>
            <Switch
              label={t("take.blind")}
              checked={isBlind}
              onChange={(event) => setBlind(event.currentTarget.checked)}
            />
          </Group>
          <Paper withBorder px="sm">
            <TakeTable
              rows={draft.rows}
              isBlind={isBlind}
              focused={focused}
              onCount={(variantId, count) => setDraft((now) => withCount(now, variantId, count))}
              onRemove={(variantId) => setDraft((now) => without(now, variantId))}
            />
          </Paper>
        </>
      )}
    </Stack>
  );
}

const PAGE_ROWS = 100;
/** More than that is counted in parts. */
const LISTED_MAX = 2_000;

/** Lists the tracked articles of the location, to be counted one after the other. */
function useAllArticles(onListed: (articles: readonly Counted[]) => void) {
  const i18n = useI18n();
  const { location } = useSession();
  const client = useClient();
  const [isListing, setListing] = useState(false);
  async function listAll() {
    setListing(true);
    let after: string | null = null;
    for (let count = 0; count < LISTED_MAX; count += PAGE_ROWS) {
      const variables: { locationId: string; first: number; after: string | null } = {
        ...{ locationId: location.id, first: PAGE_ROWS, after },
      };
      const { data, error } = await client.query(TakeArticlesDocument, variables, { requestPolicy: "network-only" });
      if (error !== undefined) {
        notifications.show({
          title: i18n.t("error.title"),
          message: describeFailure(error, i18n),
          color: "red",
        });
        break;
      }
      const { nodes = [], pageInfo } = data?.stockLevels ?? {};
      onListed(nodes.map(countedOf));
      after = pageInfo?.hasNextPage === true ? pageInfo.endCursor : null;
      if (after === null) break;
    }
    setListing(false);
  }
  return { listAll, isListing };
}

"use client";

import { Button, Group } from "@mantine/core";
import { useI18n } from "@pos/web/i18n/provider.tsx";
import { IconChevronLeft, IconChevronRight } from "@tabler/icons-react";
import type { UrlState } from "./url-state.ts";

const PAGE_SIZE = 25;

export interface PageInfo {
  readonly hasNextPage: boolean;
  readonly hasPreviousPage?: boolean;
  readonly startCursor?: string | null;
  readonly endCursor: string | null;
}

/** The arguments of a list by cursor, from the address. */
export function pageArguments(url: UrlState, size = PAGE_SIZE) {
  const before = url.get("before");
  return before === undefined ? { first: size, after: url.get("after") ?? null } : { last: size, before };
}

/** Steps through a list by cursor. A list that cannot be read backwards starts again instead. */
export function Pager({
  pageInfo,
  url,
  canGoBack = false,
}: {
  readonly pageInfo: PageInfo;
  readonly url: UrlState;
  readonly canGoBack?: boolean;
}) {
  const { t } = useI18n();
  const isFirst = url.get("after") === undefined && url.get("before") === undefined;
  const { hasNextPage, hasPreviousPage = false, startCursor, endCursor } = pageInfo;
  if (isFirst && !hasNextPage) return null;
  return (
    <Group component="nav" aria-label={t("common.pages")} justify="space-between" className="screen-only">
      {canGoBack ? (
        <Button
          variant="default"
          leftSection={<IconChevronLeft size={16} />}
          disabled={!hasPreviousPage}
          onClick={() => url.set({ before: startCursor ?? null }, "push")}
        >
          {t("common.previous")}
        </Button>
      ) : (
        <Button
          variant="default"
          leftSection={<IconChevronLeft size={16} />}
          disabled={isFirst}
          onClick={() => url.set({}, "push")}
        >
          {t("common.first")}
        </Button>
      )}
      <Button
        variant="default"
        rightSection={<IconChevronRight size={16} />}
        disabled={!hasNextPage}
        onClick={() => url.set({ after: endCursor }, "push")}
      >
        {t("common.next")}
      </Button>
    </Group>
  );
}

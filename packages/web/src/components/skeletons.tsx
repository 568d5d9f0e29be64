"use client";

import { Skeleton, Stack, VisuallyHidden } from "@mantine/core";
import { useI18n } from "@pos/web/i18n/provider.tsx";

const ROWS = ["a", "b", "c", "d", "e", "f", "g", "h"];

/** Where a page's content will stand. */
export function PageSkeleton() {
  return (
    <Stack gap="lg">
      <Skeleton height={34} width={220} />
      <ListSkeleton />
    </Stack>
  );
}

export function ListSkeleton({ rows = 8 }: { readonly rows?: number }) {
  const { t } = useI18n();
  return (
    <Stack gap="sm" role="status">
      <VisuallyHidden>{t("common.loading")}</VisuallyHidden>
      {ROWS.slice(0, rows).map((row) => (
        <Skeleton key={row} height={44} radius="md" />
      ))}
    </Stack>
  );
}

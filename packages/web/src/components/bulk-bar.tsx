"use client";

import { Button, Group, Paper, Progress as ProgressBar, Text } from "@mantine/core";
import { useI18n } from "@pos/web/i18n/provider.tsx";
import type { ReactNode } from "react";
import classes from "./bulk-bar.module.css";
import type { Progress } from "./use-bulk.ts";

export interface BulkBarProps {
  readonly count: number;
  readonly progress?: Progress | undefined;
  readonly onClear: () => void;
  readonly children: ReactNode;
}

/** What can be done with the rows that are selected. It stays in sight while the list is scrolled. */
export function BulkBar({ count, progress, onClear, children }: BulkBarProps) {
  const { t } = useI18n();
  return (
    <Paper withBorder className={classes.bar} role="region" aria-label={t("bulk.label")}>
      <Group gap="sm">
        <Text size="sm" fw={600} role="status">
          {progress === undefined ? t("bulk.selected", { count }) : t("bulk.progress", { ...progress })}
        </Text>
        {progress === undefined ? (
          <>
            {children}
            <Button size="xs" variant="subtle" onClick={onClear}>
              {t("bulk.clear")}
            </Button>
          </>
        ) : (
          <ProgressBar
            flex={1}
            miw={120}
            value={(progress.done / progress.all) * 100}
            aria-label={t("bulk.progress", { ...progress })}
          />
        )}
      </Group>
    </Paper>
  );
}

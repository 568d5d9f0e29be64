"use client";

import { Button, Group, Stack } from "@mantine/core";
import { useI18n } from "@pos/web/i18n/provider.tsx";
import { IconArrowLeft } from "@tabler/icons-react";
import type { ReactNode } from "react";
import type { Row } from "../outbox/row.ts";
import { RowAttention } from "./row-attention.tsx";
import { RowState } from "./row-state.tsx";

/** One row of the list of this terminal: the way back, its state, and below what its kind shows. */
export function OneRow({
  row,
  onBack,
  children,
}: {
  readonly row: Row;
  readonly onBack: () => void;
  readonly children: ReactNode;
}) {
  const { t } = useI18n();
  return (
    <Stack gap="md">
      <Group justify="space-between">
        <Button
          variant="subtle"
          color="gray"
          size="md"
          leftSection={<IconArrowLeft size={18} aria-hidden="true" />}
          onClick={onBack}
        >
          {t("common.back")}
        </Button>
        <RowState row={row} />
      </Group>
      <RowAttention row={row} />
      {children}
    </Stack>
  );
}

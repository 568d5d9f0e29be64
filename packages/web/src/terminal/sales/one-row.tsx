"use client";

import { Button, Group, Stack } from "@mantine/core";
import { useI18n } from "@pos/web/i18n/provider.tsx";
import { IconArrowLeft } from "@tabler/icons-react";
import type { ReactNode } from "react";
import type { Row } from "../outbox/row.ts";
import { RowAttention } from "./row-attention.tsx";
import { RowState } from "./row-state.tsx";

/** A sale or a refund: the way back, its state if it is this terminal's, and below what its kind shows. */
export function OneRow({
  row,
  onBack,
  children,
}: {
  /** Absent: another terminal's. */
  readonly row: Row | undefined;
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
        {row && <RowState row={row} />}
      </Group>
      {row && <RowAttention row={row} />}
      {children}
    </Stack>
  );
}

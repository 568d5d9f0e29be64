"use client";

import { ActionIcon, Code, CopyButton, Group, Tooltip } from "@mantine/core";
import { useI18n } from "@pos/web/i18n/provider.tsx";
import { IconCheck, IconCopy } from "@tabler/icons-react";
import { shortId } from "./short-id.ts";

/** An id, its end shown and the whole of it copied. */
export function IdCopy({ id }: { readonly id: string }) {
  const { t } = useI18n();
  return (
    <Group gap={4} wrap="nowrap" component="span" display="inline-flex">
      <Code title={id}>{shortId(id)}</Code>
      <CopyButton value={id}>
        {({ copied, copy }) => (
          <Tooltip label={t(copied ? "common.copied" : "common.copy")}>
            <ActionIcon
              size="sm"
              variant="subtle"
              color="gray"
              onClick={copy}
              aria-label={copied ? t("common.copied") : t("common.copyId", { id })}
            >
              {copied ? <IconCheck size={14} /> : <IconCopy size={14} />}
            </ActionIcon>
          </Tooltip>
        )}
      </CopyButton>
    </Group>
  );
}

"use client";

import { Drawer, Stack } from "@mantine/core";
import { useI18n } from "@pos/web/i18n/provider.tsx";
import type { ReactNode } from "react";

/** The pages that a phone's bar has no room for. Loaded when it is opened. */
export default function MoreSheet({
  onClose,
  children,
}: {
  readonly onClose: () => void;
  readonly children: ReactNode;
}) {
  const { t } = useI18n();
  return (
    <Drawer
      opened
      onClose={onClose}
      position="bottom"
      size="auto"
      title={t("nav.more")}
      closeButtonProps={{ "aria-label": t("common.close") }}
    >
      <Stack gap={2} pb="md">
        {children}
      </Stack>
    </Drawer>
  );
}

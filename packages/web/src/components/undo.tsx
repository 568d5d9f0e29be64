"use client";

import { Button } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { useI18n } from "@pos/web/i18n/provider.tsx";

export interface Undoable {
  /** One message at a time for the same record. */
  readonly id: string;
  readonly title: string;
  /** Takes the change back. */
  readonly undo: () => Promise<void>;
}

/** Confirms a change, with a button that takes it back. */
export function useUndo(): (change: Undoable) => void {
  const { t } = useI18n();
  return ({ id, title, undo }) => {
    const run = () => {
      notifications.hide(id);
      void undo();
    };
    notifications.hide(id);
    notifications.show({
      id,
      title,
      autoClose: 8_000,
      color: "pine",
      message: (
        <Button size="xs" variant="subtle" onClick={run}>
          {t("common.undo")}
        </Button>
      ),
      closeButtonProps: { "aria-label": t("common.close") },
    });
  };
}

"use client";

import { Text } from "@mantine/core";
import { modals } from "@mantine/modals";
import { useI18n } from "@pos/web/i18n/provider.tsx";

/** It may open above another dialog. */
const ABOVE_DIALOGS = 300;

export interface Question {
  readonly title: string;
  readonly text: string;
  /** The label of the confirming button. */
  readonly action: string;
}

/** Asks the user to confirm an action. Resolves to their choice. */
export function useConfirm(): (question: Question) => Promise<boolean> {
  const { t } = useI18n();
  return ({ title, text, action }) =>
    new Promise((resolve) => {
      modals.openConfirmModal({
        title,
        children: <Text size="sm">{text}</Text>,
        labels: { confirm: action, cancel: t("common.cancel") },
        withCloseButton: false,
        zIndex: ABOVE_DIALOGS,
        confirmProps: { color: "red" },
        onConfirm: () => resolve(true),
        onCancel: () => resolve(false),
        onClose: () => resolve(false),
      });
    });
}

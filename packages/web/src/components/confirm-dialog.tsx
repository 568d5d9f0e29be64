"use client";

import { Button, Group, Modal, Text } from "@mantine/core";
import { useI18n } from "@pos/web/i18n/provider.tsx";
import type { Question } from "./questions.ts";

/** It may open above another dialog. */
const ABOVE_DIALOGS = 300;

/** Loaded when the first question is asked. */
export default function ConfirmDialog({
  question,
  onAnswer,
}: {
  readonly question: Question;
  readonly onAnswer: (isConfirmed: boolean) => void;
}) {
  const { t } = useI18n();
  return (
    <Modal opened onClose={() => onAnswer(false)} title={question.title} withCloseButton={false} zIndex={ABOVE_DIALOGS}>
      <Text size="sm">{question.text}</Text>
      <Group justify="flex-end" mt="md">
        <Button variant="default" onClick={() => onAnswer(false)}>
          {question.cancel ?? t("common.cancel")}
        </Button>
        <Button color="red" onClick={() => onAnswer(true)}>
          {question.action}
        </Button>
      </Group>
    </Modal>
  );
}

"use client";

import { Button, Group, Modal, Stack } from "@mantine/core";
import { useI18n } from "@pos/web/i18n/provider.tsx";
import { type FormEvent, type ReactNode, useEffect, useRef } from "react";
import { useConfirm } from "./confirm.tsx";

export interface FormDialogProps {
  readonly title: string;
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly onSubmit: () => void;
  readonly isBusy: boolean;
  /** Whether something was entered that closing would lose. */
  readonly isDirty: boolean;
  /** The label of the submit button. */
  readonly action: string;
  readonly actionColor?: string;
  readonly isDisabled?: boolean;
  readonly size?: string;
  readonly children: ReactNode;
}

/** A form in a dialog. Closing it asks for confirmation when input would be lost. */
export function FormDialog(props: FormDialogProps) {
  const { title, isOpen, onClose, onSubmit, isBusy, isDirty, action, size = "md", children } = props;
  const { t } = useI18n();
  const confirm = useConfirm();
  const form = useRef<HTMLFormElement>(null);
  // A screen reader reads out the focused field with its error.
  useEffect(() => {
    if (!isBusy) form.current?.querySelector<HTMLElement>("[aria-invalid=true]")?.focus();
  }, [isBusy]);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onSubmit();
  };
  const close = async () => {
    if (isBusy) return;
    const question = { title: t("common.discardTitle"), text: t("common.discardText"), action: t("common.discard") };
    if (!isDirty || (await confirm(question))) onClose();
  };
  return (
    <Modal
      opened={isOpen}
      onClose={() => void close()}
      title={title}
      size={size}
      closeButtonProps={{ "aria-label": t("common.close") }}
    >
      <form ref={form} onSubmit={submit}>
        <Stack gap="md">
          {children}
          <Group justify="flex-end" gap="sm">
            <Button variant="default" onClick={() => void close()}>
              {t("common.cancel")}
            </Button>
            <Button
              type="submit"
              loading={isBusy}
              {...(props.isDisabled === true ? { disabled: true } : {})}
              {...(props.actionColor === undefined ? {} : { color: props.actionColor })}
            >
              {action}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}

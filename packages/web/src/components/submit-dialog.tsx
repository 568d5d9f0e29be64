"use client";

import { Button, Group, Modal } from "@mantine/core";
import { useI18n } from "@pos/web/i18n/provider.tsx";
import type { ReactNode } from "react";
import { FormElement } from "./form-element.tsx";
import { useLeaveGuard } from "./leaving.ts";
import type { SubmitForm } from "./use-submit-form.ts";

interface SubmitDialogProps {
  readonly form: SubmitForm;
  readonly title: string;
  readonly onClose: () => void;
  /** The label of the submit button. */
  readonly action: string;
  readonly actionColor?: string;
  /** What closing would lose. Absent: nothing was saved. */
  readonly discardText?: string;
  readonly size?: string | number;
  readonly children: ReactNode;
}

/** A form in a dialog. Closing it asks for confirmation when input would be lost. */
export function SubmitDialog({ form, title, onClose, action, size = "md", children, ...props }: SubmitDialogProps) {
  const { t } = useI18n();
  const { discardText } = props;
  const leave = useLeaveGuard(form.isDirty, onClose, discardText === undefined ? {} : { text: discardText });
  const close = () => {
    if (!form.isSending) leave();
  };
  const buttons = (
    <Group justify="flex-end" gap="sm">
      <Button variant="default" onClick={close}>
        {t("common.cancel")}
      </Button>
      <Button
        type="submit"
        loading={form.isSending}
        {...(props.actionColor === undefined ? {} : { color: props.actionColor })}
      >
        {action}
      </Button>
    </Group>
  );
  return (
    <Modal opened onClose={close} title={title} size={size} closeButtonProps={{ "aria-label": t("common.close") }}>
      <FormElement form={form} buttons={buttons}>
        {children}
      </FormElement>
    </Modal>
  );
}

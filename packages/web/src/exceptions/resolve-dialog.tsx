"use client";

import { Textarea } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { SubmitDialog } from "@pos/web/components/submit-dialog.tsx";
import { useChecks } from "@pos/web/components/use-checks.ts";
import { useSubmitForm } from "@pos/web/components/use-submit-form.ts";
import { type ExceptionRowFragment, ResolveExceptionDocument } from "@pos/web/graphql/generated/graphql.ts";
import { useI18n } from "@pos/web/i18n/provider.tsx";
import { useMutation } from "urql";
import { ExceptionText } from "./exception-details.tsx";

/** The user writes how an exception was resolved; it stays readable with the note. */
export function ResolveDialog({
  exception,
  onClose,
}: {
  readonly exception: ExceptionRowFragment;
  readonly onClose: () => void;
}) {
  const { t, code: words } = useI18n();
  const checks = useChecks();
  const [, resolve] = useMutation(ResolveExceptionDocument);
  const { subject, code, version } = exception;
  const { form, field } = useSubmitForm({
    initialValues: { note: "" },
    check: ({ note }) => ({ note: checks.filled(note) }),
    send: ({ note }) => resolve({ input: { subject, code, version, note: note.trim() } }),
    onSaved() {
      notifications.show({ message: t("exceptions.resolved"), color: "pine" });
      onClose();
    },
  });
  return (
    <SubmitDialog form={form} title={words("exception", code)} onClose={onClose} action={t("exceptions.resolve")}>
      <ExceptionText exception={exception} />
      <Textarea
        label={t("exceptions.noteLabel")}
        description={t("exceptions.noteHelp")}
        required
        autosize
        minRows={2}
        maxLength={500}
        data-autofocus
        {...field("note")}
      />
    </SubmitDialog>
  );
}

"use client";

import { Textarea } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { useFieldErrors } from "@pos/web/components/field-errors.ts";
import { FormDialog } from "@pos/web/components/form-dialog.tsx";
import { Refusals } from "@pos/web/components/refusals.tsx";
import { type ExceptionRowFragment, ResolveExceptionDocument } from "@pos/web/graphql/generated/graphql.ts";
import { useI18n } from "@pos/web/i18n/provider.tsx";
import { useState } from "react";
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
  const [note, setNote] = useState("");
  const [result, resolve] = useMutation(ResolveExceptionDocument);
  const { errorOf, rest } = useFieldErrors(result.data?.resolveException.userErrors, ["note"]);
  async function submit() {
    const { subject, code, version } = exception;
    const { data } = await resolve({ input: { subject, code, version, note: note.trim() } });
    if (!data || data.resolveException.userErrors.length > 0) return;
    notifications.show({ message: t("exceptions.resolved"), color: "pine" });
    onClose();
  }
  return (
    <FormDialog
      title={words("exception", exception.code)}
      isOpen
      onClose={onClose}
      onSubmit={() => void submit()}
      isBusy={result.fetching}
      isDirty={note !== ""}
      isDisabled={note.trim() === ""}
      action={t("exceptions.resolve")}
    >
      <ExceptionText exception={exception} />
      <Textarea
        label={t("exceptions.noteLabel")}
        description={t("exceptions.noteHelp")}
        autosize
        minRows={2}
        maxLength={500}
        data-autofocus
        value={note}
        error={errorOf("note")}
        onChange={(event) => setNote(event.currentTarget.value)}
      />
      <Refusals error={result.error} refused={rest} />
    </FormDialog>
  );
}

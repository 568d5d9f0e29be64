"use client";

import { List, Text, Textarea } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { SubmitDialog } from "@pos/web/components/submit-dialog.tsx";
import { useChecks } from "@pos/web/components/use-checks.ts";
import { useSubmitForm } from "@pos/web/components/use-submit-form.ts";
import { type ExceptionRowFragment, ResolveExceptionDocument } from "@pos/web/graphql/generated/graphql.ts";
import { useI18n } from "@pos/web/i18n/provider.tsx";
import { useRef, useState } from "react";
import { useMutation } from "urql";

export interface ResolveManyDialogProps {
  readonly exceptions: readonly ExceptionRowFragment[];
  readonly onClose: () => void;
}

/** Settles several exceptions with one note. What was settled before one failed is not sent again. */
export function ResolveManyDialog({ exceptions, onClose }: ResolveManyDialogProps) {
  const { t, code: words } = useI18n();
  const checks = useChecks();
  const [chosen] = useState(exceptions);
  const settled = useRef(new Set<ExceptionRowFragment>());
  const [count, setCount] = useState(0);
  const [, resolve] = useMutation(ResolveExceptionDocument);
  const { form, field } = useSubmitForm({
    initialValues: { note: "" },
    check: ({ note }) => ({ note: checks.filled(note) }),
    async send({ note }) {
      let last: Awaited<ReturnType<typeof resolve>> | undefined;
      for (const exception of chosen) {
        if (settled.current.has(exception)) continue;
        const { subject, code, version } = exception;
        last = await resolve({ input: { subject, code, version, note: note.trim() } });
        if (last.error !== undefined || last.data?.resolveException.userErrors.length !== 0) return last;
        settled.current.add(exception);
        setCount(settled.current.size);
      }
      return last;
    },
    onSaved() {
      notifications.show({ message: t("exceptions.resolvedMany", { count: chosen.length }), color: "pine" });
      onClose();
    },
  });
  const kinds = [...new Set(chosen.map(({ code }) => code))];
  return (
    <SubmitDialog
      form={form}
      title={t("exceptions.resolveManyTitle", { count: chosen.length })}
      onClose={onClose}
      action={t("exceptions.resolve")}
    >
      <List size="sm">
        {kinds.map((kind) => (
          <List.Item key={kind}>
            {t("exceptions.countOf", {
              name: words("exception", kind),
              count: chosen.filter(({ code }) => code === kind).length,
            })}
          </List.Item>
        ))}
      </List>
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
      {count > 0 && (
        <Text size="sm" role="status">
          {t("bulk.progress", { done: count, all: chosen.length })}
        </Text>
      )}
    </SubmitDialog>
  );
}

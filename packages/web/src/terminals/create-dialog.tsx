"use client";

import { Select, TextInput } from "@mantine/core";
import { TYPED_CODE } from "@pos/core/people/terminal/model.ts";
import { newId } from "@pos/web/clock.ts";
import { SubmitDialog } from "@pos/web/components/submit-dialog.tsx";
import { useChecks } from "@pos/web/components/use-checks.ts";
import { useSubmitForm } from "@pos/web/components/use-submit-form.ts";
import { CreateTerminalDocument, type TerminalRowFragment } from "@pos/web/graphql/generated/graphql.ts";
import { useI18n } from "@pos/web/i18n/provider.tsx";
import { useSession } from "@pos/web/session/session.tsx";
import { useState } from "react";
import { useMutation } from "urql";

export function CreateTerminalDialog({
  onClose,
  onCreated,
}: {
  readonly onClose: () => void;
  readonly onCreated: (terminal: TerminalRowFragment) => void;
}) {
  const { t } = useI18n();
  const checks = useChecks();
  const { locations, location } = useSession();
  const [id] = useState(() => newId("trm"));
  const [, create] = useMutation(CreateTerminalDocument);
  const { form, field, setFieldValue } = useSubmitForm({
    initialValues: { name: "", code: "", locationId: location.id },
    check: ({ name, code }) => ({
      name: checks.filled(name),
      code: checks.filled(code) ?? (TYPED_CODE.test(code.trim()) ? undefined : t("refusal.INVALID_CODE")),
    }),
    send: ({ name, code, locationId }) => create({ input: { id, name: name.trim(), code: code.trim(), locationId } }),
    onSaved({ createTerminal: { terminal } }) {
      if (terminal) onCreated(terminal);
    },
  });
  return (
    <SubmitDialog form={form} title={t("terminals.create")} onClose={onClose} action={t("common.create")}>
      <TextInput
        label={t("terminals.name")}
        description={t("terminals.nameHelp")}
        required
        maxLength={200}
        data-autofocus
        {...field("name")}
      />
      <TextInput
        label={t("terminals.code")}
        description={t("terminals.codeHelp")}
        required
        maxLength={20}
        {...field("code")}
        onChange={(event) => setFieldValue("code", event.currentTarget.value.toUpperCase())}
      />
      {locations.length > 1 && (
        <Select
          label={t("common.location")}
          description={t("terminals.locationHelp")}
          data={locations.map((one) => ({ value: one.id, label: one.name }))}
          allowDeselect={false}
          {...field("locationId")}
        />
      )}
    </SubmitDialog>
  );
}

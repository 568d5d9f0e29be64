"use client";

import { Select, TextInput } from "@mantine/core";
import { newId } from "@pos/web/clock.ts";
import { useFieldErrors } from "@pos/web/components/field-errors.ts";
import { FormDialog } from "@pos/web/components/form-dialog.tsx";
import { Refusals } from "@pos/web/components/refusals.tsx";
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
  const { locations, location } = useSession();
  const [id] = useState(() => newId("trm"));
  const [name, setName] = useState("");
  const [code, setCode] = useState("");
  const [locationId, setLocationId] = useState(location.id);
  const [result, create] = useMutation(CreateTerminalDocument);
  const { errorOf, rest } = useFieldErrors(result.data?.createTerminal.userErrors, ["name", "code", "locationId"]);
  async function submit() {
    const { data } = await create({ input: { id, name: name.trim(), code: code.trim(), locationId } });
    const terminal = data?.createTerminal.terminal;
    if (terminal) onCreated(terminal);
  }
  return (
    <FormDialog
      title={t("terminals.create")}
      isOpen
      onClose={onClose}
      onSubmit={() => void submit()}
      isBusy={result.fetching}
      isDirty={name !== "" || code !== ""}
      action={t("common.create")}
    >
      <TextInput
        label={t("terminals.name")}
        description={t("terminals.nameHelp")}
        required
        maxLength={200}
        data-autofocus
        value={name}
        error={errorOf("name")}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <TextInput
        label={t("terminals.code")}
        description={t("terminals.codeHelp")}
        required
        maxLength={20}
        value={code}
        error={errorOf("code")}
        onChange={(event) => setCode(event.currentTarget.value.toUpperCase())}
      />
      {locations.length > 1 && (
        <Select
          label={t("common.location")}
          description={t("terminals.locationHelp")}
          data={locations.map((one) => ({ value: one.id, label: one.name }))}
          value={locationId}
          error={errorOf("locationId")}
          allowDeselect={false}
          onChange={(value) => value !== null && setLocationId(value)}
        />
      )}
      <Refusals error={result.error} refused={rest} />
    </FormDialog>
  );
}

"use client";

import { Button, Group, Modal, Stack, Text, TextInput } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { newId } from "@pos/web/clock.ts";
import { useCustomerGroups } from "@pos/web/components/customer-group-select.tsx";
import { FormElement } from "@pos/web/components/form-element.tsx";
import { useChecks } from "@pos/web/components/use-checks.ts";
import { useSubmitForm } from "@pos/web/components/use-submit-form.ts";
import {
  CreateCustomerGroupDocument,
  type CustomerGroupRowFragment,
  UpdateCustomerGroupDocument,
} from "@pos/web/graphql/generated/graphql.ts";
import { useI18n } from "@pos/web/i18n/provider.tsx";
import { useState } from "react";
import { useMutation } from "urql";

/** The groups of customers: each can be renamed, and new ones are added. */
export function GroupsDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useI18n();
  const groups = useCustomerGroups();
  return (
    <Modal opened onClose={onClose} title={t("groups.title")} closeButtonProps={{ "aria-label": t("common.close") }}>
      <Stack>
        <Text size="sm" c="dimmed">
          {t("groups.lead")}
        </Text>
        {groups.length === 0 && <Text size="sm">{t("groups.none")}</Text>}
        {groups.map((group) => (
          <GroupRow key={group.id} group={group} />
        ))}
        <NewGroup key={groups.length} />
      </Stack>
    </Modal>
  );
}

function GroupRow({ group }: { readonly group: CustomerGroupRowFragment }) {
  const { t } = useI18n();
  const checks = useChecks();
  const [, update] = useMutation(UpdateCustomerGroupDocument);
  const { form, field } = useSubmitForm({
    initialValues: { name: group.name },
    check: ({ name }) => ({ name: checks.filled(name) }),
    send: ({ name }) => update({ input: { customerGroupId: group.id, name, version: group.version } }),
    onSaved: () => void notifications.show({ message: t("common.saved"), color: "pine" }),
  });
  return (
    <FormElement
      form={form}
      buttons={
        form.isDirty && (
          <Group justify="flex-end">
            <Button type="submit" size="xs" variant="default" loading={form.isSending}>
              {t("groups.rename")}
            </Button>
          </Group>
        )
      }
    >
      <TextInput aria-label={t("groups.nameOf", { name: group.name })} maxLength={200} {...field("name")} />
    </FormElement>
  );
}

function NewGroup() {
  const { t } = useI18n();
  const checks = useChecks();
  const [id] = useState(() => newId("grp"));
  const [, create] = useMutation(CreateCustomerGroupDocument);
  const { form, field } = useSubmitForm({
    initialValues: { name: "" },
    check: ({ name }) => ({ name: checks.filled(name) }),
    send: ({ name }) => create({ input: { id, name } }),
    onSaved: (_, { name }) =>
      void notifications.show({ message: t("groups.created", { name: name.trim() }), color: "pine" }),
  });
  return (
    <FormElement
      form={form}
      buttons={
        <Group justify="flex-end">
          <Button type="submit" loading={form.isSending}>
            {t("groups.create")}
          </Button>
        </Group>
      }
    >
      <TextInput label={t("groups.name")} maxLength={200} autoComplete="off" {...field("name")} />
    </FormElement>
  );
}

"use client";

import { Button, Group, Modal, Stack, Text, TextInput } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { newId } from "@pos/web/clock.ts";
import { useConfirm } from "@pos/web/components/confirm.tsx";
import { useCustomerGroups } from "@pos/web/components/customer-group-select.tsx";
import { FormElement } from "@pos/web/components/form-element.tsx";
import { useOutcome } from "@pos/web/components/outcome.ts";
import { useChecks } from "@pos/web/components/use-checks.ts";
import { useSubmitForm } from "@pos/web/components/use-submit-form.ts";
import {
  CreateCustomerGroupDocument,
  type CustomerGroupRowFragment,
  CustomerGroupUsesDocument,
  UpdateCustomerGroupDocument,
} from "@pos/web/graphql/generated/graphql.ts";
import { useI18n } from "@pos/web/i18n/provider.tsx";
import { useState } from "react";
import { useClient, useMutation } from "urql";

/** The groups of customers: each can be renamed and ended, and new ones are added. */
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
        {groups.map((group) =>
          group.endedAt === null ? (
            <GroupRow key={group.id} group={group} />
          ) : (
            <EndedGroup key={group.id} group={group} />
          ),
        )}
        <NewGroup key={groups.length} />
      </Stack>
    </Modal>
  );
}

function GroupRow({ group }: { readonly group: CustomerGroupRowFragment }) {
  const { t } = useI18n();
  const checks = useChecks();
  const end = useEnd(group);
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
      <Group gap="xs" wrap="nowrap" align="flex-start">
        <TextInput flex={1} aria-label={t("groups.nameOf", { name: group.name })} maxLength={200} {...field("name")} />
        <Button variant="default" aria-label={t("groups.endOf", { name: group.name })} onClick={() => void end()}>
          {t("groups.end")}
        </Button>
      </Group>
    </FormElement>
  );
}

function EndedGroup({ group: { id, name, version } }: { readonly group: CustomerGroupRowFragment }) {
  const { t } = useI18n();
  const showOutcome = useOutcome();
  const [, update] = useMutation(UpdateCustomerGroupDocument);
  const restore = async () => {
    const result = await update({ input: { customerGroupId: id, version, isEnded: false } });
    if (showOutcome(result, result.data?.updateCustomerGroup.userErrors))
      notifications.show({ message: t("groups.restored", { name }), color: "pine" });
  };
  return (
    <Group justify="space-between" wrap="nowrap">
      <Text size="sm">{t("groups.endedName", { name })}</Text>
      <Button variant="default" aria-label={t("groups.restoreOf", { name })} onClick={() => void restore()}>
        {t("groups.restore")}
      </Button>
    </Group>
  );
}

/** Ends a group once the user knows which price lists and promotions do not count for it any more. */
function useEnd({ id, name, version }: CustomerGroupRowFragment) {
  const { t } = useI18n();
  const client = useClient();
  const confirm = useConfirm();
  const showOutcome = useOutcome();
  const [, update] = useMutation(UpdateCustomerGroupDocument);
  return async () => {
    const uses = await client.query(CustomerGroupUsesDocument, {}, { requestPolicy: "network-only" });
    if (uses.error !== undefined) return void showOutcome(uses, undefined);
    const offers = [...(uses.data?.priceLists ?? []), ...(uses.data?.promotions ?? [])];
    const own = offers.filter(({ state, groupIds }) => state !== "ENDED" && groupIds.includes(id));
    const names = own.map((offer) => offer.name).join(", ");
    const question = {
      title: t("groups.endTitle", { name }),
      text: `${names === "" ? t("groups.endUnused") : t("groups.endUsed", { names })} ${t("groups.endText")}`,
      action: t("groups.end"),
    };
    if (!(await confirm(question))) return;
    const result = await update({ input: { customerGroupId: id, version, isEnded: true } });
    if (showOutcome(result, result.data?.updateCustomerGroup.userErrors))
      notifications.show({ message: t("groups.ended", { name }), color: "pine" });
  };
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

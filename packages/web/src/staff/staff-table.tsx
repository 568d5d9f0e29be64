"use client";

import { ActionIcon, Badge, Button, Group, Menu, Stack, Text } from "@mantine/core";
import type { Column } from "@pos/web/components/data-table.tsx";
import type { StaffRowFragment } from "@pos/web/graphql/generated/graphql.ts";
import type { I18n } from "@pos/web/i18n/provider.tsx";
import { IconDots } from "@tabler/icons-react";

export interface StaffActions {
  readonly canWrite: boolean;
  /** The person who is signed in. */
  readonly ownId: string | null;
  readonly withLocations: boolean;
  readonly open: (dialog: "edit" | "pin" | "password", staff: StaffRowFragment) => void;
  readonly switchTo: (staff: StaffRowFragment) => void;
}

export function staffColumns(i18n: I18n, actions: StaffActions): Column<StaffRowFragment>[] {
  const { t, code } = i18n;
  const { ownId, withLocations } = actions;
  const places: Column<StaffRowFragment> = {
    key: "locations",
    label: t("staff.locations"),
    cell: (staff) => placesOf(staff, i18n),
  };
  return [
    {
      key: "name",
      label: t("staff.name"),
      onPhone: "title",
      cell: ({ id, name }) => (id === ownId ? t("staff.you", { name }) : name),
      sortBy: ({ name }) => name,
    },
    {
      key: "role",
      label: t("staff.role"),
      onPhone: "value",
      cell: ({ role }) => code("role", role),
      sortBy: ({ role }) => code("role", role),
    },
    ...(withLocations ? [places] : []),
    { key: "signIn", label: t("staff.signIn"), onPhone: "plain", cell: (staff) => <Ways staff={staff} i18n={i18n} /> },
    {
      key: "actions",
      onPhone: "plain",
      label: t("common.actions"),
      align: "end",
      cell: (staff) =>
        actions.canWrite && staff.isChangeable && <Actions staff={staff} actions={actions} i18n={i18n} />,
    },
  ];
}

function placesOf({ locations }: StaffRowFragment, { t }: I18n): string {
  if (locations === null) return t("common.allLocations");
  const names = locations.nodes.map(({ name }) => name);
  const shown = names.slice(0, 3).join(t("staff.separator"));
  const more = names.length - 3;
  return more > 0 ? t("staff.andMore", { names: shown, count: more }) : shown;
}

interface Shown {
  readonly staff: StaffRowFragment;
  readonly i18n: I18n;
}

/** How the person signs in, and what is missing for it. */
function Ways({ staff, i18n: { t } }: Shown) {
  const { operatorNumber, email, hasPin, hasPassword, isPinShort } = staff;
  return (
    <Stack gap={2}>
      {operatorNumber !== null && (
        <Group gap="xs">
          <Text size="sm">{t("staff.atRegister", { number: operatorNumber })}</Text>
          {!hasPin && <Missing text={t("staff.noPin")} />}
          {isPinShort && <Missing text={t("staff.shortPin")} />}
        </Group>
      )}
      {email !== null && (
        <Group gap="xs">
          <Text size="sm">{email}</Text>
          {!hasPassword && <Missing text={t("staff.noPassword")} />}
        </Group>
      )}
    </Stack>
  );
}

function Missing({ text }: { readonly text: string }) {
  return (
    <Badge variant="light" color="orange" tt="none">
      {text}
    </Badge>
  );
}

function Actions({ staff, actions, i18n }: Shown & { readonly actions: StaffActions }) {
  const { t } = i18n;
  const { name, isActive } = staff;
  if (!isActive)
    return (
      <Button size="xs" variant="default" onClick={() => actions.switchTo(staff)}>
        {t("staff.reactivate")}
      </Button>
    );
  return (
    <Group gap="xs" justify="flex-end" wrap="nowrap">
      <Button
        size="xs"
        variant="default"
        aria-label={t("staff.editOf", { name })}
        onClick={() => actions.open("edit", staff)}
      >
        {t("common.edit")}
      </Button>
      <More staff={staff} actions={actions} i18n={i18n} />
    </Group>
  );
}

/** What is done less often. Users change their own password on the account page, and cannot deactivate themselves. */
function More({ staff, actions, i18n: { t } }: Shown & { readonly actions: StaffActions }) {
  const { name, operatorNumber, email } = staff;
  const isOwn = staff.id === actions.ownId;
  if (isOwn && operatorNumber === null) return null;
  return (
    <Menu position="bottom-end" withinPortal>
      <Menu.Target>
        <ActionIcon variant="default" size="lg" aria-label={t("staff.moreOf", { name })}>
          <IconDots size={16} aria-hidden="true" />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {operatorNumber !== null && (
          <Menu.Item onClick={() => actions.open("pin", staff)}>{t("staff.resetPin")}</Menu.Item>
        )}
        {email !== null && !isOwn && (
          <Menu.Item onClick={() => actions.open("password", staff)}>{t("staff.resetPassword")}</Menu.Item>
        )}
        {!isOwn && (
          <Menu.Item color="red" onClick={() => actions.switchTo(staff)}>
            {t("staff.deactivate")}
          </Menu.Item>
        )}
      </Menu.Dropdown>
    </Menu>
  );
}

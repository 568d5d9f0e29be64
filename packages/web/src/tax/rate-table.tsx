"use client";

import { ActionIcon, Badge, Menu } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { useConfirm } from "@pos/web/components/confirm.tsx";
import { type Column, DataTable } from "@pos/web/components/data-table.tsx";
import { useOutcome } from "@pos/web/components/outcome.ts";
import {
  type TaxRateFragment,
  type TaxWholeFragment,
  UpdateTaxRateDocument,
  UpdateTaxSettingsDocument,
} from "@pos/web/graphql/generated/graphql.ts";
import { type I18n, useI18n } from "@pos/web/i18n/provider.tsx";
import { IconArchive, IconArchiveOff, IconDots, IconPencil, IconStar } from "@tabler/icons-react";
import { useMutation } from "urql";

export interface RateTableProps {
  readonly settings: TaxWholeFragment;
  readonly onRename: (rate: TaxRateFragment) => void;
}

/** All rates, archived ones at the end. */
export function RateTable({ settings, onRename }: RateTableProps) {
  const i18n = useI18n();
  const { t } = i18n;
  const actions = useActions(settings);
  const rates = settings.taxCodes.toSorted(
    (one, other) => Number(one.isDiscontinued) - Number(other.isDiscontinued) || Number(other.rate) - Number(one.rate),
  );
  const isDefault = ({ id }: TaxRateFragment) => id === settings.defaultTaxCode.id;
  return (
    <DataTable
      caption={t("nav.tax")}
      columns={columns(i18n, isDefault, { ...actions, rename: onRename })}
      rows={rates}
      keyOf={({ id }) => id}
    />
  );
}

interface Actions {
  readonly rename: (rate: TaxRateFragment) => void;
  readonly makeDefault: (rate: TaxRateFragment) => void;
  readonly archive: (rate: TaxRateFragment) => void;
  readonly restore: (rate: TaxRateFragment) => void;
}

function useActions({ version }: TaxWholeFragment): Omit<Actions, "rename"> {
  const { t } = useI18n();
  const confirm = useConfirm();
  const isDone = useOutcome();
  const [, updateRate] = useMutation(UpdateTaxRateDocument);
  const [, updateSettings] = useMutation(UpdateTaxSettingsDocument);
  const done = (message: string) => notifications.show({ message, color: "pine" });
  async function setArchived({ id, name }: TaxRateFragment, isDiscontinued: boolean) {
    const question = { title: t("tax.archiveTitle", { name }), text: t("tax.archiveText"), action: t("tax.archive") };
    if (isDiscontinued && !(await confirm(question))) return;
    const result = await updateRate({ input: { taxCodeId: id, isDiscontinued, version } });
    if (isDone(result, result.data?.updateTaxCode.userErrors))
      done(isDiscontinued ? t("tax.archivedDone", { name }) : t("tax.restored", { name }));
  }
  async function makeDefault({ id, name }: TaxRateFragment) {
    const result = await updateSettings({ input: { defaultTaxCodeId: id, version } });
    if (isDone(result, result.data?.updateTaxSettings.userErrors)) done(t("tax.defaultDone", { name }));
  }
  return {
    makeDefault: (rate) => void makeDefault(rate),
    archive: (rate) => void setArchived(rate, true),
    restore: (rate) => void setArchived(rate, false),
  };
}

function columns(
  { t, format }: I18n,
  isDefault: (rate: TaxRateFragment) => boolean,
  actions: Actions,
): Column<TaxRateFragment>[] {
  return [
    { key: "name", label: t("tax.name"), onPhone: "title", cell: ({ name }) => name, sortBy: ({ name }) => name },
    {
      key: "rate",
      label: t("tax.rate"),
      align: "end",
      isShort: true,
      onPhone: "value",
      cell: ({ rate }) => format.percent(Number(rate) / 100),
      sortBy: ({ rate }) => Number(rate),
    },
    {
      key: "status",
      label: t("tax.status"),
      cell: (rate) => <RateStatus isDefault={isDefault(rate)} isArchived={rate.isDiscontinued} />,
    },
    {
      key: "actions",
      label: t("common.actions"),
      align: "end",
      onPhone: "plain",
      cell: (rate) => <RateMenu rate={rate} isDefault={isDefault(rate)} actions={actions} />,
    },
  ];
}

function RateStatus({ isDefault, isArchived }: { readonly isDefault: boolean; readonly isArchived: boolean }) {
  const { t } = useI18n();
  const [color, key] = isArchived
    ? (["gray", "tax.archived"] as const)
    : isDefault
      ? (["pine", "tax.default"] as const)
      : (["blue", "tax.active"] as const);
  return (
    <Badge variant="light" color={color} tt="none">
      {t(key)}
    </Badge>
  );
}

function RateMenu({
  rate,
  isDefault,
  actions,
}: {
  readonly rate: TaxRateFragment;
  readonly isDefault: boolean;
  readonly actions: Actions;
}) {
  const { t } = useI18n();
  return (
    <Menu position="bottom-end" withinPortal>
      <Menu.Target>
        <ActionIcon variant="subtle" color="gray" aria-label={t("tax.actionsOf", { name: rate.name })}>
          <IconDots size={18} aria-hidden="true" />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item leftSection={<IconPencil size={16} />} onClick={() => actions.rename(rate)}>
          {t("tax.rename")}
        </Menu.Item>
        {rate.isDiscontinued ? (
          <Menu.Item leftSection={<IconArchiveOff size={16} />} onClick={() => actions.restore(rate)}>
            {t("tax.restore")}
          </Menu.Item>
        ) : (
          !isDefault && (
            <>
              <Menu.Item leftSection={<IconStar size={16} />} onClick={() => actions.makeDefault(rate)}>
                {t("tax.makeDefault")}
              </Menu.Item>
              <Menu.Item color="red" leftSection={<IconArchive size={16} />} onClick={() => actions.archive(rate)}>
                {t("tax.archive")}
              </Menu.Item>
            </>
          )
        )}
      </Menu.Dropdown>
    </Menu>
  );
}

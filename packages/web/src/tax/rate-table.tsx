"use client";

import { ActionIcon, Badge, Menu, Text } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { now } from "@pos/web/clock.ts";
import { useConfirm } from "@pos/web/components/confirm.tsx";
import { type Column, DataTable } from "@pos/web/components/data-table.tsx";
import { useOutcome } from "@pos/web/components/outcome.ts";
import { taxName } from "@pos/web/components/tax-label.ts";
import {
  ChangeTaxRateDocument,
  type TaxRateFragment,
  type TaxWholeFragment,
  UpdateTaxRateDocument,
  UpdateTaxSettingsDocument,
} from "@pos/web/graphql/generated/graphql.ts";
import { type I18n, useI18n } from "@pos/web/i18n/provider.tsx";
import {
  IconArchive,
  IconArchiveOff,
  IconCalendarPlus,
  IconCalendarX,
  IconDots,
  IconPencil,
  IconStar,
} from "@tabler/icons-react";
import type { ReactNode } from "react";
import { useMutation } from "urql";

export interface RateTableProps {
  readonly settings: TaxWholeFragment;
  readonly onRename: (rate: TaxRateFragment) => void;
  readonly onChangeRate: (rate: TaxRateFragment) => void;
}

/** All rates, archived ones at the end. */
export function RateTable({ settings, onRename, onChangeRate }: RateTableProps) {
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
      columns={columns(i18n, isDefault, { ...actions, rename: onRename, changeRate: onChangeRate })}
      rows={rates}
      keyOf={({ id }) => id}
    />
  );
}

interface Actions {
  readonly rename: (rate: TaxRateFragment) => void;
  readonly changeRate: (rate: TaxRateFragment) => void;
  readonly takeBack: (rate: TaxRateFragment, from: string) => void;
  readonly makeDefault: (rate: TaxRateFragment) => void;
  readonly archive: (rate: TaxRateFragment) => void;
  readonly restore: (rate: TaxRateFragment) => void;
}

function useActions({ version }: TaxWholeFragment): Omit<Actions, "rename" | "changeRate"> {
  const { t, format } = useI18n();
  const confirm = useConfirm();
  const isDone = useOutcome();
  const [, updateRate] = useMutation(UpdateTaxRateDocument);
  const [, updateSettings] = useMutation(UpdateTaxSettingsDocument);
  const [, changeRate] = useMutation(ChangeTaxRateDocument);
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
  async function takeBack({ id, name }: TaxRateFragment, from: string) {
    const result = await changeRate({ input: { taxCodeId: id, from, version } });
    if (isDone(result, result.data?.changeTaxRate.userErrors))
      done(t("tax.takenBack", { name, date: format.date(from) }));
  }
  return {
    takeBack: (rate, from) => void takeBack(rate, from),
    makeDefault: (rate) => void makeDefault(rate),
    archive: (rate) => void setArchived(rate, true),
    restore: (rate) => void setArchived(rate, false),
  };
}

function columns(
  { t }: I18n,
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
      cell: (rate) => <Charged rate={rate} />,
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

/** What it charges now and from which taxes that comes, then what is planned. */
function Charged({ rate: { rate, components, rates } }: { readonly rate: TaxRateFragment }) {
  const { t, format } = useI18n();
  return (
    <>
      {format.percent(Number(rate) / 100)}
      {components.length > 1 && <Small>{components.map((one) => taxName(one, format)).join(" + ")}</Small>}
      {plannedOf(rates).map(({ from, rate: planned }) => (
        <Small key={from}>
          {t("tax.planned", { date: format.date(from), rate: format.percent(Number(planned) / 100) })}
        </Small>
      ))}
    </>
  );
}

function Small({ children }: { readonly children: ReactNode }) {
  return (
    <Text size="xs" c="dimmed">
      {children}
    </Text>
  );
}

/** By UTC, as the server decides which rate is charged now. */
function plannedOf(rates: TaxRateFragment["rates"]) {
  const today = now().slice(0, 10);
  return rates.flatMap(({ from, rate }) => (from !== null && from > today ? [{ from, rate }] : []));
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
  const { t, format } = useI18n();
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
        <Menu.Item leftSection={<IconCalendarPlus size={16} />} onClick={() => actions.changeRate(rate)}>
          {t("tax.changeRate")}
        </Menu.Item>
        {plannedOf(rate.rates).map(({ from }) => (
          <Menu.Item key={from} leftSection={<IconCalendarX size={16} />} onClick={() => actions.takeBack(rate, from)}>
            {t("tax.takeBack", { date: format.date(from) })}
          </Menu.Item>
        ))}
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

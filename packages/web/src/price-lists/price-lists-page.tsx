"use client";

import { ActionIcon, Badge, Button, Group, Menu, SegmentedControl } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { AppLink } from "@pos/web/components/app-link.tsx";
import { useConfirm } from "@pos/web/components/confirm.tsx";
import { useCustomerGroups } from "@pos/web/components/customer-group-select.tsx";
import { type Column, DataTable } from "@pos/web/components/data-table.tsx";
import { EmptyState } from "@pos/web/components/empty-state.tsx";
import { useExport } from "@pos/web/components/export-button.tsx";
import { Filters } from "@pos/web/components/filters.tsx";
import { useOutcome } from "@pos/web/components/outcome.ts";
import { PageHeader } from "@pos/web/components/page-header.tsx";
import { QueryResult } from "@pos/web/components/query-result.tsx";
import {
  type PriceListRowFragment,
  type PriceListState,
  PriceListsDocument,
  UpdatePriceListDocument,
} from "@pos/web/graphql/generated/graphql.ts";
import { useI18n } from "@pos/web/i18n/provider.tsx";
import { useSession } from "@pos/web/session/session.tsx";
import { IconDots, IconDownload, IconPlus, IconTags, IconUpload } from "@tabler/icons-react";
import { useState } from "react";
import { useMutation, useQuery } from "urql";
import { usePriceExport } from "./price-export.ts";
import { EditPriceList, PriceListDialog } from "./price-list-dialog.tsx";

const STATES: readonly PriceListState[] = ["ACTIVE", "SCHEDULED", "OFF", "ENDED"];
const COLOURS = { ACTIVE: "pine", SCHEDULED: "orange", OFF: "gray", ENDED: "gray" } as const;
const FRESH = { additionalTypenames: ["PriceList"] };

export function PriceListsPage() {
  const { t } = useI18n();
  const [shown, setShown] = useState<PriceListState | null>(null);
  const [isCreating, setCreating] = useState(false);
  const [edited, setEdited] = useState<string | undefined>(undefined);
  const columns = useColumns(setEdited);
  const [state, refetch] = useQuery({
    query: PriceListsDocument,
    variables: { state: shown },
    requestPolicy: "cache-and-network",
    context: FRESH,
  });
  const create = (
    <Button leftSection={<IconPlus size={16} aria-hidden="true" />} onClick={() => setCreating(true)}>
      {t("priceLists.create")}
    </Button>
  );
  return (
    <>
      <PageHeader title={t("nav.priceLists")} lead={t("priceLists.lead")}>
        {create}
      </PageHeader>
      <Filters>
        <SegmentedControl
          aria-label={t("promotions.state")}
          value={shown ?? ""}
          data={[
            { value: "", label: t("promotions.all") },
            ...STATES.map((value) => ({ value, label: t(`promotions.states.${value}`) })),
          ]}
          onChange={(value) => setShown(STATES.find((one) => one === value) ?? null)}
        />
      </Filters>
      <QueryResult state={state} retry={() => refetch({ requestPolicy: "network-only" })}>
        {({ priceLists }) =>
          priceLists === null || priceLists.length === 0 ? (
            <EmptyState icon={<IconTags />} title={t("priceLists.emptyTitle")} text={t("priceLists.emptyText")}>
              {create}
            </EmptyState>
          ) : (
            <DataTable
              name="price-lists"
              caption={t("nav.priceLists")}
              columns={columns}
              rows={priceLists}
              keyOf={({ id }) => id}
            />
          )
        }
      </QueryResult>
      {isCreating && <PriceListDialog onClose={() => setCreating(false)} />}
      {edited !== undefined && <EditPriceList id={edited} onClose={() => setEdited(undefined)} />}
    </>
  );
}

function useColumns(edit: (id: string) => void): Column<PriceListRowFragment>[] {
  const { t, format } = useI18n();
  const { locations } = useSession();
  const groups = useCustomerGroups();
  const day = (value: string | null) => (value === null ? "…" : format.day(value));
  const names = (ids: readonly string[], all: readonly { readonly id: string; readonly label: string }[]) =>
    all.flatMap(({ id, label }) => (ids.includes(id) ? label : [])).join(", ");
  return [
    {
      key: "name",
      label: t("priceLists.name"),
      onPhone: "title",
      cell: ({ name }) => name,
      sortBy: ({ name }) => name,
    },
    {
      key: "for",
      label: t("priceLists.forWhom"),
      cell: ({ groupIds }) => (groupIds.length === 0 ? t("priceLists.everyone") : names(groupIds, groups)),
    },
    {
      key: "locations",
      label: t("priceLists.locations"),
      isExtra: true,
      cell: ({ locationIds }) =>
        locationIds.length === 0
          ? t("priceLists.everywhere")
          : names(
              locationIds,
              locations.map(({ id, name }) => ({ id, label: name })),
            ),
    },
    {
      key: "prices",
      label: t("priceLists.prices"),
      cell: ({ priceCount }) => t("priceLists.priceCount", { count: priceCount }),
    },
    {
      key: "when",
      label: t("promotions.when"),
      cell: ({ startsOn, endsOn }) =>
        startsOn === null && endsOn === null ? t("promotions.always") : `${day(startsOn)} – ${day(endsOn)}`,
    },
    {
      key: "state",
      label: t("promotions.state"),
      cell: ({ state }) => (
        <Badge variant="light" color={COLOURS[state]} tt="none">
          {t(`promotions.states.${state}`)}
        </Badge>
      ),
    },
    {
      key: "actions",
      label: t("common.actions"),
      align: "end",
      onPhone: "plain",
      cell: (list) => <Actions list={list} onEdit={() => edit(list.id)} />,
    },
  ];
}

function Actions({ list, onEdit }: { readonly list: PriceListRowFragment; readonly onEdit: () => void }) {
  const { t } = useI18n();
  const confirm = useConfirm();
  const showOutcome = useOutcome();
  const [, update] = useMutation(UpdatePriceListDocument);
  const { id, version, name, isEnabled } = list;
  if (list.state === "ENDED") return <More list={list} />;
  const change = async (
    changes: { readonly isEnabled?: boolean; readonly endNow?: boolean },
    message: string,
  ): Promise<void> => {
    const result = await update({ input: { priceListId: id, version, ...changes } });
    if (showOutcome(result, result.data?.updatePriceList.userErrors)) notifications.show({ message, color: "pine" });
  };
  const end = async () => {
    const question = {
      title: t("promotions.endTitle", { name }),
      text: t("priceLists.endText"),
      action: t("promotions.endNow"),
    };
    if (await confirm(question)) await change({ endNow: true }, t("promotions.ended", { name }));
  };
  const button = { size: "xs", variant: "default" } as const;
  return (
    <Group gap="xs" justify="flex-end">
      <Button
        {...button}
        onClick={() =>
          void change({ isEnabled: !isEnabled }, t(isEnabled ? "promotions.isOff" : "promotions.isOn", { name }))
        }
      >
        {t(isEnabled ? "promotions.switchOff" : "promotions.switchOn")}
      </Button>
      <Button {...button} onClick={onEdit}>
        {t("common.edit")}
      </Button>
      <Button {...button} color="red" onClick={() => void end()}>
        {t("promotions.endNow")}
      </Button>
      <More list={list} />
    </Group>
  );
}

/** Its prices as a file, and from a file. */
function More({ list: { id, name, state } }: { readonly list: PriceListRowFragment }) {
  const { t } = useI18n();
  const { count, run } = useExport(usePriceExport(id, name));
  return (
    <Menu position="bottom-end" withinPortal>
      <Menu.Target>
        <ActionIcon
          variant="default"
          size="lg"
          loading={count !== undefined}
          aria-label={t("priceLists.moreOf", { name })}
        >
          <IconDots size={16} aria-hidden="true" />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item leftSection={<IconDownload size={16} aria-hidden="true" />} onClick={() => void run()}>
          {t("priceLists.export")}
        </Menu.Item>
        {state !== "ENDED" && (
          <Menu.Item
            component={AppLink}
            href={`/import?kind=prices&list=${id}`}
            leftSection={<IconUpload size={16} aria-hidden="true" />}
          >
            {t("priceLists.import")}
          </Menu.Item>
        )}
      </Menu.Dropdown>
    </Menu>
  );
}

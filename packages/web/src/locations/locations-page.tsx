"use client";

import { Button, Group, Text } from "@mantine/core";
import { byCode } from "@pos/core/base/code-order.ts";
import { type Column, DataTable } from "@pos/web/components/data-table.tsx";
import { todayAt } from "@pos/web/components/days.ts";
import { EmptyState } from "@pos/web/components/empty-state.tsx";
import { latestOf } from "@pos/web/components/latest-of.ts";
import { PageHeader } from "@pos/web/components/page-header.tsx";
import { QueryResult } from "@pos/web/components/query-result.tsx";
import { type LocationRowFragment, LocationSettingsDocument } from "@pos/web/graphql/generated/graphql.ts";
import { type I18n, useI18n } from "@pos/web/i18n/provider.tsx";
import { IconMapPin, IconPlus } from "@tabler/icons-react";
import { useState } from "react";
import { useQuery } from "urql";
import { LocationDialog } from "./location-dialog.tsx";

const FRESH = { additionalTypenames: ["Location", "Merchant"] };

/** Where the merchant sells and keeps stock. */
export function LocationsPage() {
  const i18n = useI18n();
  const { t } = i18n;
  const [state, refetch] = useQuery({
    query: LocationSettingsDocument,
    requestPolicy: "cache-and-network",
    context: FRESH,
  });
  const [editing, setEditing] = useState<LocationRowFragment | "new" | undefined>(undefined);
  const latest = (one: LocationRowFragment) => latestOf(one, state.data?.locations ?? [], ({ id }) => id);
  const create = (
    <Button leftSection={<IconPlus size={16} aria-hidden="true" />} onClick={() => setEditing("new")}>
      {t("locations.create")}
    </Button>
  );
  return (
    <>
      <PageHeader title={t("nav.locations")} lead={t("locations.lead")}>
        {create}
      </PageHeader>
      <QueryResult state={state} retry={() => refetch({ requestPolicy: "network-only" })}>
        {({ locations }) =>
          locations === null || locations.length === 0 ? (
            <EmptyState icon={<IconMapPin />} title={t("location.noneTitle")} text={t("locations.lead")}>
              {create}
            </EmptyState>
          ) : (
            <DataTable
              name="locations"
              caption={t("nav.locations")}
              columns={columns(i18n, setEditing)}
              rows={locations.toSorted(byCode)}
              keyOf={({ id }) => id}
            />
          )
        }
      </QueryResult>
      {editing !== undefined && (
        <LocationDialog
          {...(editing === "new" ? {} : { location: latest(editing) })}
          onClose={() => setEditing(undefined)}
        />
      )}
    </>
  );
}

function columns(i18n: I18n, edit: (row: LocationRowFragment) => void): Column<LocationRowFragment>[] {
  const { t } = i18n;
  return [
    { key: "name", label: t("locations.name"), onPhone: "title", cell: ({ name }) => name, sortBy: ({ name }) => name },
    {
      key: "code",
      label: t("locations.code"),
      isShort: true,
      onPhone: "value",
      cell: ({ code }) => code,
      sortBy: ({ code }) => code,
    },
    { key: "zone", label: t("locations.zone"), cell: ({ timeZone }) => timeZone.replaceAll("_", " ") },
    { key: "dayEnd", label: t("locations.dayEnd"), cell: (row) => <DayEnd row={row} /> },
    {
      key: "address",
      label: t("locations.address"),
      onPhone: "plain",
      cell: ({ receipt }) =>
        receipt.address && (
          <Text size="sm" style={{ whiteSpace: "pre-line" }}>
            {receipt.address}
          </Text>
        ),
    },
    {
      key: "actions",
      label: t("common.actions"),
      align: "end",
      onPhone: "plain",
      cell: (row) => (
        <Group justify="flex-end">
          <Button
            size="xs"
            variant="default"
            aria-label={t("locations.edit", { name: row.name })}
            onClick={() => edit(row)}
          >
            {t("common.edit")}
          </Button>
        </Group>
      ),
    },
  ];
}

/** The hour, and from which day on where that is still to come. */
function DayEnd({ row }: { readonly row: LocationRowFragment }) {
  const { t, format } = useI18n();
  const from = row.earlierDays.at(-1)?.before;
  return (
    <>
      {row.dayEndHour === 0 ? t("locations.midnight") : format.hour(row.dayEndHour)}
      {from !== undefined && from > todayAt(row) && (
        <Text size="xs" c="dimmed">
          {t("locations.from", { day: format.dayShort(from) })}
        </Text>
      )}
    </>
  );
}

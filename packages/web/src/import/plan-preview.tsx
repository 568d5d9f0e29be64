"use client";

import { Badge, Chip, Group, Paper, Stack, Table, Text } from "@mantine/core";
import { type I18n, useI18n } from "@pos/web/i18n/provider.tsx";
import { useState } from "react";
import type { FieldName } from "./fields.ts";
import type { ImportPlan, PlannedRow, Reason } from "./plan.ts";
import { fieldText, importReason, valueText } from "./reason-text.ts";
import type { ImportRow } from "./rows.ts";

type Status = PlannedRow["status"];

const STATUSES = ["new", "changed", "removed", "same", "bad"] as const satisfies readonly Status[];
const COLORS: { readonly [S in Status]: string } = {
  ...{ new: "pine", changed: "blue", removed: "orange", same: "gray", bad: "red" },
};
const SHOWN_MAX = 100;

/** What an import does with each row, before or after it is done. */
export function PlanPreview({
  plan,
  reasons,
}: {
  readonly plan: ImportPlan;
  /** Why rows are not imported, by their index. */
  readonly reasons: ReadonlyMap<number, readonly Reason[]>;
}) {
  const i18n = useI18n();
  const { t } = i18n;
  const rows = plan.rows.map((planned, index) => ({
    planned,
    status: reasons.has(index) ? "bad" : planned.status,
    index,
  }));
  const count = (status: Status) => rows.filter((row) => row.status === status).length;
  const shownFirst = count("bad") > 0 ? "bad" : "all";
  const [filter, setFilter] = useState<Status | "all">(shownFirst);
  const filtered = rows.filter(({ status }) => filter === "all" || status === filter);
  const fields = shownFields(plan);
  return (
    <Stack gap="sm">
      <Chip.Group value={filter} onChange={(value) => setFilter(value as Status | "all")}>
        <Group gap="xs" role="group" aria-label={t("import.preview")}>
          <Chip value="all">{`${t("common.all")} ${rows.length}`}</Chip>
          {STATUSES.filter((status) => status !== "removed" || plan.isWhole).map((status) => (
            <Chip key={status} value={status}>{`${t(`import.status.${status}`)} ${count(status)}`}</Chip>
          ))}
        </Group>
      </Chip.Group>
      <Paper withBorder>
        <Table.ScrollContainer minWidth={600} maxHeight="60vh" scrollAreaProps={{ viewportProps: { tabIndex: 0 } }}>
          <Table stickyHeader verticalSpacing={6}>
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{t("import.row")}</Table.Th>
                <Table.Th>{t("import.what")}</Table.Th>
                {fields.map((field) => (
                  <Table.Th key={field}>{fieldText(i18n, field)}</Table.Th>
                ))}
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {filtered.slice(0, SHOWN_MAX).map(({ planned, index }) => (
                <PreviewRow key={index} planned={planned} fields={fields} reasons={reasons.get(index) ?? []} />
              ))}
            </Table.Tbody>
          </Table>
        </Table.ScrollContainer>
      </Paper>
      {filtered.length > SHOWN_MAX && (
        <Text size="sm" c="dimmed">
          {t("import.showing", { count: SHOWN_MAX })}
        </Text>
      )}
    </Stack>
  );
}

function shownFields({ rows }: ImportPlan): FieldName[] {
  const fields = new Set<FieldName>();
  for (const { row } of rows) {
    for (const field of Object.keys(row.values)) fields.add(field as FieldName);
    for (const { field } of row.problems) fields.add(field);
  }
  return [...fields];
}

function PreviewRow({
  planned: { row, status, changes },
  fields,
  reasons,
}: {
  readonly planned: PlannedRow;
  readonly fields: readonly FieldName[];
  readonly reasons: readonly Reason[];
}) {
  const i18n = useI18n();
  const shown = reasons.length > 0 ? "bad" : status;
  const lines =
    reasons.length > 0
      ? reasons.map((reason) => importReason(i18n, reason))
      : changes.map((change) => changeText(i18n, change));
  return (
    <Table.Tr>
      <Table.Td className="figures">{row.number}</Table.Td>
      <Table.Td>
        <Group gap={8} align="flex-start">
          <Badge variant="light" color={COLORS[shown]} tt="none">
            {i18n.t(`import.status.${shown}`)}
          </Badge>
          <div>
            {lines.map((line) => (
              <Text key={line} size="sm">
                {line}
              </Text>
            ))}
          </div>
        </Group>
      </Table.Td>
      {fields.map((field) => (
        <Table.Td key={field}>{cellText(i18n, row, field)}</Table.Td>
      ))}
    </Table.Tr>
  );
}

/** The value of a cell, or what the file has in one that cannot be read. */
function cellText(i18n: I18n, { values, problems }: ImportRow, field: FieldName): string | undefined {
  const value = values[field];
  if (value !== undefined) return valueText(i18n, field, value);
  const problem = problems.find((each) => each.field === field);
  return problem && "text" in problem ? problem.text : undefined;
}

function changeText(i18n: I18n, { field, from, to }: PlannedRow["changes"][number]): string {
  const shown = (text: string) => (text === "" ? i18n.t("import.noValue") : valueText(i18n, field, text));
  return i18n.t("import.change", { field: fieldText(i18n, field), from: shown(from), to: shown(to) });
}

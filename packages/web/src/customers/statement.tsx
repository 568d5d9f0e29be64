"use client";

import { Group, Stack, Title } from "@mantine/core";
import { type Column, DataTable } from "@pos/web/components/data-table.tsx";
import { DateTime } from "@pos/web/components/date-time.tsx";
import { DayField } from "@pos/web/components/day-field.tsx";
import { useToday } from "@pos/web/components/day-fields.tsx";
import { ExportButton } from "@pos/web/components/export-button.tsx";
import { Facts } from "@pos/web/components/facts.tsx";
import { QueryResult } from "@pos/web/components/query-result.tsx";
import { SideButton } from "@pos/web/components/side-button.tsx";
import { PageSkeleton } from "@pos/web/components/skeletons.tsx";
import { CustomerStatementDocument, type CustomerStatementQuery } from "@pos/web/graphql/generated/graphql.ts";
import { useI18n } from "@pos/web/i18n/provider.tsx";
import { plainAmount, plainTime } from "@pos/web/sales/export.ts";
import { useSession } from "@pos/web/session/session.tsx";
import { IconPrinter } from "@tabler/icons-react";
import { useState } from "react";
import { useQuery } from "urql";

type Statement = NonNullable<CustomerStatementQuery["customer"]>["account"]["statement"];
type Line = Statement["lines"][number];

/** What a customer bought on account and paid from one day to another, to look at, to print and as a file. */
export function CustomerStatement({ id }: { readonly id: string }) {
  const { t } = useI18n();
  const today = useToday();
  const [days, setDays] = useState(() => ({ from: `${today.slice(0, 8)}01`, to: today }));
  const [state, refetch] = useQuery({
    query: CustomerStatementDocument,
    variables: { id, ...days },
    requestPolicy: "cache-and-network",
  });
  const choose = (name: "from" | "to") => (day: string) => {
    if (day !== "") setDays({ ...days, [name]: day });
  };
  return (
    <Stack gap="md">
      <Title order={2} size="h4">
        {t("accounts.statement")}
      </Title>
      <Group align="end" gap="sm">
        <DayField label={t("sales.from")} value={days.from} max={days.to} onChange={choose("from")} />
        <DayField label={t("sales.to")} value={days.to} min={days.from} max={today} onChange={choose("to")} />
      </Group>
      <QueryResult state={state} retry={() => refetch({ requestPolicy: "network-only" })} skeleton={<PageSkeleton />}>
        {({ customer }) => customer !== null && <StatementView statement={customer.account.statement} days={days} />}
      </QueryResult>
    </Stack>
  );
}

function StatementView({
  statement,
  days,
}: {
  readonly statement: Statement;
  readonly days: { readonly from: string; readonly to: string };
}) {
  const { t, format } = useI18n();
  const columns = useColumns();
  const zone = useSession().location.timeZone;
  const { opening, lines, closing } = statement;
  return (
    <Stack gap="sm">
      <Facts
        areFigures
        facts={[
          [t("accounts.opening", { day: format.date(days.from) }), format.money(opening)],
          [
            t("accounts.closing", { day: format.date(days.to) }),
            <strong key="closing">{format.money(closing)}</strong>,
          ],
        ]}
      />
      {lines.length > 0 && (
        <DataTable caption={t("accounts.statement")} columns={columns} rows={lines} keyOf={({ id }) => id} />
      )}
      <Group gap="sm" className="screen-only">
        <SideButton icon={<IconPrinter size={16} aria-hidden="true" />} onClick={() => window.print()}>
          {t("common.print")}
        </SideButton>
        <ExportButton
          name={`statement-${days.from}-${days.to}`}
          header={[
            t("sales.when"),
            t("accounts.what"),
            t("accounts.document"),
            t("accounts.amount"),
            t("accounts.owed"),
          ]}
          read={async () => ({
            rows: lines.map((line) => [
              ...[
                plainTime(line.occurredAt, zone),
                t(`accounts.kind.${line.kind}`),
                line.receiptNumber ?? line.note ?? "",
              ],
              ...[plainAmount(line.amount), plainAmount(line.owed)],
            ]),
            next: null,
          })}
        />
      </Group>
    </Stack>
  );
}

function useColumns(): readonly Column<Line>[] {
  const { t, format } = useI18n();
  const zone = useSession().location.timeZone;
  return [
    {
      ...{ key: "when", label: t("sales.when"), onPhone: "plain" as const },
      cell: ({ occurredAt }) => <DateTime instant={occurredAt} zone={zone} />,
    },
    {
      key: "what",
      label: t("accounts.what"),
      onPhone: "title" as const,
      cell: ({ kind }) => t(`accounts.kind.${kind}`),
    },
    {
      ...{ key: "document", label: t("accounts.document") },
      cell: ({ receiptNumber, note }) => receiptNumber ?? note ?? "–",
    },
    {
      ...{ key: "amount", label: t("accounts.amount"), align: "end" as const, onPhone: "value" as const },
      cell: ({ amount }) => format.money(amount),
    },
    { key: "owed", label: t("accounts.owed"), align: "end" as const, cell: ({ owed }) => format.money(owed) },
  ];
}

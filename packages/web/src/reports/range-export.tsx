"use client";

import { csvText } from "@pos/core/base/csv.ts";
import { useOutcome } from "@pos/web/components/outcome.ts";
import { saveFile } from "@pos/web/components/save-file.ts";
import { SideButton } from "@pos/web/components/side-button.tsx";
import type { DayRange } from "@pos/web/figures/range.ts";
import {
  PaymentsOfRangeDocument,
  type PaymentsOfRangeQuery,
  ReportOfRangeDocument,
  type ReportOfRangeQuery,
} from "@pos/web/graphql/generated/graphql.ts";
import { type I18n, useI18n } from "@pos/web/i18n/provider.tsx";
import { plainAmount } from "@pos/web/sales/export.ts";
import { useSession } from "@pos/web/session/session.tsx";
import { IconDownload } from "@tabler/icons-react";
import { useState } from "react";
import { useClient } from "urql";

type Days = NonNullable<ReportOfRangeQuery["salesRange"]>["days"];
type Payments = NonNullable<PaymentsOfRangeQuery["salesRange"]>["days"];

/** The period as an accountant books it: a row for each day of each location, with what came in by each method. */
export function RangeExport({ range }: { readonly range: DayRange }) {
  const i18n = useI18n();
  const { t } = i18n;
  const { locations, location, isAll } = useSession();
  const client = useClient();
  const tell = useOutcome();
  const [isBusy, setBusy] = useState(false);

  async function rowsOf(of: (typeof locations)[number]): Promise<RowOfDay[] | undefined> {
    const variables = { locationId: of.id, ...range };
    const fresh = { requestPolicy: "network-only" } as const;
    const [days, payments] = await Promise.all([
      client.query(ReportOfRangeDocument, variables, fresh),
      client.query(PaymentsOfRangeDocument, variables, fresh),
    ]);
    if (!tell(days, []) || !tell(payments, [])) return undefined;
    const paid = payments.data?.salesRange?.days ?? [];
    return (days.data?.salesRange?.days ?? []).map((day, index) => ({
      ...{ location: of.name, day },
      payments: paid[index]?.payments ?? [],
    }));
  }

  async function save() {
    setBusy(true);
    const rows = await Promise.all((isAll ? locations : [location]).map(rowsOf));
    setBusy(false);
    if (rows.includes(undefined)) return;
    const code = isAll ? "all" : location.code;
    saveFile(`sales-${code}-${range.from}-${range.to}.csv`, csvText(fileOf(rows.flat() as RowOfDay[], i18n)));
  }

  return (
    <SideButton loading={isBusy} icon={<IconDownload size={16} aria-hidden="true" />} onClick={() => void save()}>
      {t("common.export")}
    </SideButton>
  );
}

interface RowOfDay {
  readonly location: string;
  readonly day: Days[number];
  readonly payments: Payments[number]["payments"];
}

const FIGURES = [
  "salesBeforeDiscounts",
  "discounts",
  "returns",
  "total",
  "tax",
  "salesWithoutTax",
  "costOfGoods",
  "grossProfit",
] as const;

function fileOf(rows: readonly RowOfDay[], { t, code }: I18n): (readonly (string | number)[])[] {
  const nameOf = (methods: readonly string[]) => methods.map((method) => code("method", method)).join(" / ");
  const methods = [...new Set(rows.flatMap(({ payments }) => payments.map((of) => nameOf(of.methods))))];
  return [
    [
      ...[t("reports.day"), t("common.location"), t("reports.currency")],
      ...[t("reports.saleCount"), t("reports.refundCount")],
      ...FIGURES.map((name) => t(`reports.${name}`)),
      ...methods.map((name) => t("reports.paidBy", { method: name })),
    ],
    ...rows.map(({ location, day: { day, summary, figures }, payments }) => {
      const { currency } = figures.total;
      const paid = new Map(payments.map((of) => [nameOf(of.methods), of.net.amount]));
      return [
        ...[day, location, currency, summary.saleCount, summary.refundCount],
        ...FIGURES.map((name) => plainAmount(figures[name])),
        ...methods.map((name) => plainAmount({ amount: paid.get(name) ?? 0, currency })),
      ];
    }),
  ];
}

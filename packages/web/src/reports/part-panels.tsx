"use client";

import { Stack, Text } from "@mantine/core";
import { methodName, namesOf } from "@pos/web/components/method-name.ts";
import { Panel } from "@pos/web/components/panel.tsx";
import { taxName } from "@pos/web/components/tax-label.ts";
import { FigureTable } from "@pos/web/figures/figure-table.tsx";
import { useI18n } from "@pos/web/i18n/provider.tsx";
import type { DailyReport, SalesParts } from "./report.ts";

type PartsProps<Part extends keyof SalesParts> = { readonly parts: Pick<SalesParts, Part> };

/** What came in by each way to pay, and what is owed to the tax office by each rate. */
export function MoneyPanels({
  parts,
  uncertain = [],
}: PartsProps<"payments" | "tips" | "unpaid" | "customerPayments" | "taxes"> &
  Partial<Pick<DailyReport, "uncertain">>) {
  const i18n = useI18n();
  const { t, format } = i18n;
  const byMethod = [t("sales.payments"), t("reports.paid"), t("reports.refunded"), t("reports.less")];
  const methodRow = ({ paid, refunded, net, ...of }: SalesParts["payments"][number]) => [
    methodName(i18n, of),
    ...[paid, refunded, net].map(format.money),
  ];
  return (
    <Stack gap="lg">
      <Panel title={t("reports.paymentsLessRefunds")}>
        <FigureTable header={byMethod} rows={parts.payments.map(methodRow)} />
        {parts.tips.amount !== 0 && (
          <Text size="sm" mt="xs">
            {t("reports.tipsAmong", { amount: format.money(parts.tips) })}
          </Text>
        )}
        {parts.unpaid.amount !== 0 && (
          <Text size="sm" mt="xs">
            {t("reports.unpaidOf", { amount: format.money(parts.unpaid) })}
          </Text>
        )}
        {uncertain.map(({ methods, count, amount }) => (
          <Text key={methods.join()} size="sm" mt="xs" fw={600}>
            {t("reports.uncertainNow", { count, amount: format.money(amount), methods: namesOf(methods, i18n) })}
          </Text>
        ))}
      </Panel>
      {parts.customerPayments.length > 0 && (
        <Panel title={t("reports.customerPayments")}>
          <FigureTable header={byMethod} rows={parts.customerPayments.map(methodRow)} />
        </Panel>
      )}
      <Panel title={t("reports.taxByRate")}>
        <FigureTable
          header={[t("reports.rate"), t("reports.salesWithoutTax"), t("reports.tax")]}
          rows={parts.taxes.map(({ salesWithoutTax, tax, ...of }) => [
            taxName(of, format),
            format.money(salesWithoutTax),
            format.money(tax),
          ])}
        />
      </Panel>
    </Stack>
  );
}

export function BestSellersPanel({ parts }: PartsProps<"bestSellers">) {
  const { t, format } = useI18n();
  return (
    <Panel title={t("reports.byArticle")}>
      <FigureTable
        header={[t("mail.article"), t("sales.quantity"), t("reports.total")]}
        rows={parts.bestSellers.map(({ description, quantity, total }) => [
          description,
          format.decimal(quantity),
          format.money(total),
        ])}
      />
    </Panel>
  );
}

export function CategoryPanel({ parts }: PartsProps<"categories">) {
  const { t, format } = useI18n();
  return (
    <Panel title={t("reports.byCategory")}>
      <FigureTable
        header={[t("products.category"), t("sales.quantity"), t("reports.total")]}
        rows={parts.categories.map(({ category, quantity, total }) => [
          category?.name ?? t("mail.noCategory"),
          format.decimal(quantity),
          format.money(total),
        ])}
      />
    </Panel>
  );
}

import { type Money, minorDigits } from "@pos/core/base/money.ts";
import type { ExportedPage } from "@pos/web/components/export-button.tsx";
import { methodName } from "@pos/web/components/method-name.ts";
import {
  type SaleFilter,
  SalesExportDocument,
  type SalesExportQuery,
  type SalesExportQueryVariables,
} from "@pos/web/graphql/generated/graphql.ts";
import type { I18n } from "@pos/web/i18n/provider.tsx";
import type { Client } from "urql";

/** What lines state about why their price was changed. */
export function priceReasonsOf(
  lines: readonly { readonly description: string; readonly priceReason: string | null }[],
  { t }: Pick<I18n, "t">,
): readonly string[] {
  return lines.flatMap(({ description: name, priceReason: reason }) =>
    reason === null ? [] : [t("sales.priceReasonOf", { name, reason })],
  );
}

/** Money as a spreadsheet counts it. */
export function plainAmount({ amount, currency }: Money): string {
  const digits = minorDigits(currency);
  return digits === 0 ? String(amount) : (amount / 10 ** digits).toFixed(digits);
}

/** The date and time of a place's own clock, as spreadsheets read it: 2026-11-28 16:05:00. */
export function plainTime(instant: string, zone: string): string {
  const format = new Intl.DateTimeFormat("sv-SE", { dateStyle: "short", timeStyle: "medium", timeZone: zone });
  return format.format(Date.parse(instant));
}

/** All sales that a filter finds, a row each, in the order of the list, with what an accountant needs. */
export function saleExport(
  client: Client,
  { filter, sort }: Pick<SalesExportQueryVariables, "sort"> & { readonly filter: SaleFilter },
  i18n: I18n,
  withCustomers: boolean,
) {
  const { t } = i18n;
  return {
    name: ["sales", filter.from, filter.to].filter(Boolean).join("-"),
    header: [
      ...[t("sales.receipt"), t("sales.when"), t("sales.timeZone"), t("common.location"), t("sales.terminal")],
      ...[t("sales.operator"), ...(withCustomers ? [t("sales.customer")] : []), t("sales.lines"), t("sales.items")],
      ...[t("sales.discount"), t("sales.tax"), t("sales.rounding"), t("sales.total"), t("sales.refundedAmount")],
      ...[t("sales.payments"), t("sales.id"), t("reports.tips"), t("sales.priceReasons")],
    ],
    async read(after: string | null): Promise<ExportedPage> {
      const variables = { first: 100, after, filter, sort };
      const { data, error } = await client.query(SalesExportDocument, variables, { requestPolicy: "network-only" });
      if (error !== undefined) throw error;
      const { nodes = [], pageInfo } = data?.sales ?? {};
      return {
        rows: nodes.map((sale) => rowOf(sale, i18n, withCustomers)),
        next: pageInfo?.hasNextPage === true ? pageInfo.endCursor : null,
      };
    },
  };
}

type Exported = NonNullable<SalesExportQuery["sales"]>["nodes"][number];

function rowOf(sale: Exported, i18n: I18n, withCustomers: boolean): string[] {
  const { receiptNumber, occurredAt, location, terminal, operator, customer, payments, total, refunds } = sale;
  const voided = 0 - (sale.void?.total.amount ?? 0);
  const back = refunds.reduce((sum, refund) => sum - refund.total.amount, voided);
  const items = sale.exportedLines.reduce((sum, { quantity }) => sum + Number(quantity), 0);
  return [
    ...[receiptNumber, plainTime(occurredAt, location.timeZone), location.timeZone, location.name, terminal.name],
    ...[operator?.name ?? "", ...(withCustomers ? [customer?.name ?? ""] : [])],
    ...[sale.lines.map(({ description }) => description).join("; "), String(Number(items.toFixed(3)))],
    ...[sale.discountTotal, sale.taxTotal, sale.rounding, total].map(plainAmount),
    plainAmount({ amount: back, currency: total.currency }),
    ...[payments.map((payment) => methodName(i18n, payment)).join(", "), sale.id, plainAmount(sale.tip)],
    priceReasonsOf(sale.exportedLines, i18n).join("; "),
  ];
}

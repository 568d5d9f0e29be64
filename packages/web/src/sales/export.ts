import { type Money, minorDigits } from "@pos/core/base/money.ts";
import type { ExportedPage } from "@pos/web/components/export-button.tsx";
import { type SaleFilter, SalesDocument } from "@pos/web/graphql/generated/graphql.ts";
import type { I18n } from "@pos/web/i18n/provider.tsx";
import type { Client } from "urql";

/** Money as a spreadsheet counts it. */
export function plainAmount({ amount, currency }: Money): string {
  const digits = minorDigits(currency);
  return digits === 0 ? String(amount) : (amount / 10 ** digits).toFixed(digits);
}

/** All sales that a filter finds, a row each. */
export function saleExport(client: Client, filter: SaleFilter, { t, code }: I18n) {
  return {
    name: ["sales", filter.from, filter.to].filter(Boolean).join("-"),
    header: [
      t("sales.receipt"),
      t("sales.when"),
      t("common.location"),
      t("sales.terminal"),
      t("sales.payments"),
      t("sales.total"),
      t("sales.id"),
    ],
    async read(after: string | null): Promise<ExportedPage> {
      const variables = { first: 100, after, filter };
      const { data, error } = await client.query(SalesDocument, variables, { requestPolicy: "network-only" });
      if (error !== undefined) throw error;
      const { nodes = [], pageInfo } = data?.sales ?? {};
      return {
        rows: nodes.map(({ id, receiptNumber, occurredAt, location, terminal, payments, total }) => [
          ...[receiptNumber, occurredAt, location.name, terminal.name],
          ...[payments.map(({ method }) => code("method", method)).join(", "), plainAmount(total), id],
        ]),
        next: pageInfo?.hasNextPage === true ? pageInfo.endCursor : null,
      };
    },
  };
}

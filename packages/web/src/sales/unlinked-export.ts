import type { ExportedPage } from "@pos/web/components/export-button.tsx";
import { methodName } from "@pos/web/components/method-name.ts";
import {
  UnlinkedRefundsDocument,
  type UnlinkedRefundsQuery,
  type UnlinkedRefundsQueryVariables,
} from "@pos/web/graphql/generated/graphql.ts";
import type { I18n } from "@pos/web/i18n/provider.tsx";
import type { Client } from "urql";
import { plainAmount, plainTime } from "./export.ts";

export type Unlinked = NonNullable<UnlinkedRefundsQuery["unlinkedRefunds"]>["nodes"][number];

type Filter = Pick<UnlinkedRefundsQueryVariables, "locationId" | "from" | "to">;

/** All refunds without a sale that the list finds, a row each. */
export function unlinkedExport(client: Client, filter: Filter, i18n: I18n, withCustomers: boolean) {
  const { t } = i18n;
  return {
    name: ["refunds-without-receipt", filter.from, filter.to].filter(Boolean).join("-"),
    header: [
      ...[t("sales.when"), t("sales.timeZone"), t("common.location"), t("sales.terminal"), t("sales.operator")],
      ...[...(withCustomers ? [t("sales.customer")] : []), t("sales.lines"), t("refund.reason"), t("sales.tax")],
      ...[t("sales.rounding"), t("sales.total"), t("refund.back"), t("sales.id")],
    ],
    async read(after: string | null): Promise<ExportedPage> {
      const variables = { ...filter, first: 100, after };
      const { data, error } = await client.query(UnlinkedRefundsDocument, variables, { requestPolicy: "network-only" });
      if (error !== undefined) throw error;
      const { nodes = [], pageInfo } = data?.unlinkedRefunds ?? {};
      return {
        rows: nodes.map((refund) => rowOf(refund, i18n, withCustomers)),
        next: pageInfo?.hasNextPage === true ? pageInfo.endCursor : null,
      };
    },
  };
}

function rowOf(refund: Unlinked, i18n: I18n, withCustomers: boolean): string[] {
  const { id, occurredAt, location, terminal, operator, customer, lines, reason, taxTotal, rounding, total } = refund;
  const goods = lines.map(({ description, ...counted }) => `${i18n.format.quantity(counted)} × ${description}`);
  return [
    ...[plainTime(occurredAt, location.timeZone), location.timeZone, location.name, terminal?.name ?? ""],
    ...[operator?.name ?? "", ...(withCustomers ? [customer?.name ?? ""] : []), goods.join("; "), reason ?? ""],
    ...[taxTotal, rounding, total].map(plainAmount),
    ...[refund.payments.map((payment) => methodName(i18n, payment)).join(", "), id],
  ];
}

import type { ExportedPage } from "@pos/web/components/export-button.tsx";
import { FapiaoRequestsDocument, type FapiaoRowFragment } from "@pos/web/graphql/generated/graphql.ts";
import type { I18n } from "@pos/web/i18n/provider.tsx";
import { plainAmount } from "@pos/web/sales/export.ts";
import type { Client } from "urql";

/** All requests of a list, a row for each rate, as invoicing software reads them. */
export function fapiaoExport(client: Client, isIssued: boolean, { t, code }: I18n) {
  return {
    name: isIssued ? "fapiao-issued" : "fapiao",
    header: [
      ...[t("fapiao.receipt"), t("fapiao.soldAt"), t("fapiao.requestedAt"), t("fapiao.buyerKind"), t("fapiao.title")],
      ...[t("fapiao.taxNumber"), t("fapiao.email"), t("fapiao.rate"), t("fapiao.net"), t("fapiao.tax")],
      ...[t("fapiao.total"), t("fapiao.number")],
    ],
    async read(after: string | null): Promise<ExportedPage> {
      const variables = { first: 100, after, isIssued };
      const { data, error } = await client.query(FapiaoRequestsDocument, variables, { requestPolicy: "network-only" });
      if (error !== undefined) throw error;
      const { nodes = [], pageInfo } = data?.fapiaoRequests ?? {};
      return {
        rows: nodes.flatMap((request) => rowsOf(request, code)),
        next: pageInfo?.hasNextPage === true ? pageInfo.endCursor : null,
      };
    },
  };
}

function rowsOf(request: FapiaoRowFragment, code: I18n["code"]): string[][] {
  const { receiptNumber, soldAt, requestedAt, buyerKind, title, taxNumber, email, total, invoiceNumber } = request;
  return request.taxes.map(({ rate, net, tax }) => [
    ...[receiptNumber, soldAt, requestedAt, code("fapiaoBuyer", buyerKind), title, taxNumber ?? "", email ?? ""],
    ...[`${rate}%`, plainAmount(net), plainAmount(tax), plainAmount(total), invoiceNumber ?? ""],
  ]);
}

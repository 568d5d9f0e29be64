import type { Exported } from "@pos/web/components/export-button.tsx";
import { PriceListPricesDocument } from "@pos/web/graphql/generated/graphql.ts";
import { useI18n } from "@pos/web/i18n/provider.tsx";
import { useSession } from "@pos/web/session/session.tsx";
import { useClient } from "urql";

/** The prices of a list, with the columns that an import reads; the name of an article is there for people. */
export function usePriceExport(id: string, name: string): Exported {
  const { t } = useI18n();
  const { currency } = useSession().me;
  const client = useClient();
  return {
    name,
    header: [
      ...[t("import.field.sku"), t("import.field.name"), t("import.field.minimumQuantity")],
      ...[t("import.field.price"), t("import.field.currency")],
    ],
    async read() {
      const { data, error } = await client.query(PriceListPricesDocument, { id }, { requestPolicy: "network-only" });
      if (error !== undefined) throw error;
      const rows = (data?.priceList?.prices ?? []).map(({ variantId, variant, minimumQuantity, unitPrice }) => [
        ...[variant?.sku ?? variantId, variant?.title ?? ""],
        ...[minimumQuantity === "0" ? "" : minimumQuantity, unitPrice, currency],
      ]);
      return { rows, next: null };
    },
  };
}

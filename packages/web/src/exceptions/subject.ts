import { shortId } from "@pos/web/components/short-id.ts";
import type { ExceptionSubjectFragment } from "@pos/web/graphql/generated/graphql.ts";
import type { I18n } from "@pos/web/i18n/provider.tsx";

/** The name of what an exception is about, and where it is shown. What the caller may not see has only its id. */
export function subjectOf(
  { t }: I18n,
  { subject, about }: ExceptionSubjectFragment,
): { readonly href?: string; readonly text: string } {
  switch (about?.__typename) {
    case "StockLevel":
      return { href: `/stock/${about.variant.id}`, text: about.variant.title };
    case "Sale":
      return { href: `/sales/${subject}`, text: `${t("sales.one")} ${about.receiptNumber}` };
    case "Refund":
      return refundOf(t, about.sale);
    case "SaleVoid":
      return about.sale === null
        ? { text: subject }
        : { href: `/sales/${about.sale.id}`, text: t("exceptions.voidOf", { number: about.sale.receiptNumber }) };
    case "Terminal":
      return { href: "/terminals", text: `${t("sales.terminal")} ${about.name}` };
    case "Location":
      return { text: about.name };
    case "Variant":
      return { href: `/products/${about.product.id}`, text: `${about.title} (${about.sku})` };
    case "StockAdjustment":
      return { text: t("exceptions.adjustment", { id: shortId(subject) }) };
    default:
      return { text: subject };
  }
}

function refundOf(
  t: I18n["t"],
  sale: { readonly id: string; readonly receiptNumber: string } | null,
): { readonly href?: string; readonly text: string } {
  if (sale === null) return { text: t("exceptions.refundWithoutSale") };
  return { href: `/sales/${sale.id}`, text: t("exceptions.refundOf", { number: sale.receiptNumber }) };
}

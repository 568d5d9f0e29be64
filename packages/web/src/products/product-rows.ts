import type { ProductExportQuery } from "@pos/web/graphql/generated/graphql.ts";
import type { I18n } from "@pos/web/i18n/i18n.ts";

type Product = NonNullable<ProductExportQuery["products"]>["nodes"][number];

/** What the user may see, beside what everyone may. */
interface Shown {
  readonly hasCost: boolean;
  readonly hasStock: boolean;
}

/** The columns that an import reads. */
export function productHeader({ t }: Pick<I18n, "t">, { hasCost, hasStock }: Shown): string[] {
  return [
    ...(["name", "variant", "sku", "barcode", "price"] as const).map((field) => t(`import.field.${field}`)),
    ...(hasCost ? [t("import.field.cost")] : []),
    ...(["category", "tax", "reorderPoint", "stocked"] as const).map((field) => t(`import.field.${field}`)),
    ...(["unit", "tare", "packName", "packSize"] as const).map((field) => t(`import.field.${field}`)),
    ...(hasStock ? [t("import.field.quantity")] : []),
  ];
}

/** A row for each variant, and below it one for each of its packs. */
export function productRows(
  { t }: Pick<I18n, "t">,
  { name, category, taxCode, variants }: Product,
  { hasCost, hasStock, levels }: Shown & { readonly levels: ReadonlyMap<string, string> },
): string[][] {
  return variants.flatMap((variant) => {
    const { sku, barcodes, unitPrice, unitCost, reorderPoint, stocked, unit, tare, packs } = variant;
    const named = [name, variant.name === name ? "" : variant.name, sku];
    const row = [
      ...[...named, barcodes.join(" "), unitPrice],
      ...(hasCost ? [unitCost ?? ""] : []),
      ...[category?.name ?? "", taxCode.name, reorderPoint ?? "", t(stocked ? "common.yes" : "common.no")],
      ...[t(`import.unit.${unit}`), tare ?? "", "", ""],
      ...(hasStock ? [levels.get(sku) ?? ""] : []),
    ];
    const packRows = packs.map((pack) => [
      ...[...named, pack.barcode ?? "", pack.unitPrice],
      ...(hasCost ? [""] : []),
      ...["", "", "", "", "", "", pack.name, String(pack.size)],
      ...(hasStock ? [""] : []),
    ]);
    return [row, ...packRows];
  });
}

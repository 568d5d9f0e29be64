import { isMeasured, type Unit } from "@pos/core/base/unit.ts";
import { wordsOf } from "@pos/core/base/words.ts";
import type { KeptCategoryFragment, KeptProductFragment } from "@pos/web/graphql/generated/graphql.ts";

type SentProduct = KeptProductFragment;

/** A product as the terminal keeps it. One that is discontinued has no variants. */
export interface KeptProduct {
  readonly id: string;
  readonly name: string;
  readonly categoryId?: string;
  readonly taxCodeId: string;
  readonly variants: readonly KeptVariant[];
}

export interface KeptVariant {
  readonly id: string;
  readonly sku: string;
  /** As receipts call it. */
  readonly title: string;
  /** As it is called within its product. */
  readonly name: string;
  readonly unitPrice: string;
  readonly barcodes: readonly string[];
  /** Absent: none. */
  readonly packs?: readonly KeptPack[];
  /** Absent: pieces. */
  readonly unit?: Unit;
  readonly tare?: string;
  /** What it is found by: each word behind a space. Computed once, since a terminal starts more often than names change. */
  readonly words: string;
}

export interface KeptPack {
  readonly name: string;
  readonly size: number;
  readonly barcode?: string;
  readonly unitPrice: string;
}

export interface KeptCategory {
  readonly id: string;
  readonly name: string;
  /** How goods are taxed that are sold by amount in it. Absent: none are, or the copy is of an earlier version. */
  readonly departmentTaxCodeId?: string;
}

export function keptCategory({ id, name, isDiscontinued, departmentTaxCode }: KeptCategoryFragment): KeptCategory {
  const isDepartment = departmentTaxCode !== null && !isDiscontinued;
  return { id, name, ...(isDepartment ? { departmentTaxCodeId: departmentTaxCode.id } : {}) };
}

export function keptProduct({ id, name, category, taxCode, isDiscontinued, variants }: SentProduct): KeptProduct {
  return {
    ...{ id, name, taxCodeId: taxCode.id },
    ...(category ? { categoryId: category.id } : {}),
    variants: (isDiscontinued ? [] : variants).map(({ unit, tare, packs, ...variant }) => ({
      ...variant,
      ...(packs.length === 0 ? {} : { packs: packs.map(keptPack) }),
      ...(isMeasured(unit) ? { unit } : {}),
      ...(tare === null ? {} : { tare }),
      words: ` ${wordsOf([variant.sku, ...variant.barcodes, ...packs.map(({ barcode }) => barcode ?? ""), name, variant.name].join(" ")).join(" ")}`,
    })),
  };
}

function keptPack({ name, size, barcode, unitPrice }: SentProduct["variants"][number]["packs"][number]): KeptPack {
  return { name, size, unitPrice, ...(barcode === null ? {} : { barcode }) };
}

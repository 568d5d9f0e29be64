import { COMBINATIONS_MAX, combinationCount, combinations, type Option } from "./option-matrix.ts";
import { proposedSkus } from "./sku-proposal.ts";
import { EMPTY_VARIANT, type VariantDraft } from "./variant-fields.tsx";

/** What one variant has of its own; absent: what all share, or what is proposed. */
export interface RowDraft {
  readonly sku?: string;
  readonly unitPrice?: string;
  readonly unitCost?: string;
  readonly barcode?: string;
  readonly isLeftOut?: true;
}

/** The variants of a new product, or more of an existing one, as they are typed. */
export interface NewVariantsDraft {
  /** What all variants share; of the only variant everything. */
  readonly shared: VariantDraft;
  /** Undefined until it is typed: the proposal. */
  readonly sku: string | undefined;
  readonly hasOptions: boolean;
  readonly options: readonly Option[];
  readonly rows: Readonly<Record<string, RowDraft>>;
}

export const EMPTY_VARIANTS: NewVariantsDraft = {
  ...{ shared: EMPTY_VARIANT, sku: undefined, hasOptions: false, rows: {} },
  options: [{ name: "", values: [] }],
};

/** A variant that is to be created. */
export interface NewVariantRow {
  readonly key: string;
  /** Undefined: the product's name. */
  readonly name: string | undefined;
  readonly sku: string;
  readonly draft: VariantDraft;
  readonly isLeftOut: boolean;
}

/** The key of the only variant. */
const SINGLE = "single";

export interface Naming {
  readonly product: string;
  /** Replaces a name without Latin letters. */
  readonly fallback: string;
  /** Names that variants of the product have already: their combinations are left out. */
  readonly existing: readonly string[];
}

export function newVariantRows(form: NewVariantsDraft, { product, fallback, existing }: Naming): NewVariantRow[] {
  const { shared, rows } = form;
  if (!form.hasOptions) {
    const name = shared.name.trim();
    const values = name === "" ? [] : [name];
    const [proposal = ""] = proposedSkus(product, fallback, [values]);
    const sku = form.sku ?? proposal;
    return [{ key: SINGLE, name: name || undefined, sku, draft: { ...shared, sku }, isLeftOut: false }];
  }
  const all = combinations(form.options);
  const skus = proposedSkus(
    product,
    fallback,
    all.map(({ values }) => values),
  );
  const known = new Set(existing);
  return all.map(({ key, name }, index) => {
    const row = rows[key] ?? {};
    const sku = row.sku ?? skus[index] ?? "";
    const draft: VariantDraft = {
      ...shared,
      ...{ sku, name },
      unitPrice: row.unitPrice || shared.unitPrice,
      unitCost: row.unitCost || shared.unitCost,
      barcodes: row.barcode?.trim() ? [row.barcode.trim()] : [],
      packs: [],
    };
    return { key, name, sku, draft, isLeftOut: row.isLeftOut === true || known.has(name) };
  });
}

/** Those that are to be created, as the input lists them. */
export function wantedRows(rows: readonly NewVariantRow[]): NewVariantRow[] {
  return rows.filter(({ isLeftOut }) => !isLeftOut);
}

/** Whether options have more combinations than a product can have variants. */
export function areTooMany(form: NewVariantsDraft): boolean {
  return form.hasOptions && combinationCount(form.options) > COMBINATIONS_MAX;
}

import { canonicalJson, type Json } from "../../base/canonical.ts";
import { comparedBarcode } from "../../base/gtin.ts";
import { isId } from "../../base/id.ts";
import { LIMITS } from "../../base/limits.ts";
import type { Patch } from "../../base/patch.ts";
import { parseQuantity } from "../../base/quantity.ts";
import { type Failure, failure } from "../../base/result.ts";
import { cleanCode, cleanName, storedCodeProblem, storedNameProblem } from "../../base/text.ts";
import type { Unit } from "../../base/unit.ts";
import type { FailureCode } from "../../generated/names.ts";
import { checkPacks, cleanPack, codesOf, type NewPack, type Pack } from "./packs.ts";
import { type Priced, parsePrice } from "./prices.ts";

export { highestPrice, parsePrice, priceAt, UNIT_PRICE_MAX, wasPriceAround, withPriceKept } from "./prices.ts";

export interface Category {
  readonly id: string;
  readonly name: string;
  /** Absent: 1. */
  readonly version?: number;
  /** Since when lists no longer offer it. */
  readonly discontinuedAt?: string;
  /** It is a department: goods without an article are sold by amount in it, and taxed so. Absent: it is none. */
  readonly departmentTaxCodeId?: string;
}

/** The tax codes of departments, by their categories; undefined: a category that is none. */
export type Departments = ReadonlyMap<string, string | undefined>;

export type NewCategory = Pick<Category, "id" | "name" | "departmentTaxCodeId">;

export interface CategoryPatch extends Patch<Pick<Category, "name" | "departmentTaxCodeId">> {
  readonly categoryId: string;
  readonly version: number;
  readonly isDiscontinued?: boolean | null | undefined;
}

/** What a merchant offers under one name, in one variant or several. */
export interface Product {
  readonly id: string;
  readonly name: string;
  readonly categoryId?: string;
  readonly taxCodeId: string;
  readonly variantIds: readonly string[];
  /** Since when it is no longer sold. */
  readonly discontinuedAt?: string;
  readonly version: number;
}

/** What is sold, counted and scanned. It repeats of its product what a sale needs, so that a sale reads one record a line. */
export interface Variant extends Priced {
  readonly id: string;
  readonly productId: string;
  readonly sku: string;
  readonly name: string;
  /** What it is called apart from its product. Absent: its name. */
  readonly title?: string;
  /** What a unit costs to buy, where nothing better is known. */
  readonly unitCost?: string;
  readonly barcodes: readonly string[];
  /** In which it is sold too, each at a price of its own. Absent: none. */
  readonly packs?: readonly Pack[];
  /** What its quantity counts and its price is of. Absent: pieces. */
  readonly unit?: Unit;
  /** Of what is measured: what its package weighs, a decimal in its unit. The counter offers to take it off. */
  readonly tare?: string;
  readonly categoryId?: string;
  readonly taxCodeId: string;
  /** Its goods are counted. */
  readonly stocked: boolean;
  /** A level below it asks for more; a decimal. Absent: never. */
  readonly reorderPoint?: string;
  /** Since when it is no longer sold, its product apart. */
  readonly discontinuedAt?: string;
  /** Its product's `discontinuedAt`. */
  readonly productDiscontinuedAt?: string;
  readonly version: number;
}

export interface NewVariant {
  readonly id: string;
  readonly sku: string;
  /** Absent: the product's name. */
  readonly name?: string;
  readonly unitPrice: string;
  readonly unitCost?: string;
  readonly barcodes?: readonly string[];
  readonly packs?: readonly NewPack[];
  /** Absent: pieces. */
  readonly unit?: Unit;
  readonly tare?: string;
  /** Absent: counted. */
  readonly stocked?: boolean;
  readonly reorderPoint?: string;
}

export interface NewProduct {
  readonly id: string;
  readonly name: string;
  readonly categoryId?: string;
  /** Absent: the merchant's default. */
  readonly taxCodeId?: string;
  readonly variants: readonly NewVariant[];
}

/** Which variant a line means. Exactly one of the three. */
export interface VariantBy {
  readonly id?: string;
  readonly sku?: string;
  readonly barcode?: string;
}

/** A product's fields after a change; its variants follow where they had the same. */
export interface ProductChange {
  readonly productId: string;
  readonly version: number;
  readonly name: string;
  readonly categoryId?: string;
  readonly taxCodeId: string;
}

/** A variant's fields after a change: all but those that came later, which stay. */
export interface VariantChange extends Omit<NewVariant, "id" | "stocked" | "name" | "unit" | "tare" | "packs"> {
  readonly variantId: string;
  readonly version: number;
  readonly name: string;
}

export interface ProductPatch extends Patch<Pick<Product, "name" | "categoryId" | "taxCodeId">> {
  readonly productId: string;
  readonly version: number;
  readonly isDiscontinued?: boolean | null | undefined;
}

export interface VariantPatch
  extends Patch<
    Pick<Variant, "sku" | "name" | "unitPrice" | "unitCost" | "barcodes" | "packs" | "unit" | "tare" | "reorderPoint">
  > {
  readonly variantId: string;
  readonly version: number;
  readonly isDiscontinued?: boolean | null | undefined;
}

/** A product that is created with so many variants fits into one transaction, with their locks. */
const VARIANTS_MAX = 20;
/** Of a product, once the others were added one by one. */
export const PRODUCT_VARIANTS_MAX = 200;
const BARCODES_MAX = 2;
/** Names and codes as they are stored. */
export function cleanVariant<V extends Partial<Pick<NewVariant, "sku" | "name" | "barcodes" | "packs">>>(
  variant: V,
): V {
  const { sku, name, barcodes, packs } = variant;
  return {
    ...variant,
    ...(sku === undefined ? {} : { sku: cleanCode(sku) }),
    ...(name === undefined ? {} : { name: cleanName(name) }),
    ...(barcodes === undefined ? {} : { barcodes: barcodes.map(cleanCode) }),
    ...(packs === undefined ? {} : { packs: packs.map(cleanPack) }),
  };
}

export function cleanProduct(input: NewProduct): NewProduct {
  return { ...input, name: cleanName(input.name), variants: input.variants.map(cleanVariant) };
}

export function productProblems(input: NewProduct): Failure[] {
  const problems: Failure[] = [];
  const add: Add = (code, message, ...path) => problems.push(failure(code, message, ["input", ...path]));
  const named = storedNameProblem(input.name);
  if (!isId("prd", input.id)) add("INVALID_ID", "The id is not prd_ and a ULID.", "id");
  if (named) add("INVALID_NAME", `The name ${named}.`, "name");
  if (input.variants.length < 1 || input.variants.length > VARIANTS_MAX)
    add("INVALID_VARIANTS", `A product has 1 to ${VARIANTS_MAX} variants.`, "variants");
  const ids = new Set<string>();
  const skus = new Set<string>();
  const codes = new Set<string>();
  for (const [index, variant] of input.variants.slice(0, VARIANTS_MAX).entries()) {
    const at = ["variants", String(index)];
    checkVariant(variant, add, at);
    if (ids.has(variant.id)) add("INVALID_ID", "Two variants have this id.", ...at, "id");
    ids.add(variant.id);
    if (skus.has(variant.sku)) add("SKU_TAKEN", "Two variants have this SKU.", ...at, "sku");
    skus.add(variant.sku);
    const scanned = codesOf(variant);
    if (scanned.length > BARCODES_MAX && input.variants.length > 1)
      add("INVALID_BARCODE", `With several variants, each has at most ${BARCODES_MAX} barcodes.`, ...at, "barcodes");
    for (const { code, field } of scanned) {
      const barcode = comparedBarcode(code);
      if (codes.has(barcode)) add("BARCODE_TAKEN", "This barcode is of two variants or packs.", ...at, ...field);
      codes.add(barcode);
    }
  }
  return problems;
}

type Add = (code: FailureCode, message: string, ...path: string[]) => void;

function checkVariant(variant: NewVariant, add: Add, at: readonly string[]): void {
  if (!isId("var", variant.id)) add("INVALID_ID", "The id is not var_ and a ULID.", ...at, "id");
  const skuProblem = storedCodeProblem(variant.sku);
  if (skuProblem) add("INVALID_SKU", `The SKU ${skuProblem}.`, ...at, "sku");
  const named = variant.name === undefined ? undefined : storedNameProblem(variant.name);
  if (named) add("INVALID_NAME", `The name ${named}.`, ...at, "name");
  if (parsePrice(variant.unitPrice) === undefined)
    add("INVALID_PRICE", "A price is at least 0, with up to six places.", ...at, "unitPrice");
  if (variant.unitCost !== undefined && parsePrice(variant.unitCost) === undefined)
    add("INVALID_COST", "A cost is at least 0, with up to six places.", ...at, "unitCost");
  const reorderPoint = variant.reorderPoint === undefined ? 0 : parseQuantity(variant.reorderPoint);
  if (reorderPoint === undefined || reorderPoint < 0)
    add("INVALID_QUANTITY", "A reorder point is at least 0, with up to three places.", ...at, "reorderPoint");
  const tare = variant.tare === undefined ? 0 : parseQuantity(variant.tare);
  if (tare === undefined || tare < 0)
    add("INVALID_TARE", "A tare is at least 0, with up to three places.", ...at, "tare");
  const codes = codesOf(variant);
  if (codes.length > VARIANTS_MAX)
    add(
      "INVALID_BARCODE",
      `A variant has at most ${VARIANTS_MAX} barcodes, those of its packs included.`,
      ...at,
      "barcodes",
    );
  for (const { code, field } of codes) {
    const problem = storedCodeProblem(code);
    if (problem) add("INVALID_BARCODE", `The barcode ${problem}.`, ...at, ...field);
  }
  checkPacks(variant.packs ?? [], add, at);
}

/** What is wrong with a variant that is added to a product or changed. */
export function variantProblems(variant: NewVariant, path: readonly string[] = []): Failure[] {
  const problems: Failure[] = [];
  const add: Add = (code, message, ...at) => problems.push(failure(code, message, ["input", ...at]));
  checkVariant(variant, add, path);
  const seen = new Set<string>();
  for (const { code, field } of codesOf(variant)) {
    if (seen.has(comparedBarcode(code))) add("BARCODE_TAKEN", "This barcode stands twice.", ...path, ...field);
    seen.add(comparedBarcode(code));
  }
  return problems;
}

/** What a change of a variant makes wrong. What was stored before today's rules may stay as it is. */
export function changeProblems(current: Variant, next: Variant): Failure[] {
  const isKept = (field: string | undefined) =>
    field !== undefined &&
    JSON.stringify(current[field as keyof Variant]) === JSON.stringify(next[field as keyof Variant]);
  return variantProblems(next).filter(({ path }) => !isKept(path[1]));
}

/**
 * What receipts, lists and mails call a variant: "Product – Variant". The product's name is enough where it has no
 * other variant, the variant's where it begins with the product's.
 */
function variantTitle(product: string, variant: string, variantCount: number): string {
  if (isNamedLike(variant, product)) return variant;
  if (variantCount === 1) return product;
  const own = ` – ${variant}`;
  const room = LIMITS.nameCharactersMax - own.length;
  if (product.length <= room) return product + own;
  return room > 1 ? `${wholeCharacters(product, room - 1)}…${own}` : variant;
}

/** A variant with the title that it has in its product; none where its name is the same. */
export function withTitle({ title: _, ...variant }: Variant, product: string, variantCount: number): Variant {
  const title = variantTitle(product, variant.name, variantCount);
  return title === variant.name ? variant : { ...variant, title };
}

function isNamedLike(variant: string, product: string): boolean {
  const [own, of] = [comparedName(variant), comparedName(product)];
  return own === of || own.startsWith(`${of} `);
}

function comparedName(name: string): string {
  return name.normalize("NFKC").toLowerCase();
}

/** The first characters of a text, none of them cut in half. */
function wholeCharacters(text: string, lengthMax: number): string {
  let kept = "";
  for (const character of text) {
    if (kept.length + character.length > lengthMax) break;
    kept += character;
  }
  return kept.trimEnd();
}

/** Since when a variant is no longer sold: by itself, or with its product. */
export function discontinuedSince({ discontinuedAt, productDiscontinuedAt }: Variant): string | undefined {
  if (discontinuedAt === undefined || productDiscontinuedAt === undefined)
    return discontinuedAt ?? productDiscontinuedAt;
  return discontinuedAt < productDiscontinuedAt ? discontinuedAt : productDiscontinuedAt;
}

/** A record that is discontinued from now on, or offered again. What is discontinued already keeps its time. */
export function withDiscontinued<T extends { readonly discontinuedAt?: string }>(
  record: T,
  isDiscontinued: boolean | undefined,
  now: string,
): T {
  if (isDiscontinued === undefined || isDiscontinued === (record.discontinuedAt !== undefined)) return record;
  const { discontinuedAt: _, ...offered } = record;
  return isDiscontinued ? { ...record, discontinuedAt: now } : (offered as T);
}

/** Whether two records have the same fields, in whatever order. */
export function isSameContent<T extends object>(one: T, other: T): boolean {
  return canonicalJson(asJson(one)) === canonicalJson(asJson(other));
}

function asJson(record: object): Json {
  return JSON.parse(JSON.stringify(record)) as Json;
}

/** SKUs that people take for one another: they differ in case or width alone. */
export function comparedSku(sku: string): string {
  return comparedName(sku);
}

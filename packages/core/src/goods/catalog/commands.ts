import { comparedBarcode } from "../../base/gtin.ts";
import { isId } from "../../base/id.ts";
import { LIMITS } from "../../base/limits.ts";
import { patched } from "../../base/patch.ts";
import { type Failure, failure, ok, present, type Result, refused } from "../../base/result.ts";
import { cleanName, storedNameProblem } from "../../base/text.ts";
import { authorize, type Context, createOnce, createWithin, requestHashOf } from "../../people/access/index.ts";
import { auditWrite } from "../../people/audit/index.ts";
import type { Item, Write } from "../../table/port/port.ts";
import { type ChangeWrite, changeVersioned, retrying } from "../../table/port/versioned.ts";
import { changingWords, writeWords } from "../../table/search.ts";
import { getTaxes } from "../tax/index.ts";
import { barcodesTaken } from "./barcodes.ts";
import {
  cleanProduct,
  cleanVariant,
  isSameContent,
  type NewProduct,
  type NewVariant,
  PRODUCT_VARIANTS_MAX,
  type Product,
  type ProductChange,
  type ProductPatch,
  productProblems,
  type Variant,
  variantProblems,
  withDiscontinued,
  withTitle,
} from "./model.ts";
import { codesOf } from "./packs.ts";
import { findProduct, type WholeProduct } from "./queries.ts";
import {
  barcodeKey,
  categoryKey,
  findableOf,
  findableWrites,
  productKey,
  productWords,
  readProduct,
  readVariant,
  skuKey,
  variantKey,
  variantLock,
  variantPut,
} from "./records.ts";

/**
 * What is wrong with the tax code that a product or a department gets. None is no fault.
 * @param kept the code that it has, which it keeps when that is discontinued
 */
export async function taxCodeProblems(
  { table, caller }: Context,
  field: "taxCodeId" | "departmentTaxCodeId",
  taxCodeId: string | null | undefined,
  kept?: string,
): Promise<Failure[]> {
  if (typeof taxCodeId !== "string") return [];
  const { codes } = await getTaxes(table, caller.merchantId);
  const code = Object.hasOwn(codes, taxCodeId) ? codes[taxCodeId] : undefined;
  const path = ["input", field];
  if (!code) return [failure("UNKNOWN_TAX_CODE", "There is no such tax code.", path)];
  if (!code.isDiscontinued || taxCodeId === kept) return [];
  return [failure("TAX_CODE_DISCONTINUED", "A discontinued tax code is not given to products.", path)];
}

/** @param kept the tax code of the product as it is, which it keeps when the code is discontinued */
async function classProblems(
  context: Context,
  { taxCodeId, categoryId }: Pick<ProductPatch, "taxCodeId" | "categoryId">,
  kept?: string,
): Promise<Failure[]> {
  const problems = await taxCodeProblems(context, "taxCodeId", taxCodeId, kept);
  const { table, caller } = context;
  if (typeof categoryId !== "string") return problems;
  const category = isId("cat", categoryId) && (await table.get(categoryKey(caller.merchantId, categoryId)));
  if (!category) problems.push(failure("UNKNOWN_CATEGORY", "There is no such category.", ["input", "categoryId"]));
  return problems;
}

/** A product with its variants, their SKUs and barcodes taken in the same transaction. */
export async function createProduct(context: Context, sent: NewProduct): Promise<Result<Product>> {
  authorize(context, "catalog:write");
  const { merchantId } = context.caller;
  const input = cleanProduct(sent);
  const problems = productProblems(input);
  const taxCodeId = input.taxCodeId ?? (await getTaxes(context.table, merchantId)).defaultCodeId;
  if (problems.length > 0) return refused(...problems);
  const plan = productWrites(merchantId, input, taxCodeId, sent);
  const audit = auditWrite(context, merchantId, "product:create", input.id);
  const quota = { what: "products", kind: "product", max: LIMITS.productsMax };
  const created = await createWithin(context, quota, plan.record, (made) =>
    createOnce(
      context,
      made,
      [...plan.writes, ...plan.beside, audit],
      (index) => plan.refusals[index],
      async () => {
        const unknown = await classProblems(context, { taxCodeId, categoryId: input.categoryId });
        if (unknown.length > 0) return unknown;
        const taken = await barcodesTaken(context, input.variants, (index) => ["variants", String(index)]);
        if (taken.length === 0) await writeWords(context.table, plan.words.before);
        return taken;
      },
    ),
  );
  return created.ok ? ok(readProduct(created.value)) : created;
}

/** @param sent the request as it came, by which a repeated one is recognized */
function productWrites(merchantId: string, input: NewProduct, taxCodeId: string, sent: NewProduct) {
  const { id, name, categoryId, variants } = input;
  const requestHash = requestHashOf({ ...sent, variants: sent.variants.map((variant) => ({ ...variant })) });
  const category = categoryId === undefined ? {} : { categoryId };
  const record: Item & { requestHash: string } = {
    ...productKey(merchantId, id),
    id,
    name,
    ...category,
    taxCodeId,
    variantIds: variants.map((variant) => variant.id),
    version: 1,
    requestHash,
  };
  const product: Product = { id, name, ...category, taxCodeId, variantIds: [], version: 1 };
  const made = variants.map((variant) => newVariant(product, variant, variants.length));
  const findable = findableOf(product, made);
  const locked = made.map((variant, index) =>
    lockedVariant(merchantId, variant, ["input", "variants", String(index)], variantHash(id, sent.variants[index])),
  );
  return {
    record,
    writes: locked.flatMap(({ writes }) => writes),
    refusals: locked.flatMap(({ refusals }) => refusals),
    beside: findableWrites(merchantId, id, undefined, findable),
    words: productWords(merchantId, id, undefined, findable),
  };
}

/** What a repeated request for a variant is recognized by, whether the variant was created alone or with its product. */
function variantHash(productId: string, variant: NewVariant | undefined): { readonly requestHash: string } {
  return { requestHash: requestHashOf({ productId, variant: { ...variant } }) };
}

/** @param variantCount how many the product has with it */
function newVariant(product: Product, input: NewVariant, variantCount: number): Variant {
  const { id, sku, unitPrice, unitCost, packs = [], unit, tare, reorderPoint } = input;
  const variant: Variant = {
    id,
    productId: product.id,
    sku,
    name: input.name ?? product.name,
    unitPrice,
    ...(unitCost === undefined ? {} : { unitCost }),
    barcodes: input.barcodes ?? [],
    ...(packs.length === 0 ? {} : { packs }),
    ...(unit === undefined || unit === "EACH" ? {} : { unit }),
    ...(tare === undefined ? {} : { tare }),
    ...classOf(product),
    stocked: input.stocked ?? true,
    ...(reorderPoint === undefined ? {} : { reorderPoint }),
    version: 1,
  };
  return withTitle(variant, product.name, variantCount);
}

/** A new variant with its locks, and why each of these writes may be refused. */
function lockedVariant(
  merchantId: string,
  variant: Variant,
  path: readonly string[],
  stored: { readonly requestHash?: string } = {},
) {
  const { id, sku } = variant;
  const item: Item = { ...variantKey(merchantId, id), ...variant, ...stored };
  const writes: Write[] = [{ op: "put", item, if: { is: "absent" } }];
  const refusals: Failure[] = [failure("ID_CONFLICT", "Another variant has this id.", [...path, "id"])];
  writes.push(variantLock(skuKey(merchantId, sku), id));
  refusals.push(failure("SKU_TAKEN", "Another variant has this SKU.", [...path, "sku"]));
  const fieldOf = new Map(codesOf(variant).map(({ code, field }) => [comparedBarcode(code), field]));
  for (const [barcode, field] of fieldOf) {
    writes.push(variantLock(barcodeKey(merchantId, barcode), id));
    refusals.push(failure("BARCODE_TAKEN", "Another variant has this barcode.", [...path, ...field]));
  }
  return { writes, refusals };
}

/** Replaces a product's name, category and tax code; an absent category is removed. */
export function updateProduct(context: Context, input: ProductChange): Promise<Result<Product>> {
  return patchProduct(context, { ...input, categoryId: input.categoryId ?? null });
}

/**
 * Changes what a product is called, how it is classified, and whether it is sold; its variants follow, in name where they
 * bore the product's. A tax code that is removed becomes the merchant's default.
 */
export async function patchProduct(context: Context, input: ProductPatch): Promise<Result<Product>> {
  authorize(context, "catalog:write");
  const { merchantId } = context.caller;
  const { productId, version, isDiscontinued, ...given } = input;
  const patch = typeof given.name === "string" ? { ...given, name: cleanName(given.name) } : given;
  const named = typeof patch.name === "string" ? storedNameProblem(patch.name) : undefined;
  if (named) return refused(failure("INVALID_NAME", `The name ${named}.`, ["input", "name"]));
  const taxCodeId =
    patch.taxCodeId === null ? (await getTaxes(context.table, merchantId)).defaultCodeId : patch.taxCodeId;
  const changed = (product: Product): Product =>
    withDiscontinued(
      patched(product, { ...patch, taxCodeId }, ["name"]),
      isDiscontinued ?? undefined,
      context.clock.now(),
    );
  const result = await changingWords(context.table, (ready) =>
    changeVersioned(context, {
      what: "product",
      version,
      async read() {
        const whole = await findProduct(context, productId);
        if (!whole) return refused(unknownProduct());
        const problems = await classProblems(context, patch, whole.product.taxCodeId);
        return problems.length > 0 ? refused(...problems) : ok({ ...whole, version: whole.product.version });
      },
      ifApplied: ({ product }) =>
        product.version === version + 1 && isSameContent(product, changed(product)) ? product : undefined,
      async change(whole) {
        const next = { ...changed(whole.product), version: whole.product.version + 1 };
        const moved = movedVariants(whole, next);
        const [before, after] = [findableOf(whole.product, whole.variants), findableOf(next, moved)];
        await ready(productWords(merchantId, productId, before, after));
        return ok({ writes: productChange(context, whole, next, moved), value: next });
      },
    }),
  );
  if (result.ok && result.value.variantIds.length > MOVED_AT_ONCE) await moveVariants(context, productId);
  return result;
}

/** Variants that are changed in the transaction of their product; further ones follow it. */
const MOVED_AT_ONCE = 25;

/** A product's variants after a change of the product. */
function movedVariants({ product, variants }: WholeProduct, next: Product): Variant[] {
  return variants.map((variant) => {
    const name = variant.name === product.name ? next.name : variant.name;
    return followed({ ...variant, name }, next);
  });
}

/** A variant with what it repeats of its product. The version rises where that is a change. */
function followed(variant: Variant, product: Product): Variant {
  const { categoryId: _, productDiscontinuedAt: __, ...own } = variant;
  const next = withTitle({ ...own, ...classOf(product) }, product.name, product.variantIds.length);
  return { ...next, version: variant.version + 1 };
}

function productChange(
  context: Context,
  { product, item, variants }: WholeProduct,
  next: Product,
  moved: readonly Variant[],
): ChangeWrite[] {
  const { merchantId } = context.caller;
  const { categoryId: _, discontinuedAt: __, ...kept } = item;
  const { name, version, discontinuedAt } = next;
  const discontinued = discontinuedAt === undefined ? {} : { discontinuedAt };
  const put: Write = {
    op: "put",
    item: { ...kept, name, ...ofClass(next), ...discontinued, version },
    if: { is: "equal", to: { version: product.version } },
  };
  const action = discontinuedAt === product.discontinuedAt ? "update" : discontinuedAt ? "discontinue" : "restore";
  return [
    put,
    ...moved
      .slice(0, MOVED_AT_ONCE)
      .map((variant, index) => variantPut(merchantId, variant, present(variants[index], "a variant").version)),
    ...findableWrites(merchantId, product.id, findableOf(product, variants), findableOf(next, moved)),
    auditWrite(context, merchantId, `product:${action}`, product.id),
  ].map((write) => ({ write }));
}

/** Brings the variants that a change of their product did not reach to what they repeat of it. Safe to repeat. */
async function moveVariants(context: Context, productId: string): Promise<void> {
  const { merchantId } = context.caller;
  await retrying(context.clock, "variants", async () => {
    const whole = await findProduct(context, productId);
    if (!whole) return true;
    const stale = whole.variants.flatMap((variant) => {
      const next = followed(variant, whole.product);
      return isSameContent({ ...next, version: variant.version }, variant)
        ? []
        : [variantPut(merchantId, next, variant.version)];
    });
    for (let from = 0; from < stale.length; from += MOVED_AT_ONCE) {
      const audit = auditWrite(context, merchantId, "product:follow", productId);
      const result = await context.table.transact([...stale.slice(from, from + MOVED_AT_ONCE), audit]);
      if (!result.ok) return undefined;
    }
    return true;
  });
}

/** What a product's variants repeat of it, beside the title. */
function classOf(product: Product) {
  const { discontinuedAt } = product;
  return {
    ...ofClass(product),
    ...(discontinuedAt === undefined ? {} : { productDiscontinuedAt: discontinuedAt }),
  };
}

function ofClass({ categoryId, taxCodeId }: Product) {
  return { ...(categoryId === undefined ? {} : { categoryId }), taxCodeId };
}

function unknownProduct(): Failure {
  return failure("UNKNOWN_PRODUCT", "There is no such product.", ["input", "productId"]);
}

/** One more variant of a product. Sent again with the same content, it is there already. */
export async function addVariant(
  context: Context,
  sent: { readonly productId: string; readonly variant: NewVariant },
): Promise<Result<Variant>> {
  authorize(context, "catalog:write");
  const input = { ...sent, variant: cleanVariant(sent.variant) };
  const problems = variantProblems(input.variant, ["variant"]);
  if (problems.length > 0) return refused(...problems);
  const { requestHash } = variantHash(sent.productId, sent.variant);
  return changingWords(context.table, (ready) =>
    retrying(context.clock, "product", async () => {
      const stored = await context.table.get(variantKey(context.caller.merchantId, input.variant.id));
      if (stored && (stored.requestHash ?? requestHash) !== requestHash) return refused(otherVariant());
      const whole = await findProduct(context, input.productId);
      if (!whole) return refused(stored ? otherVariant() : unknownProduct());
      const variant = newVariant(whole.product, input.variant, whole.variants.length + 1);
      if (stored) return isSameRequest(stored, variant) ? ok(readVariant(stored)) : refused(otherVariant());
      const taken = await barcodesTaken(context, [variant], () => ["variant"]);
      if (taken.length > 0) return refused(...taken);
      if (whole.variants.length >= PRODUCT_VARIANTS_MAX)
        return refused(
          failure("INVALID_VARIANTS", `A product has at most ${PRODUCT_VARIANTS_MAX} variants.`, ["input", "variant"]),
        );
      const before = findableOf(whole.product, whole.variants);
      const after = { ...before, variants: [...whole.variants, variant] };
      await ready(productWords(context.caller.merchantId, whole.product.id, before, after));
      return addToProduct(context, whole, variant, requestHash);
    }),
  );
}

function otherVariant(): Failure {
  return failure("ID_CONFLICT", "Another variant has this id.", ["input", "variant", "id"]);
}

const SENT_FIELDS = [
  "productId",
  "sku",
  "name",
  "unitPrice",
  "unitCost",
  "barcodes",
  "packs",
  "stocked",
  "reorderPoint",
] as const satisfies readonly (keyof Variant)[];

/** A variant that was created before requests were hashed is the same while everything that was sent is as it was. */
function isSameRequest(stored: Item, variant: Variant): boolean {
  if (stored.requestHash !== undefined) return true;
  const known = readVariant(stored);
  return SENT_FIELDS.every((field) => JSON.stringify(known[field]) === JSON.stringify(variant[field]));
}

/** @returns undefined when another caller changed the product in between */
async function addToProduct(
  context: Context,
  { product, item, variants }: WholeProduct,
  variant: Variant,
  requestHash: string,
): Promise<Result<Variant> | undefined> {
  const { merchantId } = context.caller;
  const { writes, refusals } = lockedVariant(merchantId, variant, ["input", "variant"], { requestHash });
  const next = { ...item, variantIds: [...product.variantIds, variant.id], version: product.version + 1 };
  const before = findableOf(product, variants);
  const [first] = variants;
  const renamed = first && variants.length === 1 ? withTitle(first, product.name, 2) : undefined;
  const result = await context.table.transact([
    ...writes,
    { op: "put", item: next, if: { is: "equal", to: { version: product.version } } },
    ...findableWrites(merchantId, product.id, before, { ...before, variants: [...variants, variant] }),
    ...(first && renamed && renamed.title !== first.title
      ? [variantPut(merchantId, { ...renamed, version: first.version + 1 }, first.version)]
      : []),
    auditWrite(context, merchantId, "variant:create", variant.id),
  ]);
  if (result.ok) return ok(variant);
  // The same request may have been faster: the variant itself is no conflict until it was read.
  const taken = refusals.filter((_, index) => index > 0 && result.reasons[index] === "condition");
  return taken.length > 0 && result.reasons[0] !== "condition" ? refused(...taken) : undefined;
}

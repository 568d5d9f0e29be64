import { canonicalJson, type Json } from "../../base/canonical.ts";
import { isId } from "../../base/id.ts";
import { type Failure, failure, ok, present, type Result, refused } from "../../base/result.ts";
import { nameProblem } from "../../base/text.ts";
import { authorize, type Context, createOnce, requestHashOf } from "../../people/access/index.ts";
import { auditWrite } from "../../people/audit/index.ts";
import type { Item, Key, Write } from "../../table/port/port.ts";
import { getTaxes } from "../tax/index.ts";
import {
  type Category,
  type NewProduct,
  type NewVariant,
  PRODUCT_VARIANTS_MAX,
  type Product,
  type ProductChange,
  parsePrice,
  productProblems,
  type Variant,
  type VariantChange,
  variantProblems,
} from "./model.ts";
import { findProduct } from "./queries.ts";
import {
  barcodeKey,
  categoryKey,
  findableWrites,
  productKey,
  readCategory,
  readProduct,
  readVariant,
  skuKey,
  variantKey,
  variantLock,
} from "./records.ts";

export async function createCategory(context: Context, input: Category): Promise<Result<Category>> {
  authorize(context, "catalog:write");
  const problem = nameProblem(input.name);
  if (!isId("cat", input.id)) return refused(failure("INVALID_ID", "The id is not cat_ and a ULID.", ["input", "id"]));
  if (problem) return refused(failure("INVALID_NAME", `The name ${problem}.`, ["input", "name"]));
  const { merchantId } = context.caller;
  const record = {
    ...categoryKey(merchantId, input.id),
    id: input.id,
    name: input.name,
    version: 1,
    requestHash: requestHashOf({ ...input }),
  };
  const created = await createOnce(
    context,
    record,
    [auditWrite(context, merchantId, "category:create", input.id)],
    () => undefined,
  );
  return created.ok ? ok(readCategory(created.value)) : created;
}

async function classProblems(
  { table, caller }: Context,
  { taxCodeId, categoryId }: { readonly taxCodeId: string; readonly categoryId?: string },
): Promise<Failure[]> {
  const { codes } = await getTaxes(table, caller.merchantId);
  const problems: Failure[] = [];
  if (!Object.hasOwn(codes, taxCodeId))
    problems.push(failure("UNKNOWN_TAX_CODE", "There is no such tax code.", ["input", "taxCodeId"]));
  if (categoryId === undefined) return problems;
  const category = isId("cat", categoryId) && (await table.get(categoryKey(caller.merchantId, categoryId)));
  if (!category) problems.push(failure("UNKNOWN_CATEGORY", "There is no such category.", ["input", "categoryId"]));
  return problems;
}

/** A product with its variants, their SKUs and barcodes taken in the same transaction. */
export async function createProduct(context: Context, input: NewProduct): Promise<Result<Product>> {
  authorize(context, "catalog:write");
  const { merchantId } = context.caller;
  const problems = productProblems(input);
  const taxCodeId = input.taxCodeId ?? (await getTaxes(context.table, merchantId)).defaultCodeId;
  const { categoryId } = input;
  problems.push(...(await classProblems(context, { taxCodeId, ...(categoryId === undefined ? {} : { categoryId }) })));
  if (problems.length > 0) return refused(...problems);
  const plan = productWrites(merchantId, input, taxCodeId);
  const audit = auditWrite(context, merchantId, "product:create", input.id);
  const created = await createOnce(
    context,
    plan.record,
    [...plan.writes, ...plan.beside, audit],
    (index) => plan.refusals[index],
  );
  return created.ok ? ok(readProduct(created.value)) : created;
}

function productWrites(merchantId: string, input: NewProduct, taxCodeId: string) {
  const { id, name, categoryId, variants } = input;
  const requestHash = requestHashOf({ ...input, variants: variants.map((variant) => ({ ...variant })) });
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
  const made = variants.map((variant) => newVariant(product, variant));
  const locked = made.map((variant, index) => lockedVariant(merchantId, variant, ["input", "variants", String(index)]));
  return {
    record,
    writes: locked.flatMap(({ writes }) => writes),
    refusals: locked.flatMap(({ refusals }) => refusals),
    beside: findableWrites(merchantId, id, undefined, { name, variants: made }),
  };
}

function newVariant(product: Product, input: NewVariant): Variant {
  const { id, sku, unitPrice, unitCost, reorderPoint } = input;
  return {
    id,
    productId: product.id,
    sku,
    name: input.name ?? product.name,
    unitPrice,
    ...(unitCost === undefined ? {} : { unitCost }),
    barcodes: input.barcodes ?? [],
    ...(product.categoryId === undefined ? {} : { categoryId: product.categoryId }),
    taxCodeId: product.taxCodeId,
    stocked: input.stocked ?? true,
    ...(reorderPoint === undefined ? {} : { reorderPoint }),
    version: 1,
  };
}

/** A new variant with its locks, and why each of these writes may be refused. */
function lockedVariant(merchantId: string, variant: Variant, path: readonly string[]) {
  const { id, sku, barcodes } = variant;
  const writes: Write[] = [{ op: "put", item: { ...variantKey(merchantId, id), ...variant }, if: { is: "absent" } }];
  const refusals: Failure[] = [failure("ID_CONFLICT", "Another variant has this id.", [...path, "id"])];
  writes.push(variantLock(skuKey(merchantId, sku), id));
  refusals.push(failure("SKU_TAKEN", "Another variant has this SKU.", [...path, "sku"]));
  for (const barcode of barcodes) {
    writes.push(variantLock(barcodeKey(merchantId, barcode), id));
    refusals.push(failure("BARCODE_TAKEN", "Another variant has this barcode.", [...path, "barcodes"]));
  }
  return { writes, refusals };
}

/** A product's name, category and tax code; its variants follow, in name where they bore the product's. */
export async function updateProduct(context: Context, input: ProductChange): Promise<Result<Product>> {
  authorize(context, "catalog:write");
  const { merchantId } = context.caller;
  const named = nameProblem(input.name);
  if (named) return refused(failure("INVALID_NAME", `The name ${named}.`, ["input", "name"]));
  const seen = await findProduct(context, input.productId);
  if (!seen) return refused(failure("UNKNOWN_PRODUCT", "There is no such product.", ["input", "productId"]));
  const { product, item, variants } = seen;
  const { name, categoryId, taxCodeId } = input;
  const problems = await classProblems(context, { taxCodeId, ...(categoryId === undefined ? {} : { categoryId }) });
  if (problems.length > 0) return refused(...problems);
  const isSame = product.name === name && product.categoryId === categoryId && product.taxCodeId === taxCodeId;
  // The same change sent again: it is done already.
  if (product.version === input.version + 1 && isSame) return ok(product);
  if (product.version !== input.version) return refused(staleVersion("product", product.version));
  const category = categoryId === undefined ? {} : { categoryId };
  const { categoryId: _, ...rest } = item;
  const next = { ...rest, name, ...category, taxCodeId, version: product.version + 1 };
  const moved = variants.map((variant): Variant => {
    const { categoryId: __, ...own } = variant;
    const title = variant.name === product.name ? name : variant.name;
    return { ...own, name: title, ...category, taxCodeId, version: variant.version + 1 };
  });
  const done = await context.table.transact([
    { op: "put", item: next, if: { is: "equal", to: { version: product.version } } },
    ...moved.map((variant, index) => variantPut(merchantId, variant, present(variants[index], "a variant").version)),
    ...findableWrites(merchantId, product.id, { name: product.name, variants }, { name, variants: moved }),
    auditWrite(context, merchantId, "product:update", product.id),
  ]);
  return done.ok ? ok(readProduct(next)) : updateProduct(context, input);
}

/** One more variant of a product. Sent again, it is there already. */
export async function addVariant(
  context: Context,
  input: { readonly productId: string; readonly variant: NewVariant },
): Promise<Result<Variant>> {
  authorize(context, "catalog:write");
  const { merchantId } = context.caller;
  const problems = variantProblems(input.variant, ["variant"]);
  if (problems.length > 0) return refused(...problems);
  const seen = await findProduct(context, input.productId);
  if (!seen) return refused(failure("UNKNOWN_PRODUCT", "There is no such product.", ["input", "productId"]));
  const { product, item, variants } = seen;
  const variant = newVariant(product, input.variant);
  const standing = await context.table.get(variantKey(merchantId, variant.id));
  if (standing)
    return readVariant(standing).productId === product.id && readVariant(standing).sku === variant.sku
      ? ok(readVariant(standing))
      : refused(failure("ID_CONFLICT", "Another variant has this id.", ["input", "variant", "id"]));
  if (variants.length >= PRODUCT_VARIANTS_MAX)
    return refused(
      failure("INVALID_VARIANTS", `A product has at most ${PRODUCT_VARIANTS_MAX} variants.`, ["input", "variant"]),
    );
  const { writes, refusals } = lockedVariant(merchantId, variant, ["input", "variant"]);
  const next = { ...item, variantIds: [...product.variantIds, variant.id], version: product.version + 1 };
  const before = { name: product.name, variants };
  const result = await context.table.transact([
    ...writes,
    { op: "put", item: next, if: { is: "equal", to: { version: product.version } } },
    ...findableWrites(merchantId, product.id, before, { ...before, variants: [...variants, variant] }),
    auditWrite(context, merchantId, "variant:create", variant.id),
  ]);
  if (result.ok) return ok(variant);
  const taken = refusals.filter((_, index) => result.reasons[index] === "condition");
  return taken.length > 0 ? refused(...taken) : addVariant(context, input);
}

/** All that a variant says of itself, its SKU and barcodes with their locks. */
export async function updateVariant(context: Context, input: VariantChange): Promise<Result<Variant>> {
  authorize(context, "catalog:write");
  const { merchantId } = context.caller;
  const { variantId, version, ...said } = input;
  const unknown = failure("UNKNOWN_VARIANT", "There is no such variant.", ["input", "variantId"]);
  const item = isId("var", variantId) ? await context.table.get(variantKey(merchantId, variantId)) : undefined;
  if (!item) return refused(unknown);
  const problems = variantProblems({ ...said, id: variantId });
  if (problems.length > 0) return refused(...problems);
  const seen = readVariant(item);
  const next = changedVariant(seen, input);
  // The same change sent again: it is done already.
  if (
    seen.version === version + 1 &&
    canonicalJson(asJson(next)) === canonicalJson(asJson({ ...seen, version: next.version }))
  )
    return ok(seen);
  if (seen.version !== version) return refused(staleVersion("variant", seen.version));
  const product = await findProduct(context, seen.productId);
  if (!product) return refused(unknown);
  const locks = movedLocks(merchantId, seen, next);
  const { variants } = product;
  const before = { name: product.product.name, variants };
  const after = { ...before, variants: variants.map((variant) => (variant.id === variantId ? next : variant)) };
  const result = await context.table.transact([
    ...locks.map(({ write }) => write),
    variantPut(merchantId, next, seen.version),
    ...findableWrites(merchantId, seen.productId, before, after),
    auditWrite(context, merchantId, "variant:update", variantId),
  ]);
  if (result.ok) return ok(next);
  const taken = locks.flatMap(({ refusal }, index) => (result.reasons[index] === "condition" ? [refusal] : []));
  return taken.length > 0 ? refused(...taken) : updateVariant(context, input);
}

function changedVariant(
  seen: Variant,
  { sku, name, unitPrice, unitCost, barcodes, reorderPoint, version }: VariantChange,
): Variant {
  const { unitCost: _, reorderPoint: __, ...kept } = seen;
  return {
    ...kept,
    sku,
    name,
    unitPrice,
    ...(unitCost === undefined ? {} : { unitCost }),
    barcodes: barcodes ?? [],
    ...(reorderPoint === undefined ? {} : { reorderPoint }),
    version: version + 1,
  };
}

/** Locks that a variant no longer needs go, those that it needs now are taken. */
function movedLocks(merchantId: string, from: Variant, to: Variant): { write: Write; refusal: Failure }[] {
  const skuTaken = failure("SKU_TAKEN", "Another variant has this SKU.", ["input", "sku"]);
  const barcodeTaken = failure("BARCODE_TAKEN", "Another variant has this barcode.", ["input", "barcodes"]);
  const moved: { write: Write; refusal: Failure }[] = [];
  const left = (key: Key, refusal: Failure) => moved.push({ write: { op: "delete", key }, refusal });
  if (from.sku !== to.sku) {
    left(skuKey(merchantId, from.sku), skuTaken);
    moved.push({ write: variantLock(skuKey(merchantId, to.sku), to.id), refusal: skuTaken });
  }
  for (const code of from.barcodes) if (!to.barcodes.includes(code)) left(barcodeKey(merchantId, code), barcodeTaken);
  for (const code of to.barcodes)
    if (!from.barcodes.includes(code))
      moved.push({ write: variantLock(barcodeKey(merchantId, code), to.id), refusal: barcodeTaken });
  return moved;
}

function variantPut(merchantId: string, variant: Variant, seenVersion: number): Write {
  return {
    op: "put",
    item: { ...variantKey(merchantId, variant.id), ...variant },
    if: { is: "equal", to: { version: seenVersion } },
  };
}

function staleVersion(what: string, version: number): Failure {
  return failure("VERSION_CONFLICT", `The ${what} was changed in between.`, ["input", "version"], { version });
}

function asJson(variant: Variant): Json {
  return JSON.parse(JSON.stringify(variant)) as Json;
}

export interface PriceChange {
  readonly variantId: string;
  readonly unitPrice: string;
  /** What the caller saw: a change in between is not overwritten. */
  readonly version: number;
}

export async function changePrice(context: Context, input: PriceChange): Promise<Result<Variant>> {
  authorize(context, "catalog:write");
  const { merchantId } = context.caller;
  if (parsePrice(input.unitPrice) === undefined) {
    return refused(failure("INVALID_PRICE", "A price is at least 0, with up to six places.", ["input", "unitPrice"]));
  }
  const item = isId("var", input.variantId)
    ? await context.table.get(variantKey(merchantId, input.variantId))
    : undefined;
  if (!item) return refused(failure("UNKNOWN_VARIANT", "There is no such variant.", ["input", "variantId"]));
  const seen = readVariant(item);
  // The same change sent again: it is done already.
  if (seen.version === input.version + 1 && seen.unitPrice === input.unitPrice) return ok(seen);
  const stale = failure("VERSION_CONFLICT", "The variant was changed in between.", ["input", "version"], {
    version: seen.version,
  });
  if (seen.version !== input.version) return refused(stale);
  const next = { ...seen, unitPrice: input.unitPrice, version: seen.version + 1 };
  const done = await context.table.transact([
    { op: "put", item: { ...item, ...next }, if: { is: "equal", to: { version: seen.version } } },
    auditWrite(context, merchantId, "variant:price", seen.id),
  ]);
  return done.ok ? ok(next) : changePrice(context, input);
}

import { canonicalJson, type Json } from "../../base/canonical.ts";
import { comparedBarcode } from "../../base/gtin.ts";
import { isId } from "../../base/id.ts";
import { LIMITS } from "../../base/limits.ts";
import { patched } from "../../base/patch.ts";
import { type Failure, failure, ok, present, type Result, refused } from "../../base/result.ts";
import { cleanCode, cleanName, storedNameProblem } from "../../base/text.ts";
import { authorize, type Context, createOnce, createWithin, requestHashOf } from "../../people/access/index.ts";
import { auditWrite } from "../../people/audit/index.ts";
import type { Item, Key, Write } from "../../table/port/port.ts";
import { type ChangeWrite, changeVersioned, retrying } from "../../table/port/versioned.ts";
import { changingWords, writeWords } from "../../table/search.ts";
import { getTaxes } from "../tax/index.ts";
import { barcodesTaken, releasedBarcodes } from "./barcodes.ts";
import {
  type Category,
  changeProblems,
  cleanProduct,
  cleanVariant,
  type NewProduct,
  type NewVariant,
  PRODUCT_VARIANTS_MAX,
  type Product,
  type ProductChange,
  type ProductPatch,
  parsePrice,
  productProblems,
  type Variant,
  type VariantChange,
  type VariantPatch,
  variantProblems,
  withPriceKept,
} from "./model.ts";
import { findProduct, type WholeProduct } from "./queries.ts";
import {
  barcodeKey,
  categoryKey,
  findableWrites,
  productKey,
  productWords,
  readCategory,
  readProduct,
  readVariant,
  skuAliasKey,
  skuKey,
  variantKey,
  variantLock,
} from "./records.ts";

export async function createCategory(context: Context, input: Category): Promise<Result<Category>> {
  authorize(context, "catalog:write");
  const name = cleanName(input.name);
  const problem = storedNameProblem(name);
  if (!isId("cat", input.id)) return refused(failure("INVALID_ID", "The id is not cat_ and a ULID.", ["input", "id"]));
  if (problem) return refused(failure("INVALID_NAME", `The name ${problem}.`, ["input", "name"]));
  const { merchantId } = context.caller;
  const record = {
    ...categoryKey(merchantId, input.id),
    id: input.id,
    name,
    version: 1,
    requestHash: requestHashOf({ ...input }),
  };
  const audit = auditWrite(context, merchantId, "category:create", input.id);
  const quota = { what: "categories", kind: "category", max: LIMITS.categoriesMax };
  const created = await createWithin(context, quota, record, (made) =>
    createOnce(context, made, [audit], () => undefined),
  );
  return created.ok ? ok(readCategory(created.value)) : created;
}

async function classProblems(
  { table, caller }: Context,
  { taxCodeId, categoryId }: Pick<ProductPatch, "taxCodeId" | "categoryId">,
): Promise<Failure[]> {
  const problems: Failure[] = [];
  if (typeof taxCodeId === "string" && !Object.hasOwn((await getTaxes(table, caller.merchantId)).codes, taxCodeId))
    problems.push(failure("UNKNOWN_TAX_CODE", "There is no such tax code.", ["input", "taxCodeId"]));
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
  const made = variants.map((variant) => newVariant(product, variant));
  const locked = made.map((variant, index) =>
    lockedVariant(merchantId, variant, ["input", "variants", String(index)], variantHash(id, sent.variants[index])),
  );
  return {
    record,
    writes: locked.flatMap(({ writes }) => writes),
    refusals: locked.flatMap(({ refusals }) => refusals),
    beside: findableWrites(merchantId, id, undefined, { name, variants: made }),
    words: productWords(merchantId, id, undefined, { name, variants: made }),
  };
}

/** What a repeated request for a variant is recognized by, whether the variant was created alone or with its product. */
function variantHash(productId: string, variant: NewVariant | undefined): { readonly requestHash: string } {
  return { requestHash: requestHashOf({ productId, variant: { ...variant } }) };
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
function lockedVariant(
  merchantId: string,
  variant: Variant,
  path: readonly string[],
  stored: { readonly requestHash?: string } = {},
) {
  const { id, sku, barcodes } = variant;
  const item: Item = { ...variantKey(merchantId, id), ...variant, ...stored };
  const writes: Write[] = [{ op: "put", item, if: { is: "absent" } }];
  const refusals: Failure[] = [failure("ID_CONFLICT", "Another variant has this id.", [...path, "id"])];
  writes.push(variantLock(skuKey(merchantId, sku), id));
  refusals.push(failure("SKU_TAKEN", "Another variant has this SKU.", [...path, "sku"]));
  for (const barcode of new Set(barcodes.map(comparedBarcode))) {
    writes.push(variantLock(barcodeKey(merchantId, barcode), id));
    refusals.push(failure("BARCODE_TAKEN", "Another variant has this barcode.", [...path, "barcodes"]));
  }
  return { writes, refusals };
}

/** Replaces a product's name, category and tax code; an absent category is removed. */
export function updateProduct(context: Context, input: ProductChange): Promise<Result<Product>> {
  return patchProduct(context, { ...input, categoryId: input.categoryId ?? null });
}

/**
 * Changes what a product is called and how it is classified; its variants follow, in name where they bore the product's.
 * A tax code that is removed becomes the merchant's default.
 */
export async function patchProduct(context: Context, input: ProductPatch): Promise<Result<Product>> {
  authorize(context, "catalog:write");
  const { merchantId } = context.caller;
  const { productId, version, ...given } = input;
  const patch = typeof given.name === "string" ? { ...given, name: cleanName(given.name) } : given;
  const named = typeof patch.name === "string" ? storedNameProblem(patch.name) : undefined;
  if (named) return refused(failure("INVALID_NAME", `The name ${named}.`, ["input", "name"]));
  const taxCodeId =
    patch.taxCodeId === null ? (await getTaxes(context.table, merchantId)).defaultCodeId : patch.taxCodeId;
  const changed = (product: Product): Product => patched(product, { ...patch, taxCodeId }, ["name"]);
  return changingWords(context.table, (ready) =>
    changeVersioned(context, {
      what: "product",
      version,
      async read() {
        const whole = await findProduct(context, productId);
        if (!whole) return refused(unknownProduct());
        const problems = await classProblems(context, patch);
        return problems.length > 0 ? refused(...problems) : ok({ ...whole, version: whole.product.version });
      },
      ifApplied: ({ product }) =>
        product.version === version + 1 && isSame(product, changed(product)) ? product : undefined,
      async change(whole) {
        const next = { ...changed(whole.product), version: whole.product.version + 1 };
        const { moved, before, after } = movedProduct(whole, next);
        await ready(productWords(merchantId, productId, before, after));
        return ok({ writes: productChange(context, whole, next, moved), value: next });
      },
    }),
  );
}

/** A product's variants after a change of the product, and what it was and is found by. */
function movedProduct({ product, variants }: WholeProduct, next: Product) {
  const moved = variants.map((variant): Variant => {
    const { categoryId: __, ...own } = variant;
    const name = variant.name === product.name ? next.name : variant.name;
    return { ...own, name, ...classOf(next), version: variant.version + 1 };
  });
  return { moved, before: { name: product.name, variants }, after: { name: next.name, variants: moved } };
}

function productChange(
  context: Context,
  { product, item, variants }: WholeProduct,
  next: Product,
  moved: readonly Variant[],
): ChangeWrite[] {
  const { merchantId } = context.caller;
  const { categoryId: _, ...kept } = item;
  const put: Write = {
    op: "put",
    item: { ...kept, name: next.name, ...classOf(next), version: next.version },
    if: { is: "equal", to: { version: product.version } },
  };
  const { id, name } = product;
  return [
    put,
    ...moved.map((variant, index) => variantPut(merchantId, variant, present(variants[index], "a variant").version)),
    ...findableWrites(merchantId, id, { name, variants }, { name: next.name, variants: moved }),
    auditWrite(context, merchantId, "product:update", id),
  ].map((write) => ({ write }));
}

/** What a product's variants repeat of it. */
function classOf({ categoryId, taxCodeId }: Product) {
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
      const variant = newVariant(whole.product, input.variant);
      if (stored) return isSameRequest(stored, variant) ? ok(readVariant(stored)) : refused(otherVariant());
      const taken = await barcodesTaken(context, [variant], () => ["variant"]);
      if (taken.length > 0) return refused(...taken);
      if (whole.variants.length >= PRODUCT_VARIANTS_MAX)
        return refused(
          failure("INVALID_VARIANTS", `A product has at most ${PRODUCT_VARIANTS_MAX} variants.`, ["input", "variant"]),
        );
      const before = { name: whole.product.name, variants: whole.variants };
      await ready(
        productWords(context.caller.merchantId, whole.product.id, before, {
          ...before,
          variants: [...whole.variants, variant],
        }),
      );
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
  const before = { name: product.name, variants };
  const result = await context.table.transact([
    ...writes,
    { op: "put", item: next, if: { is: "equal", to: { version: product.version } } },
    ...findableWrites(merchantId, product.id, before, { ...before, variants: [...variants, variant] }),
    auditWrite(context, merchantId, "variant:create", variant.id),
  ]);
  if (result.ok) return ok(variant);
  // The same request may have been faster: the variant itself is no conflict until it was read.
  const taken = refusals.filter((_, index) => index > 0 && result.reasons[index] === "condition");
  return taken.length > 0 && result.reasons[0] !== "condition" ? refused(...taken) : undefined;
}

/** Replaces all of a variant's own fields: what is absent is removed. */
export function updateVariant(context: Context, input: VariantChange): Promise<Result<Variant>> {
  const { unitCost = null, barcodes = null, reorderPoint = null } = input;
  return patchVariant(context, { ...input, unitCost, barcodes, reorderPoint });
}

/** Changes a variant's own fields, its SKU and barcodes with their uniqueness records. */
export async function patchVariant(context: Context, input: VariantPatch): Promise<Result<Variant>> {
  authorize(context, "catalog:write");
  const { merchantId } = context.caller;
  const { variantId, version, ...given } = input;
  const { barcodes, ...patch } = cleanPatch(given);
  const changed = (current: Variant): Variant =>
    patched(current, { ...patch, barcodes: barcodes === null ? [] : barcodes }, ["sku", "name", "unitPrice"]);
  return changingWords(context.table, (ready) =>
    changeVersioned(context, {
      what: "variant",
      version,
      async read() {
        const current = await readStoredVariant(context, variantId);
        if (!current) return refused(unknownVariant());
        const problems = changeProblems(current, changed(current));
        return problems.length > 0 ? refused(...problems) : ok(current);
      },
      ifApplied: (current) =>
        current.version === version + 1 && isSame(current, changed(current)) ? current : undefined,
      async change(current) {
        const whole = await findProduct(context, current.productId);
        if (!whole) return refused(unknownVariant());
        const next = withPriceKept(current, { ...changed(current), version: current.version + 1 }, context.clock.now());
        const held = new Set(current.barcodes.map(comparedBarcode));
        const added = next.barcodes.filter((barcode) => !held.has(comparedBarcode(barcode)));
        const taken = await barcodesTaken(context, [{ id: variantId, barcodes: added }], () => []);
        if (taken.length > 0) return refused(...taken);
        const before = { name: whole.product.name, variants: whole.variants };
        const after = { ...before, variants: before.variants.map((each) => (each.id === variantId ? next : each)) };
        await ready(productWords(merchantId, current.productId, before, after));
        const others = [
          variantPut(merchantId, next, current.version),
          ...findableWrites(merchantId, current.productId, before, after),
          auditWrite(context, merchantId, "variant:update", variantId),
        ];
        return ok({
          writes: [...(await movedLocks(context, current, next)), ...others.map((write) => ({ write }))],
          value: next,
        });
      },
    }),
  );
}

type VariantFields = Omit<VariantPatch, "variantId" | "version">;

/** A patch with names and codes as they are stored; null removes a value. */
function cleanPatch(patch: VariantFields): VariantFields {
  const { name, sku, barcodes } = patch;
  return {
    ...patch,
    ...(typeof name === "string" ? { name: cleanName(name) } : {}),
    ...(typeof sku === "string" ? { sku: cleanCode(sku) } : {}),
    ...(barcodes ? { barcodes: barcodes.map(cleanCode) } : {}),
  };
}

async function readStoredVariant({ table, caller }: Context, variantId: string): Promise<Variant | undefined> {
  const item = isId("var", variantId) ? await table.get(variantKey(caller.merchantId, variantId)) : undefined;
  return item && readVariant(item);
}

function unknownVariant(): Failure {
  return failure("UNKNOWN_VARIANT", "There is no such variant.", ["input", "variantId"]);
}

function isSame(one: Variant | Product, other: Variant | Product): boolean {
  return canonicalJson(asJson(one)) === canonicalJson(asJson(other));
}

function asJson(record: Variant | Product): Json {
  return JSON.parse(JSON.stringify(record)) as Json;
}

/** Locks that a variant no longer needs go, those that it needs now are taken. */
async function movedLocks(context: Context, from: Variant, to: Variant): Promise<ChangeWrite[]> {
  const { merchantId } = context.caller;
  const skuTaken = failure("SKU_TAKEN", "Another variant has this SKU.", ["input", "sku"]);
  const barcodeTaken = failure("BARCODE_TAKEN", "Another variant has this barcode.", ["input", "barcodes"]);
  const moved: ChangeWrite[] = [];
  const left = (key: Key, refusal: Failure) => moved.push({ write: { op: "delete", key }, refusal });
  if (from.sku !== to.sku) {
    left(skuKey(merchantId, from.sku), skuTaken);
    moved.push({ write: variantLock(skuKey(merchantId, to.sku), to.id), refusal: skuTaken });
  }
  if (from.sku !== to.sku && cleanCode(from.sku) !== from.sku)
    moved.push({ write: { op: "delete", key: skuAliasKey(merchantId, cleanCode(from.sku)) } });
  const [held, needed] = [from.barcodes, to.barcodes].map((codes) => new Set(codes.map(comparedBarcode)));
  const dropped = from.barcodes.filter((code) => !needed?.has(comparedBarcode(code)));
  for (const write of await releasedBarcodes(context, dropped, to.id)) moved.push({ write });
  for (const code of needed ?? [])
    if (!held?.has(code))
      moved.push({ write: variantLock(barcodeKey(merchantId, code), to.id), refusal: barcodeTaken });
  return moved;
}

function variantPut(merchantId: string, variant: Variant, currentVersion: number): Write {
  return {
    op: "put",
    item: { ...variantKey(merchantId, variant.id), ...variant },
    if: { is: "equal", to: { version: currentVersion } },
  };
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
  const { variantId, version, unitPrice } = input;
  if (parsePrice(unitPrice) === undefined) {
    return refused(failure("INVALID_PRICE", "A price is at least 0, with up to six places.", ["input", "unitPrice"]));
  }
  return changeVersioned(context, {
    what: "variant",
    version,
    async read() {
      const current = await readStoredVariant(context, variantId);
      return current ? ok(current) : refused(unknownVariant());
    },
    ifApplied: (current) => (current.version === version + 1 && current.unitPrice === unitPrice ? current : undefined),
    async change(current) {
      const next = withPriceKept(current, { ...current, unitPrice, version: current.version + 1 }, context.clock.now());
      const audit = auditWrite(context, merchantId, "variant:price", current.id);
      return ok({ writes: [{ write: variantPut(merchantId, next, current.version) }, { write: audit }], value: next });
    },
  });
}

import { isId } from "../../base/id.ts";
import { type Failure, failure, ok, type Result, refused } from "../../base/result.ts";
import { nameProblem } from "../../base/text.ts";
import { authorize, type Context, createOnce, requestHashOf } from "../../people/access/index.ts";
import { auditWrite } from "../../people/audit/index.ts";
import type { Item, Write } from "../../table/port.ts";
import { getTaxes } from "../tax/index.ts";
import { type Category, type NewProduct, type Product, parsePrice, productProblems, type Variant } from "./model.ts";
import {
  barcodeKey,
  categoryKey,
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

/** A product with its variants, their SKUs and barcodes taken in the same transaction. */
export async function createProduct(context: Context, input: NewProduct): Promise<Result<Product>> {
  authorize(context, "catalog:write");
  const { merchantId } = context.caller;
  const problems = productProblems(input);
  const taxes = await getTaxes(context.table, merchantId);
  const taxCodeId = input.taxCodeId ?? taxes.defaultCodeId;
  if (!Object.hasOwn(taxes.codes, taxCodeId))
    problems.push(failure("UNKNOWN_TAX_CODE", "There is no such tax code.", ["input", "taxCodeId"]));
  const { categoryId } = input;
  const category =
    categoryId !== undefined &&
    isId("cat", categoryId) &&
    (await context.table.get(categoryKey(merchantId, categoryId)));
  if (categoryId !== undefined && !category)
    problems.push(failure("UNKNOWN_CATEGORY", "There is no such category.", ["input", "categoryId"]));
  if (problems.length > 0) return refused(...problems);
  const plan = productWrites(merchantId, input, taxCodeId);
  const audit = auditWrite(context, merchantId, "product:create", input.id);
  const created = await createOnce(context, plan.record, [...plan.writes, audit], (index) => plan.refusals[index]);
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
  const writes: Write[] = [];
  const refusals: Failure[] = [];
  const add = (write: Write, refusal: Failure) => {
    writes.push(write);
    refusals.push(refusal);
  };
  for (const [index, variant] of variants.entries()) {
    const path = ["input", "variants", String(index)];
    const barcodes = variant.barcodes ?? [];
    const item: Item = {
      ...variantKey(merchantId, variant.id),
      id: variant.id,
      productId: id,
      sku: variant.sku,
      name: variant.name ?? name,
      unitPrice: variant.unitPrice,
      ...(variant.unitCost === undefined ? {} : { unitCost: variant.unitCost }),
      barcodes,
      ...category,
      taxCodeId,
      stocked: variant.stocked ?? true,
      version: 1,
    };
    add(
      { op: "put", item, if: { is: "absent" } },
      failure("ID_CONFLICT", "Another variant has this id.", [...path, "id"]),
    );
    add(
      variantLock(skuKey(merchantId, variant.sku), variant.id),
      failure("SKU_TAKEN", "Another variant has this SKU.", [...path, "sku"]),
    );
    for (const barcode of barcodes) {
      const taken = failure("BARCODE_TAKEN", "Another variant has this barcode.", [...path, "barcodes"]);
      add(variantLock(barcodeKey(merchantId, barcode), variant.id), taken);
    }
  }
  return { record, writes, refusals };
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

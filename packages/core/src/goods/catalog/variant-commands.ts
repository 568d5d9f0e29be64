import { comparedBarcode } from "../../base/gtin.ts";
import { isId } from "../../base/id.ts";
import { patched } from "../../base/patch.ts";
import { type Failure, failure, ok, type Result, refused } from "../../base/result.ts";
import { cleanCode, cleanName } from "../../base/text.ts";
import { authorize, type Context } from "../../people/access/index.ts";
import { auditWrite } from "../../people/audit/index.ts";
import type { Key, Write } from "../../table/port/port.ts";
import { type ChangeWrite, changeVersioned } from "../../table/port/versioned.ts";
import { changingWords } from "../../table/search.ts";
import { barcodesTaken, releasedBarcodes } from "./barcodes.ts";
import {
  changeProblems,
  isSameContent,
  parsePrice,
  type Variant,
  type VariantChange,
  type VariantPatch,
  withDiscontinued,
  withPriceKept,
  withTitle,
} from "./model.ts";
import { cleanPack, codesOf, withPackPrices } from "./packs.ts";
import { findProduct } from "./queries.ts";
import {
  barcodeKey,
  findableOf,
  findableWrites,
  productKey,
  productWords,
  readVariant,
  skuAliasKey,
  skuKey,
  variantKey,
  variantLock,
  variantPut,
} from "./records.ts";

/** Replaces the variant's own fields: what is absent is removed. */
export function updateVariant(context: Context, input: VariantChange): Promise<Result<Variant>> {
  const { unitCost = null, barcodes = null, reorderPoint = null } = input;
  return patchVariant(context, { ...input, unitCost, barcodes, reorderPoint });
}

/** Changes a variant's own fields, its SKU and barcodes with their uniqueness records. */
export async function patchVariant(context: Context, input: VariantPatch): Promise<Result<Variant>> {
  authorize(context, "catalog:write");
  const { merchantId } = context.caller;
  const { variantId, version, isDiscontinued, ...given } = input;
  const { barcodes, packs, ...patch } = cleanPatch(given);
  const fields = { ...patch, barcodes: barcodes === null ? [] : barcodes };
  const changed = (current: Variant): Variant => {
    const now = context.clock.now();
    const packed = packs ? { packs: withPackPrices(current.packs, packs, now) } : { packs };
    const next = patched(current, { ...fields, ...packed }, ["sku", "name", "unitPrice"]);
    return withDiscontinued(next, isDiscontinued ?? undefined, now);
  };
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
        current.version === version + 1 && isSameContent(current, changed(current)) ? current : undefined,
      async change(current) {
        const whole = await findProduct(context, current.productId);
        if (!whole) return refused(unknownVariant());
        const { product } = whole;
        const titled = withTitle(changed(current), product.name, product.variantIds.length);
        const next = withPriceKept(current, { ...titled, version: current.version + 1 }, context.clock.now());
        const taken = await barcodesTaken(context, [next], () => [], comparedCodes(current));
        if (taken.length > 0) return refused(...taken);
        const before = findableOf(product, whole.variants);
        const after = { ...before, variants: before.variants.map((each) => (each.id === variantId ? next : each)) };
        await ready(productWords(merchantId, current.productId, before, after));
        const others: Write[] = [
          variantPut(merchantId, next, current.version),
          // The title contains the product's name.
          {
            op: "check",
            key: productKey(merchantId, product.id),
            if: { is: "equal", to: { version: product.version } },
          },
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

type VariantFields = Omit<VariantPatch, "variantId" | "version" | "isDiscontinued">;

/** A patch with names and codes as they are stored; null removes a value. */
function cleanPatch(patch: VariantFields): VariantFields {
  const { name, sku, barcodes, packs, unit } = patch;
  return {
    ...patch,
    ...(unit === "EACH" ? { unit: null } : {}),
    ...(typeof name === "string" ? { name: cleanName(name) } : {}),
    ...(typeof sku === "string" ? { sku: cleanCode(sku) } : {}),
    ...(barcodes ? { barcodes: barcodes.map(cleanCode) } : {}),
    ...(packs ? { packs: packs.length === 0 ? null : packs.map(cleanPack) } : {}),
  };
}

async function readStoredVariant({ table, caller }: Context, variantId: string): Promise<Variant | undefined> {
  const item = isId("var", variantId) ? await table.get(variantKey(caller.merchantId, variantId)) : undefined;
  return item && readVariant(item);
}

function unknownVariant(): Failure {
  return failure("UNKNOWN_VARIANT", "There is no such variant.", ["input", "variantId"]);
}

/** Locks that a variant no longer needs go, those that it needs now are taken. */
async function movedLocks(context: Context, from: Variant, to: Variant): Promise<ChangeWrite[]> {
  const { merchantId } = context.caller;
  const skuTaken = failure("SKU_TAKEN", "Another variant has this SKU.", ["input", "sku"]);
  const moved: ChangeWrite[] = [];
  const left = (key: Key, refusal: Failure) => moved.push({ write: { op: "delete", key }, refusal });
  if (from.sku !== to.sku) {
    left(skuKey(merchantId, from.sku), skuTaken);
    moved.push({ write: variantLock(skuKey(merchantId, to.sku), to.id), refusal: skuTaken });
  }
  if (from.sku !== to.sku && cleanCode(from.sku) !== from.sku)
    moved.push({ write: { op: "delete", key: skuAliasKey(merchantId, cleanCode(from.sku)) } });
  const [held, needed] = [comparedCodes(from), comparedCodes(to)];
  const dropped = codesOf(from).flatMap(({ code }) => (needed.has(comparedBarcode(code)) ? [] : [code]));
  for (const write of await releasedBarcodes(context, dropped, to.id)) moved.push({ write });
  for (const { code, field } of codesOf(to)) {
    if (held.has(comparedBarcode(code))) continue;
    const refusal = failure("BARCODE_TAKEN", "Another variant has this barcode.", ["input", ...field]);
    moved.push({ write: variantLock(barcodeKey(merchantId, code), to.id), refusal });
  }
  return moved;
}

function comparedCodes(variant: Variant): ReadonlySet<string> {
  return new Set(codesOf(variant).map(({ code }) => comparedBarcode(code)));
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

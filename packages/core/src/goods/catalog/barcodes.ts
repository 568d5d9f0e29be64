import { comparedBarcode, gtinForms, gtinOf } from "../../base/gtin.ts";
import { type Failure, failure } from "../../base/result.ts";
import type { Context } from "../../people/access/index.ts";
import { batchGetAll, type Item, type Key, type Table, type Write } from "../../table/port/port.ts";
import type { Variant } from "./model.ts";
import { codesOf } from "./packs.ts";
import { barcodeKey, variantLock, writtenBarcodeKey } from "./records.ts";

/**
 * A barcode's uniqueness record has the key of its GTIN. Records that were made before GTINs were compared have the
 * keys of what was written. Where two variants had two forms of one GTIN, both stay: each keeps its record, and the one
 * of the GTIN is marked `doubled`, so that the form that was scanned decides.
 */
interface BarcodeRecords {
  readonly key: Key;
  /** By the GTIN, or by the code itself if it is none. */
  readonly one: Item | undefined;
  /** By what was written, where that is another key. */
  readonly written: readonly Item[];
}

/** The uniqueness records of each barcode in all of its forms, in the order of the barcodes. */
async function barcodeRecords(
  table: Table,
  merchantId: string,
  barcodes: readonly string[],
): Promise<BarcodeRecords[]> {
  const keysOf = (barcode: string) => {
    const gtin = gtinOf(barcode);
    const forms = [barcode, ...(gtin === undefined ? [] : gtinForms(gtin))];
    const others = [...new Set(forms)].filter((form) => form !== comparedBarcode(barcode));
    return [barcodeKey(merchantId, barcode), ...others.map((form) => writtenBarcodeKey(merchantId, form))] as const;
  };
  const keys = barcodes.map(keysOf);
  const items = await batchGetAll(table, keys.flat());
  let from = 0;
  return keys.map((own) => {
    const [one, ...written] = items.slice(from, from + own.length);
    from += own.length;
    return { key: own[0], one, written: written.flatMap((item) => item ?? []) };
  });
}

const NONE: ReadonlySet<string> = new Set();

type Scanned = Parameters<typeof codesOf>[0];

/**
 * Barcodes, of variants and their packs, that another variant has in another form: a new record alone would not find it.
 * @param held those that the variant has already, as they are compared
 */
export async function barcodesTaken(
  { table, caller }: Context,
  variants: readonly (Scanned & { readonly id: string })[],
  pathOf: (index: number) => readonly string[],
  held: ReadonlySet<string> = NONE,
): Promise<Failure[]> {
  const wanted = variants.flatMap((variant, index) =>
    codesOf(variant)
      .filter(({ code }) => !held.has(comparedBarcode(code)))
      .map(({ code, field }) => ({ id: variant.id, code, path: [...pathOf(index), ...field] })),
  );
  if (wanted.length === 0) return [];
  const records = await barcodeRecords(
    table,
    caller.merchantId,
    wanted.map(({ code }) => code),
  );
  return wanted.flatMap(({ id, path }, at) => {
    const isTaken = records[at]?.written.some(({ variantId }) => variantId !== id);
    return isTaken ? [failure("BARCODE_TAKEN", "Another variant has this barcode.", ["input", ...path])] : [];
  });
}

/** The writes by which a variant gives up barcodes: a double's record goes to who is left. */
export async function releasedBarcodes(
  { table, caller }: Context,
  barcodes: readonly string[],
  variantId: string,
): Promise<Write[]> {
  const records = await barcodeRecords(table, caller.merchantId, distinctBarcodes(barcodes));
  return records.flatMap(({ key, one, written }): Write[] => {
    const own = written.filter((item) => item.variantId === variantId);
    const others = [...new Set(written.map((item) => String(item.variantId)))].filter((id) => id !== variantId);
    const removed = own.map(({ pk, sk }): Write => ({ op: "delete", key: { pk, sk } }));
    if (!one) return removed;
    const seen = { is: "equal", to: { variantId: String(one.variantId) } } as const;
    const [next] = others;
    if (next === undefined)
      return one.variantId === variantId ? [...removed, { op: "delete", key, if: seen }] : removed;
    const doubled = others.length > 1 ? { doubled: true } : {};
    return [...removed, { op: "put", item: { ...key, variantId: next, ...doubled }, if: seen }];
  });
}

function distinctBarcodes(barcodes: readonly string[]): string[] {
  return [...new Map(barcodes.map((barcode) => [comparedBarcode(barcode), barcode])).values()];
}

/**
 * Gives a stored variant's barcode the record of its GTIN. Safe to repeat.
 * @returns the other variants that have the barcode in another form
 */
export async function renewBarcode(
  table: Table,
  merchantId: string,
  barcode: string,
  variant: Pick<Variant, "id">,
): Promise<string[]> {
  const [records] = await barcodeRecords(table, merchantId, [barcode]);
  const { key, one, written } = records ?? { key: barcodeKey(merchantId, barcode), one: undefined, written: [] };
  const all = [...(one ? [one] : []), ...written];
  const others = [...new Set(all.map((item) => String(item.variantId)))].filter((id) => id !== variant.id);
  if (others.length > 0) {
    // A variant whose barcode is written like the GTIN itself has no other record than this one.
    const item = { ...key, variantId: String(one?.variantId ?? variant.id), doubled: true };
    if (!one) await table.write({ op: "put", item, if: { is: "absent" } });
    else if (one.doubled !== true)
      await table.write({ op: "put", item, if: { is: "equal", to: { variantId: String(one.variantId) } } });
    return others;
  }
  const removed = written.map(({ pk, sk }): Write => ({ op: "delete", key: { pk, sk } }));
  if (!one) await table.transact([variantLock(key, variant.id), ...removed]);
  else if (removed.length > 0 && one.doubled !== true) await table.transact(removed);
  return [];
}

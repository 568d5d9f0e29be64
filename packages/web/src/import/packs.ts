import {
  type ImportedVariantFragment,
  ImportVariantChangeDocument,
  ImportVariantsDocument,
  type PackInput,
} from "@pos/web/graphql/generated/graphql.ts";
import { badRow, type Change, type ImportApi, type PlannedRow, type Reason, refusedBy, type Step } from "./plan.ts";
import { barcodesOf, type ImportRow } from "./rows.ts";

type Pack = ImportedVariantFragment["packs"][number];

interface PackRow {
  readonly index: number;
  readonly row: ImportRow;
}

/**
 * A row of a pack: the article has at most one of its size.
 * @param packs those that the article has; undefined: there is no such article, in the shop and in the file
 */
export function plannedPack(row: ImportRow, packs: readonly Pack[] | undefined): PlannedRow {
  const { values, problems } = row;
  const reasons: Reason[] = [...problems];
  const before = packs?.find(({ size }) => size === Number(values.packSize));
  const isRead = (field: "packName" | "price") =>
    values[field] !== undefined || problems.some((problem) => problem.field === field);
  if (values.sku !== undefined && packs === undefined) reasons.push({ field: "sku", code: "UNKNOWN_ARTICLE" });
  if (barcodesOf(values.barcode).length > 1) reasons.push({ field: "barcode", code: "SEVERAL_CODES" });
  // A new pack needs both; of one that exists, what is empty stays as it is.
  for (const field of ["packName", "price"] as const)
    if (before === undefined && !isRead(field)) reasons.push({ field, code: "MISSING" });
  if (reasons.length > 0) return badRow(row, reasons);
  if (before === undefined) return { row, status: "new", changes: [], reasons };
  const after = changedPack(before, row);
  const compared = [
    { field: "packName", from: before.name, to: after.name },
    { field: "price", from: before.unitPrice, to: after.unitPrice },
    { field: "barcode", from: before.barcode ?? "", to: after.barcode ?? "" },
  ] as const satisfies readonly Change[];
  const changes = compared.filter(({ from, to }) => from !== to);
  return { row, status: changes.length > 0 ? "changed" : "same", changes, reasons };
}

function changedPack(before: Pack | undefined, { values }: ImportRow): PackInput {
  const barcode = barcodesOf(values.barcode)[0] ?? before?.barcode ?? undefined;
  return {
    name: values.packName ?? before?.name ?? "",
    size: Number(values.packSize),
    unitPrice: values.price ?? before?.unitPrice ?? "",
    ...(barcode === undefined ? {} : { barcode }),
  };
}

/** One for each article. Packs that the file does not have stay. */
export function packSteps(rows: readonly PackRow[]): Step[] {
  const bySku = new Map<string, PackRow[]>();
  for (const row of rows) {
    const sku = row.row.values.sku ?? "";
    const own = bySku.get(sku);
    if (own) own.push(row);
    else bySku.set(sku, [row]);
  }
  return [...bySku].map(([sku, own]) => ({
    rows: own.map(({ index }) => index),
    run: (api) => changePacks(api, sku, own),
  }));
}

/** The packs of an article are changed together: a row that is refused is left out, and the others are tried again. */
async function changePacks(
  api: ImportApi,
  sku: string,
  rows: readonly PackRow[],
): Promise<ReadonlyMap<number, Reason>> {
  const refused = new Map<number, Reason>();
  const refuse = (of: readonly PackRow[], reason: Reason) => {
    for (const { index } of of) refused.set(index, reason);
  };
  let good = rows;
  let conflicts = 0;
  while (good.length > 0) {
    const [variant] = (await api.ask(ImportVariantsDocument, { by: [{ sku }] })).variants;
    if (!variant) {
      refuse(good, { field: "sku", code: "UNKNOWN_ARTICLE" });
      break;
    }
    const packs = packsAfter(variant.packs, good);
    const input = { variantId: variant.id, version: variant.version, packs: packs.map(({ pack }) => pack) };
    const { userErrors } = (await api.ask(ImportVariantChangeDocument, { input })).patchVariant;
    const [error] = userErrors;
    if (!error) break;
    if (error.code === "VERSION_CONFLICT" && conflicts++ === 0) continue;
    const named = userErrors.flatMap((each) => {
      const of = each.path[1] === "packs" ? packs[Number(each.path[2])]?.of : undefined;
      return of ? [{ of, each }] : [];
    });
    for (const { of, each } of named) refuse([of], refusedBy(each));
    if (named.length === 0) refuse(good, refusedBy(error));
    good = good.filter(({ index }) => !refused.has(index));
  }
  return refused;
}

function packsAfter(
  before: readonly Pack[],
  rows: readonly PackRow[],
): { readonly pack: PackInput; readonly of?: PackRow }[] {
  const bySize = new Map<number, { readonly pack: PackInput; readonly of?: PackRow }>();
  for (const { name, size, unitPrice, barcode } of before)
    bySize.set(size, { pack: { name, size, unitPrice, ...(barcode === null ? {} : { barcode }) } });
  for (const of of rows) {
    const known = before.find(({ size }) => size === Number(of.row.values.packSize));
    bySize.set(Number(of.row.values.packSize), { pack: changedPack(known, of.row), of });
  }
  return [...bySize.values()];
}

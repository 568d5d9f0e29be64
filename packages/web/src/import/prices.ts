import {
  type ImportedVariantFragment,
  ImportPriceListChangeDocument,
  ImportPriceListDocument,
  type ImportPriceListQuery,
} from "@pos/web/graphql/generated/graphql.ts";
import { badRow, type ImportApi, type ImportPlan, type PlannedRow, refusedBy, type Step } from "./plan.ts";
import { articlesOf } from "./products.ts";
import type { ImportRow } from "./rows.ts";

type Stored = NonNullable<ImportPriceListQuery["priceList"]>;
type Price = Pick<Stored["prices"][number], "variantId" | "minimumQuantity" | "unitPrice">;

/**
 * The prices of a list: those of the file take the place of those that it has, in one request. Of an article whose row is left out
 * the prices stay as they are.
 */
export async function planPrices(
  api: ImportApi,
  rows: readonly ImportRow[],
  priceListId: string,
  onLookedUp: (count: number) => void,
): Promise<ImportPlan> {
  const found = await articlesOf(api, rows, onLookedUp);
  const { priceList } = await api.ask(ImportPriceListDocument, { id: priceListId });
  const stored = new Map(priceList?.prices.map((price) => [keyOf(price), price]));
  const taken = new Map<string, { readonly price: Price; readonly number: number }>();
  const planned = rows.map((row, index) => plannedPrice(row, found[index], { stored, taken }));
  const leftOut = new Set(planned.flatMap(({ status }, index) => (status === "bad" ? found[index]?.id : undefined)));
  const others = [...stored.values()].filter((price) => !taken.has(keyOf(price)));
  const kept = others.filter(({ variantId }) => leftOut.has(variantId));
  const removed = others.filter(({ variantId }) => !leftOut.has(variantId)).map(removedPrice);
  const all = [...planned, ...removed];
  const changed = all.flatMap(({ status }, index) => (status === "same" || status === "bad" ? [] : [index]));
  const prices = [...[...taken.values()].map(({ price }) => price), ...kept].map(plainPrice);
  const input = { priceListId, version: priceList?.version ?? 0, prices };
  if (changed.length === 0) return { isWhole: true, rows: all, phases: [[]] };
  const before = [...stored.values()].map(plainPrice);
  return { isWhole: true, rows: all, ...replacing(changed, input, before) };
}

function plainPrice({ variantId, minimumQuantity, unitPrice }: Price): Price {
  return { variantId, minimumQuantity, unitPrice };
}

function keyOf({ variantId, minimumQuantity }: Pick<Price, "variantId" | "minimumQuantity">): string {
  return `${variantId} ${minimumQuantity}`;
}

function plannedPrice(
  row: ImportRow,
  article: ImportedVariantFragment | undefined,
  {
    stored,
    taken,
  }: {
    readonly stored: ReadonlyMap<string, Price>;
    /** The prices of the rows before. */
    readonly taken: Map<string, { readonly price: Price; readonly number: number }>;
  },
): PlannedRow {
  if (row.problems.length > 0) return badRow(row);
  if (!article) return badRow(row, [{ field: "sku", code: "UNKNOWN_ARTICLE" }]);
  const { price: unitPrice = "", minimumQuantity = "0" } = row.values;
  const price = { variantId: article.id, minimumQuantity, unitPrice };
  const key = keyOf(price);
  const before = taken.get(key);
  if (before) return badRow(row, [{ field: "sku", code: "DOUBLED", text: article.sku, row: before.number }]);
  taken.set(key, { price, number: row.number ?? 0 });
  const from = stored.get(key)?.unitPrice;
  if (from === undefined) return { row, status: "new", changes: [], reasons: [] };
  const isSame = from === unitPrice;
  const changes = isSame ? [] : [{ field: "price" as const, from, to: unitPrice }];
  return { row, status: isSame ? "same" : "changed", changes, reasons: [] };
}

function removedPrice({ variantId, variant, minimumQuantity, unitPrice }: Stored["prices"][number]): PlannedRow {
  const quantity = minimumQuantity === "0" ? {} : { minimumQuantity };
  const values = { sku: variant?.sku ?? variantId, ...quantity, price: unitPrice };
  return { row: { values, problems: [] }, status: "removed", changes: [], reasons: [] };
}

/** The step that replaces the prices, and the undo that brings back those before: by the version that the step made. */
function replacing(
  rows: readonly number[],
  input: { readonly priceListId: string; readonly version: number; readonly prices: Price[] },
  before: Price[],
): Pick<ImportPlan, "phases"> & Required<Pick<ImportPlan, "undo">> {
  const imported = { version: input.version };
  const replace = async (api: ImportApi, version: number, prices: Price[]) => {
    const { updatePriceList } = await api.ask(ImportPriceListChangeDocument, { input: { ...input, version, prices } });
    if (updatePriceList.priceList) imported.version = updatePriceList.priceList.version;
    const [error] = updatePriceList.userErrors;
    return error && refusedBy(error);
  };
  const step: Step = {
    rows,
    async run(api) {
      const reason = await replace(api, input.version, input.prices);
      return new Map(reason ? rows.map((row) => [row, reason]) : []);
    },
  };
  return { phases: [[step]], undo: (api) => replace(api, imported.version, before) };
}

import { parseQuantity } from "@pos/core/base/quantity.ts";
import { newId } from "@pos/web/clock.ts";
import { ImportStockTakeDocument } from "@pos/web/graphql/generated/graphql.ts";
import { levelsOf, recordOpening, recordRows } from "./opening-stock.ts";
import { badRow, type ImportApi, type ImportPlan, inTurn, type PlannedRow, portions, type Step } from "./plan.ts";
import { articlesOf } from "./products.ts";
import type { ImportRow } from "./rows.ts";

/** What the quantities of a file are: goods that were there when the books were opened, or what a count found. */
export type StockMode = "opening" | "count";

const ROWS_OF_A_POSTING = 500;
const LOOKED_UP_AT_ONCE = 100;

export async function planStock(
  api: ImportApi,
  rows: readonly ImportRow[],
  mode: StockMode,
  onLookedUp: (count: number) => void,
): Promise<ImportPlan> {
  const found = await articlesOf(api, rows, onLookedUp);
  const skus = [...new Set(found.flatMap((variant) => (variant?.stocked ? [variant.sku] : [])))];
  const levels = new Map<string, string>();
  await inTurn(portions(skus, LOOKED_UP_AT_ONCE), 2, async (portion) => {
    for (const [sku, onHand] of await levelsOf(api, portion)) levels.set(sku, onHand);
  });
  const planned = rows.map((row, index) => plannedStock(row, found[index], levels, mode));
  const open = planned.flatMap(({ row, status }, index) =>
    // By the SKU as it is stored: the file may name the article by its barcode.
    status === "new" || status === "changed"
      ? [{ index, row: { ...row, values: { ...row.values, sku: found[index]?.sku ?? "" } } }]
      : [],
  );
  return { rows: planned, phases: [portions(open, ROWS_OF_A_POSTING).map((portion) => stockStep(portion, mode))] };
}

function plannedStock(
  row: ImportRow,
  found: { readonly sku: string; readonly stocked: boolean } | undefined,
  levels: ReadonlyMap<string, string>,
  mode: StockMode,
): PlannedRow {
  if (row.problems.length > 0) return badRow(row);
  if (!found) return badRow(row, [{ field: "sku", code: "UNKNOWN_ARTICLE" }]);
  if (!found.stocked) return badRow(row, [{ field: "sku", code: "NOT_TRACKED" }]);
  const level = levels.get(found.sku);
  const to = row.values.quantity ?? "0";
  const change = { field: "quantity" as const, from: level ?? "0", to };
  const isZero = parseQuantity(to) === 0;
  if (mode === "count") {
    const isSame = parseQuantity(change.from) === parseQuantity(to);
    return { row, status: isSame ? "same" : "changed", changes: isSame ? [] : [change], reasons: [] };
  }
  if (level !== undefined) return badRow(row, [{ field: "quantity", code: "HAS_STOCK" }]);
  return { row, status: isZero ? "same" : "new", changes: isZero ? [] : [change], reasons: [] };
}

function stockStep(rows: readonly { readonly index: number; readonly row: ImportRow }[], mode: StockMode): Step {
  const occurred: { at?: string; ids: Map<number, string> } = { ids: new Map() };
  return {
    rows: rows.map(({ index }) => index),
    run(api) {
      if (mode === "opening") return recordOpening(api, rows);
      occurred.at ??= api.now();
      const occurredAt = occurred.at;
      return recordRows(rows, async (good) => {
        // A repeated request has the id of the first, so that a lost answer counts nothing twice.
        const id = occurred.ids.get(good.length) ?? newId("adj");
        occurred.ids.set(good.length, id);
        const lines = good.map(({ row: { values } }) => ({
          variant: { sku: values.sku ?? "" },
          counted: values.quantity ?? "",
        }));
        const input = { id, locationId: api.locationId, occurredAt, lines };
        return (await api.ask(ImportStockTakeDocument, { input })).recordStockTake.userErrors;
      });
    },
  };
}

import { ImportLevelsDocument, ImportOpeningStockDocument } from "@pos/web/graphql/generated/graphql.ts";
import { derivedId } from "./derived-id.ts";
import { type ImportApi, portions, type Reason, type Refused, refusedBy, type Step } from "./plan.ts";
import { type ImportRow, skuOf } from "./rows.ts";

interface IndexedRow {
  readonly index: number;
  readonly row: ImportRow;
}

const ROWS_OF_A_POSTING = 100;

/**
 * Opening stock of articles that have none: a level that has moved is left alone, so that nothing comes in twice when a file is
 * imported again.
 */
export function openingStockSteps(rows: readonly IndexedRow[]): Step[] {
  const some = rows.filter(({ row }) => Number(row.values.quantity) > 0);
  return portions(some, ROWS_OF_A_POSTING).map((portion) => ({
    rows: [],
    async run(api) {
      const moved = await levelsOf(
        api,
        portion.map(({ row }) => skuOf(row.values) ?? ""),
      );
      return recordOpening(
        api,
        portion.filter(({ row }) => !moved.has(skuOf(row.values) ?? "")),
      );
    },
  }));
}

/** The levels of at most 100 SKUs; absent: none has ever been there. */
export async function levelsOf(api: ImportApi, skus: readonly string[]): Promise<Map<string, string>> {
  if (skus.length === 0) return new Map();
  const { stockLevels } = await api.ask(ImportLevelsDocument, { locationId: api.locationId, skus: [...skus] });
  return new Map((stockLevels?.nodes ?? []).map(({ sku, onHand }) => [sku, onHand]));
}

/** Records the rows in one posting; those that are refused are left out, and the others are recorded. */
export async function recordOpening(api: ImportApi, rows: readonly IndexedRow[]): Promise<ReadonlyMap<number, Reason>> {
  return recordRows(rows, async (good) => {
    const lines = good.map(({ row: { values } }) => ({
      variant: { sku: skuOf(values) ?? "" },
      quantity: values.quantity ?? "",
      ...(values.cost === undefined ? {} : { unitCost: values.cost }),
    }));
    const id = derivedId("ops", api.locationId, JSON.stringify(lines));
    const input = { id, locationId: api.locationId, occurredAt: api.now(), lines };
    const { userErrors } = (await api.ask(ImportOpeningStockDocument, { input })).recordOpeningStock;
    // The same goods were recorded before, at another time: the file is imported again.
    return userErrors.filter(({ code }) => code !== "ID_CONFLICT");
  });
}

/** Sends rows as the lines of one request, without those that it refuses, until it is accepted or none is left. */
export async function recordRows(
  rows: readonly IndexedRow[],
  send: (rows: readonly IndexedRow[]) => Promise<readonly Refused[]>,
): Promise<ReadonlyMap<number, Reason>> {
  const refused = new Map<number, Reason>();
  let good = rows;
  while (good.length > 0) {
    const errors = await send(good);
    const [first] = errors;
    if (!first) break;
    const named = errors.flatMap((error) => {
      const row = error.path[1] === "lines" ? good[Number(error.path[2])] : undefined;
      return row ? [{ row, error }] : [];
    });
    const spoilt = named.length > 0 ? named : good.map((row) => ({ row, error: first }));
    for (const { row, error } of spoilt) refused.set(row.index, refusedBy(error));
    good = good.filter((row) => !refused.has(row.index));
  }
  return refused;
}

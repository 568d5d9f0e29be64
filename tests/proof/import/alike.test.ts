import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { createMemoryTable } from "@pos/core/table/memory/table.ts";
import type { Item } from "@pos/core/table/port/port.ts";
import { afterAll, describe, expect, test } from "vitest";
import { createManualClock } from "../../support/clock.ts";
import { openShopTable } from "../../support/folders.ts";
import { SHOP_STREAM } from "../../support/shop.ts";
import {
  FULL,
  firstDays,
  type Imported,
  importInto,
  ledgerItems,
  scratch,
  verifyImported,
  withoutPlaces,
} from "./support.ts";

/** Some days of real data end in the same books, whichever table holds it and however it was booked. */
const { folder, remove } = scratch("alike");
afterAll(remove);

const SEED = 7;
const DAYS = FULL ? 31 : 4;
let folders = 0;

/** Each into a folder of its own, so that each makes its own merchant: the same, because the clock is. */
async function importDays(table: "embedded" | "memory", oneByOne: boolean) {
  const own = join(folder, String(++folders));
  const engine =
    table === "embedded" ? await openShopTable(join(own, "table")) : createMemoryTable({ streamFilter: SHOP_STREAM });
  mkdirSync(own, { recursive: true });
  const run = { files: [firstDays("2010-12", DAYS, folder)], folder: own, oneByOne, clock: createManualClock(SEED) };
  const imported = await importInto(engine, run);
  const { differences } = await verifyImported(imported);
  const items = await ledgerItems(imported);
  await engine.close();
  console.log(`${table}${oneByOne ? ", one by one" : ""}: ${imported.seconds.toFixed(1)} s`);
  return { imported, differences, items };
}

describe("import: alike", () => {
  let embedded: { imported: Imported; items: readonly Item[] };

  test("one by one into the embedded table and into memory: the same balances, item for item", async () => {
    const first = await importDays("embedded", true);
    embedded = first;
    const second = await importDays("memory", true);
    expect(first.imported.summary).toMatchObject({ known: 0, problems: [] });
    expect(first.imported.summary.new).toBeGreaterThan(400);
    expect(second.imported.summary).toEqual(first.imported.summary);
    expect(first.differences).toEqual([]);
    expect(second.differences).toEqual([]);
    expect(first.items.length).toBeGreaterThan(1000);
    expect(second.items).toEqual(first.items);
  });

  test("many at once: the same but for the places of entries", async () => {
    const { imported, differences, items } = await importDays("embedded", false);
    expect(imported.summary).toEqual(embedded.imported.summary);
    expect(differences).toEqual([]);
    expect(withoutPlaces(items)).toEqual(withoutPlaces(embedded.items));
  });
});

import { join } from "node:path";
import { DAY } from "@pos/core/selling/day/index.ts";
import { bringToFormat, FORMAT } from "@pos/host/single/format.ts";
import { expect, test } from "vitest";
import { drain } from "../../support/drain.ts";
import { freshFolder, openShopTable } from "../../support/folders.ts";
import { ledgerItems, verifyShop } from "../../support/ledgers.ts";
import { makeSale, sellLive } from "../../support/sales.ts";
import { createShop } from "../../support/shop.ts";

test("upgrade: a folder from before hours were counted sells on, and its days get their hours", async () => {
  const path = await freshFolder();
  const engine = await openShopTable(join(path, "table"));
  const shop = await createShop({ engine, variants: 1 });
  for (let count = 0; count < 3; count++) await sellLive(shop.operator(0), makeSale(shop));
  await drain(shop);
  const days = (await ledgerItems(shop)).filter(({ sk }) => sk.startsWith(DAY.name));
  for (const item of days) {
    const { hours: _, ...before } = JSON.parse(String(item.body));
    await engine.table.write({ op: "put", item: { ...item, body: JSON.stringify(before) } });
  }
  await sellLive(shop.operator(0), makeSale(shop));
  await drain(shop);
  await engine.putMeta("format", "2");
  await bringToFormat({ path, engine }, () => {});
  expect(engine.getMeta("format")).toBe(String(FORMAT));
  expect((await verifyShop(shop)).differences).toEqual([]);
  const [day] = (await ledgerItems(shop)).filter(({ sk }) => sk.startsWith(DAY.name));
  expect(JSON.parse(String(day?.body)).hours).toEqual({ 10: [4, 796] });
  await engine.close();
});

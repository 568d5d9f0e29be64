import { listSales } from "@pos/core/selling/sale/index.ts";
import { expect, test } from "vitest";
import { makeSale, sellHappened } from "../../../support/sales.ts";
import { createShop } from "../../../support/shop.ts";

test("listSales: finds a receipt number among the newest facts when nothing is booked yet", async () => {
  const shop = await createShop();
  const sales = [makeSale(shop), makeSale(shop)] as const;
  await sellHappened(shop.terminal(0), sales);
  const found = async (receiptNumber: string) =>
    (await listSales(shop.owner, { filter: { receiptNumber }, limit: 10 }))?.sales.map(({ sale }) => sale.id);
  expect(await found("T1-1")).toEqual([sales[0].id]);
  expect(await found("T1-2")).toEqual([sales[1].id]);
  expect(await found("T1-3")).toEqual([]);
});

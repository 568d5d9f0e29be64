import { expect, test } from "vitest";
import { complete, line, saleInput } from "../contract/counter.ts";
import { openAcknowledged, SALE_RECORDED, STOCK_CHANGED, subscribeRaw } from "./raw.ts";
import { openLive } from "./support.ts";

test("a sale and what it moved reach their subscribers within a second of being recorded", async () => {
  const counter = await openLive();
  const { shop, api, owner } = counter;
  await shop.stock("10");
  await api.reader.caughtUp();
  const raw = await openAcknowledged(api.url, owner);
  await subscribeRaw(raw, "sales", SALE_RECORDED, { location: shop.locationId });
  await subscribeRaw(raw, "levels", STOCK_CHANGED, { location: shop.locationId });
  const input = saleInput(counter, {
    lines: [line({ quantity: "2" })],
    payments: [{ id: shop.clock.newId("pay"), method: "CARD", amount: 398 }],
  });
  const { sale } = await complete(counter, input);
  const before = performance.now();
  const frames = [await raw.next(), await raw.next()].sort((a, b) => (a.id < b.id ? 1 : -1));
  expect(performance.now() - before).toBeLessThan(1_000);
  const cursor = expect.stringMatching(/^0001-\d{12}$/);
  expect(frames).toEqual([
    {
      id: "sales",
      type: "next",
      payload: {
        data: {
          saleRecorded: {
            cursor,
            previous: null,
            saleId: input.id,
            sale: { id: input.id, total: { amount: sale.total.amount } },
          },
        },
      },
    },
    {
      id: "levels",
      type: "next",
      payload: { data: { stockChanged: { cursor, previous: cursor, levels: [{ sku: "SKU-0001", onHand: "8" }] } } },
    },
  ]);
});

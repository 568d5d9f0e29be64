import { afterAll, beforeAll, expect, test } from "vitest";
import type { Data } from "../../support/api.ts";
import {
  type Counter,
  closeCounter,
  complete,
  line,
  listedExceptions,
  openCounter,
  payment,
  resolve,
  saleInput,
} from "./counter.ts";

/** schema.graphql: STOCK_NEGATIVE. It never holds up a sale; it is raised when a level crosses below zero and closed when it returns. */
let counter: Counter;
beforeAll(async () => {
  counter = await openCounter();
});
afterAll(() => closeCounter(counter));

async function sell(quantity: number): Promise<void> {
  const lines = [line({ quantity: String(quantity) })];
  const { userErrors } = await complete(
    counter,
    saleInput(counter, { lines, payments: [payment(counter, 199 * quantity)] }),
  );
  expect(userErrors).toEqual([]);
}

function alarms(open = true): Promise<Data[]> {
  return listedExceptions(counter, `${counter.shop.locationId}.${counter.shop.variants[0]?.id}`, open);
}

test("a live sale of what is not there is recorded; the level is negative and flagged once, and closed when goods come", async () => {
  await sell(2);
  await sell(1);
  expect(await alarms()).toMatchObject([{ code: "STOCK_NEGATIVE", status: "OPEN" }]);
  const query = `query ($id: ID!) { stockLevels(locationId: $id, skus: ["SKU-0001"]) { nodes { onHand } } }`;
  const { data } = await counter.api.call(query, { variables: { id: counter.shop.locationId }, token: counter.owner });
  expect(data.stockLevels.nodes).toEqual([{ onHand: "-3" }]);
  await counter.shop.stock("5");
  expect(await alarms()).toEqual([]);
  expect(await alarms(false)).toMatchObject([{ code: "STOCK_NEGATIVE", status: "CLOSED" }]);
});

test("a level that a manager has dealt with is flagged again when it falls below zero the next time", async () => {
  await sell(4);
  const [negative] = await alarms();
  expect(await resolve(counter, negative, "Counted")).toMatchObject({ userErrors: [] });
  await counter.shop.stock("10");
  expect(await alarms()).toEqual([]);
  await sell(50);
  expect(await alarms()).toMatchObject([{ code: "STOCK_NEGATIVE", status: "OPEN" }]);
});

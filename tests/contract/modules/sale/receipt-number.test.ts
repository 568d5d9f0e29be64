import { present } from "@pos/core/base/result.ts";
import { createLocation } from "@pos/core/people/location/index.ts";
import { createTerminal } from "@pos/core/people/terminal/index.ts";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { activate } from "../../../support/api.ts";
import { type Counter, closeCounter, openCounter, saleInput, sync } from "../../api/counter.ts";

let counter: Counter;
beforeAll(async () => {
  counter = await openCounter({ terminals: 3 });
});
afterAll(() => closeCounter(counter));

const LIST = `query ($filter: SaleFilter!) { sales(filter: $filter) { nodes { id receiptNumber } pageInfo { hasNextPage } } }`;

async function found(filter: object, token = counter.owner): Promise<string[] | undefined> {
  const { data, errors } = await counter.api.call(LIST, { variables: { filter }, token });
  expect(errors).toBeUndefined();
  return data.sales?.nodes.map(({ id }: { readonly id: string }) => id);
}

/** Sells with these numbers, by the terminal's own token. */
async function sell(terminal: number, numbers: readonly number[]): Promise<string[]> {
  const token = present(counter.terminals[terminal], "a terminal's token");
  const sales = numbers.map((sequence) => saleInput(counter, { sequence }));
  for (let from = 0; from < sales.length; from += 100) await sync(counter, sales.slice(from, from + 100), token);
  return sales.map(({ id }) => id);
}

describe("sales by receipt number", () => {
  test("sales: returns the sale of the number when it was sold long ago or just now, booked or not", async () => {
    const ids = await sell(
      0,
      Array.from({ length: 70 }, (_, index) => index + 1),
    );
    await counter.api.reader.caughtUp();
    for (const sequence of [1, 2, 15, 16, 17, 48, 64, 69, 70])
      expect(await found({ receiptNumber: `T1-${sequence}` })).toEqual([ids[sequence - 1]]);
    // Nothing waits for the booking of this one.
    const [newest] = await sell(0, [71]);
    expect(await found({ receiptNumber: "T1-71" })).toEqual([newest]);
    expect(await found({ receiptNumber: "T1-72" })).toEqual([]);
  });

  test("sales: returns the same sale when the number is typed in other letters or widths", async () => {
    const [id] = await sell(1, [1]);
    await counter.api.reader.caughtUp();
    for (const receiptNumber of ["T2-1", "t2-1", " T2-1 ", "T2-01", "Ｔ２－１"])
      expect(await found({ receiptNumber })).toEqual([id]);
  });

  test("sales: returns nothing when the text is no receipt number", async () => {
    const texts = ["", "-", "T1", "T1-", "-1", "T1-0", "T1-x", "T1-1.5", "T1-99999999999", "T9-1", "*", "T1-1-1"];
    for (const receiptNumber of texts) expect(await found({ receiptNumber })).toEqual([]);
  });

  test("sales: returns all sales of the number when a device counted it twice", async () => {
    const [first] = await sell(1, [2]);
    const [second] = await sell(1, [2]);
    await counter.api.reader.caughtUp();
    expect((await found({ receiptNumber: "T2-2" }))?.sort()).toEqual([first, second].sort());
  });

  test("sales: narrows by the other conditions when there are more", async () => {
    const [id] = await sell(1, [3]);
    await counter.api.reader.caughtUp();
    const { locationId } = counter.shop;
    const day = counter.shop.clock.now().slice(0, 10);
    expect(await found({ receiptNumber: "T2-3", locationId, from: day, to: day })).toEqual([id]);
    expect(await found({ receiptNumber: "T2-3", to: "2001-01-01" })).toEqual([]);
    expect(await found({ receiptNumber: "T2-3", customerId: counter.shop.clock.newId("cus") })).toEqual([]);
    expect(await found({ receiptNumber: "T2-3", locationId: counter.shop.clock.newId("loc") })).toBeUndefined();
  });

  test("sales: a terminal and its operators find the numbers of other terminals of the location", async () => {
    const [id] = await sell(2, [1]);
    await counter.api.reader.caughtUp();
    for (const token of [counter.terminal, counter.cashier, counter.manager])
      expect(await found({ receiptNumber: "T3-1" }, token)).toEqual([id]);
  });

  test("sales: a terminal does not find the numbers of another location", async () => {
    const { shop } = counter;
    const locationId = shop.clock.newId("loc");
    const location = { id: locationId, code: "NORTH", name: "North", timeZone: "Europe/London" };
    expect((await createLocation(shop.owner, location)).ok).toBe(true);
    const terminalId = shop.clock.newId("trm");
    const terminal = { id: terminalId, code: "N1", name: "North 1", locationId };
    expect((await createTerminal(shop.owner, terminal)).ok).toBe(true);
    const token = await activate(counter.api, counter.owner, terminalId);
    const sale = saleInput(counter, { sequence: 1 });
    await sync(counter, [sale], token);
    await counter.api.reader.caughtUp();
    expect(await found({ receiptNumber: "N1-1" }, token)).toEqual([sale.id]);
    expect(await found({ receiptNumber: "N1-1" })).toEqual([sale.id]);
    expect(await found({ receiptNumber: "N1-1" }, counter.terminal)).toEqual([]);
    expect(await found({ receiptNumber: "T1-1" }, token)).toEqual([]);
  });
});

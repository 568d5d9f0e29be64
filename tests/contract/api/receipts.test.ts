import { present } from "@pos/core/base/result.ts";
import { reconcile } from "@pos/functions/jobs/reconcile.ts";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import {
  type Counter,
  closeCounter,
  complete,
  exceptionsOf,
  listedExceptions,
  openCounter,
  resolve,
  saleInput,
  sync,
} from "./counter.ts";

/** contract.md, the case table: "receipt number missing, doubled, out of order". Each test has a terminal of its own. */
let counter: Counter;
beforeAll(async () => {
  counter = await openCounter({ terminals: 8 });
});
afterAll(() => closeCounter(counter));

function at(terminal: number) {
  const token = present(counter.terminals[terminal], "a terminal's token");
  const { id } = present(counter.shop.terminals[terminal], "a terminal");
  return {
    id,
    /** Sells with these numbers, one after the other, and waits until they are booked. */
    async sell(...numbers: readonly number[]): Promise<string[]> {
      const ids: string[] = [];
      for (const sequence of numbers) {
        const [result] = await sync(counter, [saleInput(counter, { sequence })], token);
        expect(result).toMatchObject({ status: "RECORDED", sale: { sequence } });
        ids.push(result.id);
        await counter.api.reader.caughtUp();
      }
      return ids;
    },
    async alarms(open = true) {
      expect((await reconcile(counter.shop.booking)).booked).toBe(0);
      return listedExceptions(counter, id, open);
    },
  };
}

const MINUTES = 60_000;

describe("a number used twice", () => {
  test("stands on every sale that shares it, live and synced", async () => {
    const { sell } = at(0);
    const [first = "", , other = ""] = await sell(1, 2, 3);
    const [second = ""] = await sell(1);
    const live = saleInput(counter, { sequence: 1 });
    expect(await complete(counter, live)).toMatchObject({
      userErrors: [],
      sale: { sequence: 1, receiptNumber: "T1-1" },
    });
    for (const id of [first, second, live.id]) expect(await exceptionsOf(counter, id)).toEqual(["SEQUENCE_REUSED"]);
    expect(await exceptionsOf(counter, other)).toEqual([]);
  });

  test("is found however long ago it was used", async () => {
    const { sell } = at(1);
    const ids = await sell(...Array.from({ length: 40 }, (_, index) => index + 1));
    const [again = ""] = await sell(2);
    for (const id of [present(ids[1], "the second sale"), again]) {
      expect(await exceptionsOf(counter, id)).toEqual(["SEQUENCE_REUSED"]);
    }
  });

  test("at two terminals is no number used twice", async () => {
    const [id = ""] = await at(2).sell(1);
    expect(await exceptionsOf(counter, id)).toEqual([]);
  });
});

describe("a missing number", () => {
  test("is raised on the terminal ten minutes after it was seen, and closed when the numbers arrive", async () => {
    const { sell, alarms } = at(3);
    await sell(1, 4, 5);
    expect(await alarms()).toEqual([]);
    counter.shop.clock.advance(10 * MINUTES - 1);
    expect(await alarms()).toEqual([]);
    counter.shop.clock.advance(1);
    expect(await alarms()).toMatchObject([
      { code: "SEQUENCE_GAP", status: "OPEN", message: expect.stringContaining("2-3") },
    ]);
    await sell(3);
    expect(await alarms()).toHaveLength(1);
    await sell(2);
    expect(await alarms()).toEqual([]);
    expect(await alarms(false)).toMatchObject([{ code: "SEQUENCE_GAP", status: "CLOSED" }]);
    // What is missing later is raised anew.
    await sell(7);
    counter.shop.clock.advance(10 * MINUTES);
    expect(await alarms()).toMatchObject([{ status: "OPEN", message: expect.stringContaining("6") }]);
  });

  test("before the first sale is missing too", async () => {
    const { sell, alarms } = at(4);
    await sell(3);
    counter.shop.clock.advance(10 * MINUTES);
    expect(await alarms()).toMatchObject([{ code: "SEQUENCE_GAP", message: expect.stringContaining("1-2") }]);
  });

  test("that arrives within ten minutes, in any order, is never raised", async () => {
    const { sell, alarms } = at(5);
    const ids = await sell(5, 3, 4, 1);
    counter.shop.clock.advance(9 * MINUTES);
    expect(await alarms()).toEqual([]);
    ids.push(...(await sell(2)));
    counter.shop.clock.advance(30 * MINUTES);
    expect([await alarms(), await alarms(false)]).toEqual([[], []]);
    for (const id of ids) expect(await exceptionsOf(counter, id)).toEqual([]);
  });

  test("that a manager has dealt with is not raised again, but the next one is", async () => {
    const { sell, alarms } = at(6);
    await sell(1, 3);
    counter.shop.clock.advance(10 * MINUTES);
    const [gap] = await alarms();
    expect(await resolve(counter, gap, "Paper was torn")).toMatchObject({ userErrors: [] });
    counter.shop.clock.advance(60 * MINUTES);
    expect(await alarms()).toEqual([]);
    await sell(4, 6);
    expect(await alarms()).toEqual([]);
    counter.shop.clock.advance(10 * MINUTES);
    expect(await alarms()).toMatchObject([
      { code: "SEQUENCE_GAP", status: "OPEN", message: "Receipt numbers are missing: 5." },
    ]);
  });

  test("among billions is one range", async () => {
    const { sell, alarms } = at(7);
    await sell(1, 2 ** 31 - 1);
    counter.shop.clock.advance(10 * MINUTES);
    expect(await alarms()).toMatchObject([{ message: expect.stringContaining("2-2147483646") }]);
  });
});

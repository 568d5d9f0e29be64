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
  counter = await openCounter({ terminals: 9 });
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

  test("among thousands is one range", async () => {
    const { sell, alarms } = at(7);
    await sell(1, 10_001);
    counter.shop.clock.advance(10 * MINUTES);
    expect(await alarms()).toMatchObject([{ message: expect.stringContaining("2-10000") }]);
  });
});

describe("A14: a number that is far ahead", () => {
  const lastOf = async (terminal: number) => {
    const { data } = await counter.api.call("{ terminalSettings { lastSequence } }", {
      token: present(counter.terminals[terminal], "a terminal's token"),
    });
    return data.terminalSettings.lastSequence;
  };

  test("syncSales: SEQUENCE_JUMP when it is more than 10,000 ahead, and the terminal counts on from before", async () => {
    const { sell, alarms } = at(8);
    await sell(1, 2);
    const [within = ""] = await sell(10_002);
    expect(await exceptionsOf(counter, within)).toEqual([]);
    expect(await lastOf(8)).toBe(10_002);
    const jumps = await sell(30_003, 1_000_000_000);
    for (const id of jumps) expect(await exceptionsOf(counter, id)).toEqual(["SEQUENCE_JUMP"]);
    expect(await lastOf(8)).toBe(10_002);
    await sell(10_003);
    expect(await lastOf(8)).toBe(10_003);
    const [again = ""] = await sell(30_003);
    for (const id of [present(jumps[0], "the first"), again])
      expect(await exceptionsOf(counter, id)).toEqual(["SEQUENCE_JUMP", "SEQUENCE_REUSED"]);
    counter.shop.clock.advance(10 * MINUTES);
    expect(await alarms()).toMatchObject([{ code: "SEQUENCE_GAP", message: "Receipt numbers are missing: 3-10001." }]);
  });

  test("completeSale, syncSales: INVALID_SEQUENCE when it is above 1,000,000,000", async () => {
    const input = saleInput(counter, { sequence: 1_000_000_001 });
    const refusal = { code: "INVALID_SEQUENCE", path: ["input", "sequence"] };
    expect(await complete(counter, input)).toMatchObject({ sale: null, userErrors: [refusal] });
    const [result] = await sync(counter, [input]);
    expect(result).toMatchObject({ status: "REJECTED", userErrors: [{ code: "INVALID_SEQUENCE" }] });
  });
});

import { present } from "@pos/core/base/result.ts";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { ALL_MILLISECONDS, type Case, countsByClass, judge, spoilt } from "./judge.ts";
import { OPERATIONS, positionsOf } from "./positions.ts";
import { closeStand, openStand, type Stand } from "./stand.ts";
import { BROKEN, CREDENTIALS, refusalAt, TEXTS } from "./texts.ts";

/** Texts that are too long or hold what no text may, at every place of the contract for one. */
let stand: Stand;
beforeAll(async () => {
  stand = await openStand();
});
afterAll(async () => {
  console.log(countsByClass());
  await closeStand(stand);
});

const PLACES = positionsOf("String");

test("every place of the schema for a text stands in the table", () => {
  expect(new Set([...Object.keys(TEXTS), ...CREDENTIALS])).toEqual(new Set(PLACES.keys()));
});

describe.each([...OPERATIONS.keys()].filter((name) => rowsOf(name).length > 0))("%s", (name) => {
  test(
    "refuses texts over the limit",
    async () => {
      const cases: Case[] = [];
      for (const [place, row] of rowsOf(name)) {
        const position = present(PLACES.get(place), place);
        const { max, shape = (text: string) => text } = row;
        const expected = refusalAt(row, position.path);
        for (const [kind, text] of [
          ["one more than fits", "x".repeat(max + 1)],
          ["one 4-byte character more than fits", "𝄞".repeat(max + 1)],
          ["far more than fits", "x".repeat(100_000)],
        ] as const)
          cases.push(await spoilt(stand, position, { name: kind, value: shape(text), expected }));
      }
      await judge(stand, "over-long texts", cases);
    },
    ALL_MILLISECONDS,
  );

  test(
    "refuses control characters and broken Unicode",
    async () => {
      const cases: Case[] = [];
      for (const [place, row] of rowsOf(name)) {
        const position = present(PLACES.get(place), place);
        const { shape = (text: string) => text, hasLines } = row;
        const expected = refusalAt(row, position.path);
        for (const [kind, text] of BROKEN.filter((broken) => !hasLines || !/[\n\r]/.test(broken[1])))
          cases.push(await spoilt(stand, position, { name: `with ${kind}`, value: shape(text), expected }));
      }
      await judge(stand, "broken texts", cases);
    },
    ALL_MILLISECONDS,
  );
});

function rowsOf(operation: string) {
  return Object.entries(TEXTS).filter(([place]) => place.startsWith(`${operation}.`));
}

import { present } from "@pos/core/base/result.ts";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { IdRow } from "../../module-contract.ts";
import { goodRequests } from "./good.ts";
import { BROKEN_IDS, IDS, MALFORMED_IDS } from "./ids.ts";
import { ALL_MILLISECONDS, type Case, countsByClass, judge, type Spoiling, spoilt } from "./judge.ts";
import { OPERATIONS, type Position, positionsOf } from "./positions.ts";
import { closeStand, openStand, type Stand } from "./stand.ts";

/** Ids of nothing, of other kinds, and of what belongs to somebody else, at every place of the contract for one. */
let stand: Stand;
beforeAll(async () => {
  stand = await openStand();
});
afterAll(async () => {
  console.log(countsByClass());
  await closeStand(stand);
});

const PLACES = positionsOf("ID");

test("every place of the schema for an id stands in the table", () => {
  expect(new Set(Object.keys(IDS))).toEqual(new Set(PLACES.keys()));
});

describe.each([...OPERATIONS.keys()].filter((name) => rowsOf(name).length > 0))("%s", (name) => {
  test(
    "takes no malformed id for one",
    async () => {
      const cases: Case[] = [];
      for (const [position, row] of rowsOf(name)) {
        const id = stand.counter.shop.clock.newId(row.kind);
        for (const [kind, spoil] of MALFORMED_IDS)
          cases.push(
            await caseOf(position, row, { name: kind, value: spoil(id), expected: row.malformed ?? row.unknown ?? "" }),
          );
        for (const [kind, spoil] of BROKEN_IDS) {
          const { isRecorded: _, ...refused } = row;
          const expected = row.broken ?? row.malformed ?? row.unknown ?? "";
          cases.push(await caseOf(position, row.broken ? refused : row, { name: kind, value: spoil(id), expected }));
        }
      }
      await judge(stand, "malformed ids", cases);
    },
    ALL_MILLISECONDS,
  );

  test(
    "finds nothing by an id that is nobody's or somebody else's",
    async () => {
      const cases: Case[] = [];
      for (const [position, row] of rowsOf(name)) {
        const expected = row.unknown;
        if (expected === undefined) continue;
        const unknown = { name: "of nothing", value: stand.counter.shop.clock.newId(row.kind), expected };
        cases.push(await caseOf(position, row, unknown));
        if (row.foreign) {
          const value = stand.foreign[row.foreign];
          cases.push(await caseOf(position, row, { name: "of another merchant", value, expected }));
        }
        if (row.located) {
          const token = stand.branch.manager;
          cases.push(
            await caseOf(position, row, {
              name: "of another location",
              value: stand.own[row.located],
              expected,
              token,
            }),
          );
        }
      }
      if (cases.length > 0) await judge(stand, "foreign and unknown ids", cases);
    },
    ALL_MILLISECONDS,
  );
});

function rowsOf(name: string): [Position, IdRow][] {
  return Object.entries(IDS)
    .filter(([place]) => place.startsWith(`${name}.`))
    .map(([place, row]) => [present(PLACES.get(place), place), row]);
}

async function caseOf(
  position: Position,
  { good: which, isRecorded }: IdRow,
  { expected, ...row }: Spoiling,
): Promise<Case> {
  const goods = await goodRequests(stand, position.operation);
  const good = which === undefined ? undefined : goods[which];
  const flagged = isRecorded ? { isRecorded } : {};
  const outcome = isRecorded ? "answered" : refusal(expected, position);
  return spoilt(stand, position, { ...row, ...flagged, expected: outcome, ...(good ? { good } : {}) });
}

/** "CODE" is said of the place itself, "CODE <" of what it stands in; null and the like are no refusals. */
function refusal(expected: string, { path }: Position): string {
  const [code = "", up] = expected.split(" <");
  if (!/^[A-Z_]+$/.test(code)) return expected;
  return `${code} ${path.slice(0, up === undefined ? path.length : -1).join(".")}`;
}

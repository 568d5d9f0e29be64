import { getNamedType, getNullableType, isEnumType, isInputObjectType, isListType, isNonNullType } from "graphql";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { goodRequests } from "./good.ts";
import { type Case, countsByClass, judge, placeOf, send, spoilableOf, spoilt } from "./judge.ts";
import { nameOf, OPERATIONS, operation, type Position, valueAt } from "./positions.ts";
import { closeStand, openStand, type Stand } from "./stand.ts";

/** Values of a wrong type, at every place of the contract where something can be said: taken from the schema itself. */
let stand: Stand;
beforeAll(async () => {
  stand = await openStand();
});
afterAll(async () => {
  console.log(countsByClass());
  await closeStand(stand);
});

const NOT_DECIMAL = ["NaN", "Infinity", "-Infinity", "1e3", "1e309", "0x10", ".5", "1,5", " 1", "", "−1"];

/** What each type does not read. `§` stands around what only JSON's text can say. */
const WRONG: { readonly [type: string]: readonly unknown[] } = {
  ID: [true, 1.5, {}, ["x"], [], "§1e309§"],
  String: [5, true, {}, ["x"], [], "§-0§"],
  Int: ["1", "", true, 1.5, {}, [1, 2], 2 ** 31, -(2 ** 31) - 1, "§1e309§", "§-1e309§", "NaN"],
  Boolean: ["true", 1, 0, "", {}, [true, false]],
  Decimal: [1, 1.5, true, {}, ["1", "2"], "§1e309§", ...NOT_DECIMAL],
  MinorUnits: ["1", "", true, 1.5, {}, [1, 2], 2 ** 53, -(2 ** 53), "§1e309§", "§-1e309§", "§1e-1§"],
  DateTime: [
    5,
    true,
    {},
    ["x"],
    "",
    "now",
    "2026-06-15",
    "2026-02-30T00:00:00Z",
    "0000-01-01T00:00:00Z",
    "9999-12-31T23:59:59-01:00",
  ],
  Date: [
    5,
    true,
    {},
    ["x"],
    "",
    "today",
    "2026-02-30",
    "2026-6-1",
    "0000-01-01",
    "10000-01-01",
    "2026-06-15T00:00:00Z",
  ],
};

function wrongFor({ type }: Position): readonly unknown[] {
  const nullable = getNullableType(type);
  if (isListType(nullable)) {
    const element = getNamedType(nullable);
    const nulls = isNonNullType(nullable.ofType) ? [[null]] : [];
    // A value alone is a list of one by the rules of GraphQL: it is wrong where the element would be.
    return [...nulls, true, ...(isInputObjectType(element) ? ["x", 5, [[{}]], [["x"]]] : [{}, [[["x"]]]])];
  }
  if (isEnumType(nullable)) return ["", "NOPE", nullable.getValues()[0]?.name.toLowerCase(), 0, true, {}, "__proto__"];
  if (isInputObjectType(nullable)) return ["x", 5, true, [[]], nullable.isOneOf ? {} : "{}"];
  return WRONG[nullable.name] ?? [];
}

async function casesAt(position: Position): Promise<Case[]> {
  const says = placeOf(position);
  const values = wrongFor(position);
  expect([nameOf(position), values.length]).not.toEqual([nameOf(position), 0]);
  return Promise.all(
    values.map((value) =>
      spoilt(stand, position, { name: JSON.stringify(value), value, expected: "BAD_USER_INPUT", says }),
    ),
  );
}

/** An operation that takes everything has so many places that they are judged in parts. */
function parts(positions: readonly Position[]): [string, readonly Position[]][] {
  const count = Math.max(1, Math.ceil(positions.length / PLACES_OF_PART));
  return Array.from({ length: count }, (_, part) => [
    `part ${part + 1} of ${count}`,
    positions.slice(part * PLACES_OF_PART, (part + 1) * PLACES_OF_PART),
  ]);
}

const PLACES_OF_PART = 60;

/** What is refused live: approvals and methods, until they can be set up, and promotions and coupons that are not there. */
const SALES = ["completeSale.input", "priceSale.input", "exchangeSale.input.sale"];
const NOT_AVAILABLE = [
  ...[...SALES, "createQuote.input"].flatMap((cart) =>
    ["lines.0.adjustments.0", "adjustments.0"].flatMap((at) =>
      ["promotionId", "couponCode", "approvalId"].map((field) => `${cart}.${at}.${field}`),
    ),
  ),
  ...[...SALES, "recordCustomerPayment.input"].map((paid) => `${paid}.payments.0.methodId`),
];

test("there is no place where no good request says anything", async () => {
  const silent: string[] = [];
  for (const [name, { positions }] of OPERATIONS) {
    if (positions.length === 0) continue;
    const all = await goodRequests(stand, name);
    for (const position of positions) {
      const good = spoilableOf(all, position);
      const isSaid = good && (position.within?.isOneOf || valueAt(good.variables, position.path) !== undefined);
      if (!isSaid) silent.push(nameOf(position));
    }
  }
  expect(new Set(silent)).toEqual(new Set(NOT_AVAILABLE));
});

describe.each([...OPERATIONS.keys()])("%s", (name) => {
  const { positions } = operation(name);

  test.each(parts(positions))("refuses values of a wrong type, %s", async (_, some) => {
    const cases: Case[] = [];
    for (const position of some) cases.push(...(await casesAt(position)));
    await judge(stand, "wrong types", cases);
  });

  test("refuses null and nothing where something must be said", async () => {
    const cases: Case[] = [];
    const expected = "BAD_USER_INPUT";
    for (const position of positions) {
      const mustBe = isNonNullType(position.type) || position.within?.isOneOf;
      if (!mustBe) continue;
      cases.push(await spoilt(stand, position, { name: "is null", value: null, expected, says: placeOf(position) }));
      if (position.path.at(-1) === "0") continue;
      cases.push(await spoilt(stand, position, { name: "is missing", value: undefined, expected }));
    }
    if (cases.length > 0) await judge(stand, "missing fields", cases);
  });

  test("refuses what it does not know", async () => {
    const cases: Case[] = [];
    for (const position of positions) {
      if (!isInputObjectType(getNullableType(position.type))) continue;
      for (const unknown of ["merchantId", "constructor", "toString", "hasOwnProperty", "", "nope"]) {
        const path = [...position.path, unknown];
        const name = `has ${JSON.stringify(unknown)}`;
        const at: Position = { ...position, path, within: undefined };
        cases.push({
          ...(await spoilt(stand, at, { name, value: "x", expected: "BAD_USER_INPUT" })),
          name: `${nameOf(position)} ${name}`,
        });
      }
    }
    cases.push(await unknownArgument());
    await judge(stand, "unknown fields", cases);
  });

  async function unknownArgument(): Promise<Case> {
    const [good] = await goodRequests(stand, name);
    const { document } = operation(name);
    const body = JSON.stringify({
      query: document.replace(/\) \{ __typename/, ', nope: "x") { __typename'),
      variables: good?.variables,
    });
    return {
      name: `${name} with an unknown argument`,
      expected: "GRAPHQL_VALIDATION_FAILED",
      run: () => send(stand, { body, token: good?.token }),
    };
  }
});

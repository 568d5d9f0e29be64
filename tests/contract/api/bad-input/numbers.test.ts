import { present } from "@pos/core/base/result.ts";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { complete, saleInput } from "../counter.ts";
import { goodRequests } from "./good.ts";
import { ALL_MILLISECONDS, ask, type Case, countsByClass, judge, send, spoilt } from "./judge.ts";
import { LITERALS, NUMBERS } from "./numbers.ts";
import { OPERATIONS, positionsOf, valueAt } from "./positions.ts";
import { closeStand, openStand, type Stand } from "./stand.ts";

/** Numbers out of range, of too many places, or none, at every place of the contract for one. */
let stand: Stand;
beforeAll(async () => {
  stand = await openStand();
});
afterAll(async () => {
  console.log(countsByClass());
  await closeStand(stand);
});

const PLACES = positionsOf("Int", "MinorUnits", "Decimal");

test("every place of the schema for a number stands in the table", () => {
  expect(new Set(Object.keys(NUMBERS))).toEqual(new Set(PLACES.keys()));
});

describe.each([...OPERATIONS.keys()].filter((name) => rowsOf(name).length > 0))("%s", (name) => {
  test(
    "refuses numbers that are too large, negative or too precise",
    async () => {
      const cases: Case[] = [];
      for (const [place, rows] of rowsOf(name))
        for (const [value, expected] of rows)
          cases.push(await spoilt(stand, present(PLACES.get(place), place), { name: short(value), value, expected }));
      await judge(stand, "numbers", cases);
    },
    ALL_MILLISECONDS,
  );
});

function rowsOf(operation: string) {
  return Object.entries(NUMBERS).filter(([place, rows]) => place.startsWith(`${operation}.`) && rows.length > 0);
}

function short(value: unknown): string {
  return JSON.stringify(value).slice(0, 40);
}

test("numbers written into a document are what they say or nothing", async () => {
  const { counter, own } = stand;
  const cases: Case[] = [];
  for (const [text, expected] of LITERALS) {
    const documents = [
      `mutation { changePrice(input: { variantId: "${own.variantId}", unitPrice: "1", version: ${text} }) { userErrors { code path } } }`,
      `mutation { recordJournalEntry(input: { id: "${own.journalId}", locationId: "${own.locationId}", reason: "x",
        occurredAt: "${counter.shop.clock.now()}", postings: [{ account: CARD, amount: ${text} }] }) { userErrors { code path } } }`,
      `{ customers(first: ${text}) { nodes { id } } }`,
    ];
    for (const [index, query] of documents.entries()) {
      // Where nothing must be said, nothing may be said; and an amount is larger than an Int.
      if (index === 2 && text === "null") continue;
      if (index === 1 && text === "2147483648") continue;
      const run = () => send(stand, { body: JSON.stringify({ query }), token: counter.owner });
      cases.push({ name: `${text.slice(0, 20)} in document ${index}`, expected, run });
    }
  }
  await judge(stand, "number literals", cases);
});

test("goods that no number can value are refused where they come in, and booked where they go out", async () => {
  const { counter, own } = stand;
  const { clock } = counter.shop;
  const dear = { id: clock.newId("var"), sku: "DEAR", unitPrice: "1", unitCost: "999999999.999999" };
  const product = { id: clock.newId("prd"), name: "Dear", variants: [dear] };
  const stocked = (quantity: string) => {
    const lines = [{ variant: { sku: dear.sku }, quantity }];
    const input = { id: clock.newId("ops"), locationId: own.locationId, occurredAt: clock.now(), lines };
    return () => ask(stand, "recordOpeningStock", { token: counter.owner, variables: { input } });
  };
  const made = await ask(stand, "createProduct", { token: counter.owner, variables: { input: product } });
  expect([made.outcome, (await stocked("0.001")()).outcome]).toEqual(["answered", "answered"]);
  const expected = "INVALID_COST input.lines.0.unitCost";
  await judge(stand, "sums", [
    { name: "all of it", expected, run: stocked("9999999.999") },
    { name: "the least that is too much", expected, run: stocked("1000.001") },
  ]);
  const line = { variant: { sku: dear.sku }, quantity: "9999999.999", unitPrice: "0" };
  for (let time = 0; time < 3; time++)
    expect((await complete(counter, saleInput(counter, { lines: [line], payments: [] }))).userErrors).toEqual([]);
  await counter.api.reader.caughtUp();
});

test("sums that no number holds are refused", async () => {
  const huge = { description: "x", quantity: "9999999.999", unitPrice: "999999999.999999" };
  const cases: Case[] = [];
  for (const [operation, at] of [
    ["completeSale", "input"],
    ["syncSales", "input.sales.0"],
    ["syncFacts", "input.facts.0.sale"],
  ] as const) {
    const [good] = await goodRequests(stand, operation);
    const sold = good && valueAt(good.variables, at.split("."));
    const send = (changes: object) => {
      const changed = { ...(sold as object), discounts: [], ...changes };
      const inputs = {
        completeSale: changed,
        syncSales: { sales: [changed] },
        syncFacts: { facts: [{ sale: changed }] },
      };
      const variables = { input: inputs[operation] };
      return () => ask(stand, operation, { token: good?.token, variables });
    };
    const clock = stand.counter.shop.clock;
    const pay = (amount: number) => ({ id: clock.newId("pay"), method: "CARD", amount });
    cases.push(
      { name: `${operation}: one line`, expected: `INVALID_LINE ${at}.lines.0`, run: send({ lines: [huge] }) },
      {
        name: `${operation}: payments`,
        expected: `INVALID_PAYMENT ${at}.payments`,
        run: send({ payments: [pay(Number.MAX_SAFE_INTEGER), pay(1)] }),
      },
      {
        name: `${operation}: lines`,
        expected: `INVALID_LINES ${at}.lines`,
        run: send({ lines: Array.from({ length: 20 }, () => ({ ...huge, quantity: "90", unitPrice: "999999999" })) }),
      },
    );
  }
  await judge(stand, "sums", cases);
});

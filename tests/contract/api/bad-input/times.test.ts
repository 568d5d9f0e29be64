import { present } from "@pos/core/base/result.ts";
import { afterAll, beforeAll, expect, test } from "vitest";
import { moduleContracts } from "../../generated/modules.ts";
import { ask, type Case, countsByClass, judge, send, spoilable, spoilt } from "./judge.ts";
import { nameOf, type Position, placed, positionsOf } from "./positions.ts";
import { closeStand, openStand, type Stand } from "./stand.ts";

/** Instants and days that can be read and are far from any shop; what cannot be read is in types.test.ts. */
let stand: Stand;
beforeAll(async () => {
  stand = await openStand();
});
afterAll(async () => {
  console.log(countsByClass());
  await closeStand(stand);
});

const FAR = [
  "0001-01-01T00:00:00Z",
  "0001-01-01T00:00:00.000001+00:00",
  "1969-12-31T23:59:60Z",
  "9999-12-31T23:59:59.999Z",
];

/** Queries, which record nothing. */
const ASKED = ["salesUpTo", "priceSale"];

test("an instant at either end of time is recorded once and booked", async () => {
  const places = [...positionsOf("DateTime").values()];
  const known = [
    "recordOpeningStock",
    "adjustStock",
    "completeSale",
    "syncSales",
    "refundSale",
    "exchangeSale",
    ...["syncFacts", "syncFacts", "syncFacts", "syncFacts"],
    "recordJournalEntry",
    ...ASKED,
    ...moduleContracts.flatMap(({ instants = [] }) => instants),
  ];
  const sorted = (names: readonly string[]) => [...names].sort((a, b) => a.localeCompare(b));
  expect(sorted(places.map(({ operation }) => operation))).toEqual(sorted(known));
  const cases: Case[] = [];
  for (const position of places) {
    // Its sale has one payment to give back.
    if (position.operation === "refundSale") continue;
    const recorded = ASKED.includes(position.operation) ? {} : { isRecorded: true as const };
    for (const value of FAR)
      cases.push(await spoilt(stand, position, { name: value, value, expected: "answered", ...recorded }));
  }
  await judge(stand, "far instants", cases);
  await stand.counter.api.reader.caughtUp();
});

test("any span of days is summed, and one that ends before it begins is malformed", async () => {
  const { owner, shop } = stand.counter;
  const [first, last] = ["0001-01-01", "9999-12-31"];
  const asked = (from: string, to: string) => [
    `{ salesSummary(from: "${from}", to: "${to}") { __typename } }`,
    `{ sales(filter: { from: "${from}", to: "${to}" }, first: 1) { nodes { id } } }`,
    `{ quotes(locationId: "${shop.locationId}", filter: { from: "${from}", to: "${to}" }) { pageInfo { hasNextPage } } }`,
  ];
  const cases: Case[] = [];
  for (const query of asked(first, last)) {
    const expected = query.includes("nodes") ? "1 nodes" : "answered";
    cases.push({ name: query, expected, run: () => send(stand, { body: JSON.stringify({ query }), token: owner }) });
  }
  for (const query of [...asked(last, first), ...asked("2026-06-16", "2026-06-15")])
    cases.push({
      name: query,
      expected: "BAD_REQUEST",
      run: () => send(stand, { body: JSON.stringify({ query }), token: owner }),
    });
  await judge(stand, "spans of days", cases);
});

const RECORDED = /^(sendReport|(create|update)(Promotion|PriceList)|changeTaxRate)$/;

function isBackwards({ path }: { readonly path: readonly string[] }, value: string): boolean {
  return (path.at(-1) === "startsOn" && value > "2026") || (path.at(-1) === "endsOn" && value < "2026");
}

/** The days of a promotion stand in their order, a rate of tax does not begin in the past, and no quote holds for ever. */
function refusalOf(position: Position, value: string): string {
  if (position.operation === "createQuote") return "INVALID_DAY input.validUntil";
  const code = position.operation.endsWith("List") ? "INVALID_PRICE_LIST" : "INVALID_PROMOTION";
  if (isBackwards(position, value)) return `${code} input.endsOn`;
  return position.operation === "changeTaxRate" && value < "2026" ? "INVALID_DAY input.from" : "";
}

test("days far from any shop are days like any other", async () => {
  const cases: Case[] = [];
  for (const position of positionsOf("Date").values()) {
    // Spans of their filters stand above.
    if (position.operation === "sales" || position.operation === "quotes") continue;
    // Its own test has its days.
    if (position.operation === "unlinkedRefunds") continue;
    for (const value of ["0001-01-01", "9999-12-31"]) {
      cases.push({
        name: `${nameOf(position)} ${value}`,
        ...(refusalOf(position, value)
          ? { expected: refusalOf(position, value) }
          : { expected: "answered", ...(RECORDED.test(position.operation) ? { isRecorded: true as const } : {}) }),
        // Asked for when it is sent: what it changes has another version by then.
        async run() {
          const good = present(await spoilable(stand, position), "a good request");
          const both = { ...good.variables, from: value, ["to" in good.variables ? "to" : "day"]: value };
          const variables =
            "from" in good.variables ? both : present(placed(good.variables, position, value), "a place");
          return ask(stand, position.operation, { token: good.token, variables });
        },
      });
    }
  }
  await judge(stand, "far days", cases);
});

test("a zone that is none is refused", async () => {
  const position = present(positionsOf("String").get("createLocation.input.timeZone"), "the zone");
  const cases: Case[] = [];
  for (const value of [
    "",
    " ",
    "Mars/Olympus",
    "Europe",
    "GMT+25",
    "../../etc/localtime",
    "+25:00",
    "Europe/London; x",
    "𝄞",
  ])
    cases.push(await spoilt(stand, position, { name: value, value, expected: "INVALID_TIME_ZONE input.timeZone" }));
  await judge(stand, "time zones", cases);
});

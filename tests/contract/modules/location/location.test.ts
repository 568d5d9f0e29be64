import { afterAll, beforeAll, expect, test } from "vitest";
import { type Data, signInOperator } from "../../../support/api.ts";
import { type Counter, closeCounter, complete, openCounter, saleInput, signInDashboard } from "../../api/counter.ts";

let counter: Counter;
let owner: string;
let manager: string;
beforeAll(async () => {
  counter = await openCounter();
  ({ owner, manager } = counter);
});
afterAll(() => closeCounter(counter));

const LOCATION = "name timeZone dayEndHour earlierDays { before timeZone dayEndHour } version";

async function update(input: object): Promise<Data> {
  const { data, errors } = await counter.api.call(
    `mutation ($input: UpdateLocationInput!) { updateLocation(input: $input) { location { ${LOCATION} }
      userErrors { code path ... on VersionConflict { version } } } }`,
    { variables: { input: { locationId: counter.shop.locationId, ...input } }, token: owner },
  );
  expect(errors).toBeUndefined();
  return data.updateLocation;
}

async function query(text: string): Promise<Data> {
  await counter.api.reader.caughtUp();
  const { data, errors } = await counter.api.call(text, { token: owner });
  expect(errors).toBeUndefined();
  return data;
}

/** Sessions end meanwhile, so people sign in again. */
async function setClock(instant: string): Promise<void> {
  const { api, shop, terminal } = counter;
  shop.clock.advance(Date.parse(instant) - Date.parse(shop.clock.now()));
  owner = await signInDashboard(api, shop, "OWNER");
  manager = await signInOperator(api, shop, terminal, "MANAGER");
}

/** Sells one article for 1.99 now, and answers which business day it counts on. */
async function dayOfSale(): Promise<string> {
  const input = saleInput(counter);
  expect((await complete(counter, input, manager)).userErrors).toEqual([]);
  const from = "2026-11-20";
  const { salesByDay } = await query(
    `{ salesByDay(locationId: "${counter.shop.locationId}", from: "${from}", to: "2027-01-31") { day summary { saleCount } } }`,
  );
  const grown = salesByDay.filter(({ day, summary }: Data) => (counts.get(day) ?? 0) < summary.saleCount);
  for (const { day, summary } of salesByDay) counts.set(day, summary.saleCount);
  expect(grown).toHaveLength(1);
  return grown[0].day;
}

const counts = new Map<string, number>();

test("updateLocation: renames, answers a repeated request alike, and refuses what is wrong", async () => {
  const input = { name: " Main Street ", version: 1 };
  const first = await update(input);
  expect(first).toMatchObject({ location: { name: "Main Street", dayEndHour: 0, earlierDays: [], version: 2 } });
  expect(await update(input)).toEqual(first);
  const wrong = await update({ name: "", timeZone: "Mars/Base", dayEndHour: 12, address: "x".repeat(301), version: 2 });
  expect(wrong.userErrors.map(({ code, path }: Data) => [code, path.at(-1)])).toEqual([
    ["INVALID_NAME", "name"],
    ["INVALID_TIME_ZONE", "timeZone"],
    ["INVALID_DAY_END", "dayEndHour"],
    ["INVALID_ADDRESS", "address"],
  ]);
  expect((await update({ name: "Other", version: 1 })).userErrors).toEqual([
    { code: "VERSION_CONFLICT", path: ["input", "version"], version: 2 },
  ]);
});

test("updateLocation: what is sold after midnight counts to the evening before when the day ends at 3", async () => {
  await setClock("2026-12-04T22:00:00.000Z");
  expect(await dayOfSale()).toBe("2026-12-04");
  const changed = await update({ dayEndHour: 3, version: 2 });
  expect(changed.location).toMatchObject({
    dayEndHour: 3,
    earlierDays: [{ before: "2026-12-05", timeZone: "Europe/London", dayEndHour: 0 }],
  });
  await setClock("2026-12-05T02:30:00.000Z");
  expect(await dayOfSale()).toBe("2026-12-04");
  await setClock("2026-12-05T03:00:00.000Z");
  expect(await dayOfSale()).toBe("2026-12-05");
  await setClock("2026-12-06T01:15:00.000Z");
  expect(await dayOfSale()).toBe("2026-12-05");
});

test("salesUpTo: compares as much of the day before as has passed, also after midnight, when the day ends at 3", async () => {
  const { locationId } = counter.shop;
  const upTo = async (day: string, at: string) => {
    const text = `{ salesUpTo(locationId: "${locationId}", day: "${day}", at: "${at}") { until saleCount } }`;
    return (await query(text)).salesUpTo;
  };
  const night = "2026-12-07T01:10:00.000Z";
  expect(await upTo("2026-12-05", night)).toEqual({ until: "2026-12-06T01:10:00.000Z", saleCount: 1 });
  expect(await upTo("2026-12-05", "2026-12-07T01:20:00.000Z")).toMatchObject({ saleCount: 2 });
  expect(await upTo("2026-12-05", "2026-12-06T12:00:00.000Z")).toMatchObject({ saleCount: 1 });
  // The day of the change has 27 hours; its sales are counted one by one.
  expect(await upTo("2026-12-04", night)).toMatchObject({ until: "2026-12-04T01:10:00.000Z", saleCount: 0 });
});

test("dailyReport: reconciles, and has the hours of the night at the end, when the day ends at 3", async () => {
  const { dailyReport } = await query(
    `{ dailyReport(locationId: "${counter.shop.locationId}", day: "2026-12-05") { summary { saleCount }
      hours { hour saleCount } reconciliation { reconciles } } }`,
  );
  expect(dailyReport).toMatchObject({ summary: { saleCount: 2 }, reconciliation: { reconciles: true } });
  expect(dailyReport.hours.map(({ hour }: Data) => hour).slice(0, 1)).toEqual([3]);
  expect(dailyReport.hours.slice(-2)).toEqual([
    { hour: 1, saleCount: 1 },
    { hour: 2, saleCount: 0 },
  ]);
});

test("updateLocation: no sale gets an earlier day than the one before when the day ends at midnight again", async () => {
  await setClock("2026-12-08T02:00:00.000Z");
  expect(await dayOfSale()).toBe("2026-12-07");
  const { location } = await update({ dayEndHour: null, version: 3 });
  // The 8th has not begun at 3, but would have at midnight: so the 9th is the first that follows the new rule.
  expect(location).toMatchObject({ dayEndHour: 0, earlierDays: [{ before: "2026-12-05" }, { before: "2026-12-09" }] });
  expect(await dayOfSale()).toBe("2026-12-07");
  await setClock("2026-12-08T04:00:00.000Z");
  expect(await dayOfSale()).toBe("2026-12-08");
  await setClock("2026-12-09T00:00:00.000Z");
  expect(await dayOfSale()).toBe("2026-12-09");
});

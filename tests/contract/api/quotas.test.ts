import { present } from "@pos/core/base/result.ts";
import { beginSending, openSendings } from "@pos/core/office/mail/index.ts";
import { quotaKey } from "@pos/core/people/access/index.ts";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Data } from "../../support/api.ts";
import { type Counter, closeCounter, openCounter, saleInput, signInDashboard, sync, syncOne } from "./counter.ts";

/** contract.md, "Limits": how much one merchant or one terminal can fill. */
let counter: Counter;
let owner: string;
let manager: string;
beforeAll(async () => {
  counter = await openCounter({ terminals: 2 });
  await signIn();
});
afterAll(() => closeCounter(counter));

async function signIn(): Promise<void> {
  owner = await signInDashboard(counter.api, counter.shop, "OWNER");
  manager = await signInDashboard(counter.api, counter.shop, "MANAGER");
}

async function nextDay(): Promise<void> {
  counter.shop.clock.advance(86_400_000);
  await signIn();
}

const id = (prefix: Parameters<Counter["shop"]["clock"]["newId"]>[0]) => counter.shop.clock.newId(prefix);

async function codesOf(name: string, input: object, token = owner): Promise<string[]> {
  const type = `${name.charAt(0).toUpperCase()}${name.slice(1)}Input`;
  const query = `mutation ($input: ${type}!) { ${name}(input: $input) { userErrors { code path } } }`;
  const { data, errors } = await counter.api.call(query, { variables: { input }, token });
  expect(errors).toBeUndefined();
  return data[name].userErrors.map(({ code }: Data) => code);
}

function strangers(some: number, name: string): string[] {
  return Array.from({ length: some }, (_, index) => `${name}${index}@far.example`);
}

describe("A17: mails", () => {
  const report = (recipients: readonly string[]) => ({
    ...{ id: id("rsn"), locationId: counter.shop.locationId, report: "DAILY", day: "2026-06-14" },
    ...{ recipients, language: "EN" },
  });

  test("sendReport: LIMIT_REACHED after 200 mails in a day, and a duplicate request is answered as before", async () => {
    const first = report(strangers(20, "a"));
    expect(await codesOf("sendReport", first, manager)).toEqual([]);
    for (let sent = 1; sent < 10; sent++)
      expect(await codesOf("sendReport", report(strangers(20, `b${sent}x`)), manager)).toEqual([]);
    expect(await codesOf("sendReport", report(["one@far.example"]), manager)).toEqual(["LIMIT_REACHED"]);
    expect(await codesOf("sendReport", first, manager)).toEqual([]);
    await nextDay();
    expect(await codesOf("sendReport", report(["one@far.example"]), manager)).toEqual([]);
  });

  test("sendReport: sends no more than 200 mails when requests come at once", async () => {
    await nextDay();
    const sent = await Promise.all(
      Array.from({ length: 15 }, (_, index) => codesOf("sendReport", report(strangers(20, `c${index}x`)), manager)),
    );
    expect(sent.filter((codes) => codes.length === 0)).toHaveLength(10);
  });

  test("sendReport: INVALID_RECIPIENTS when a recipient's domain is a single name", async () => {
    expect(await codesOf("sendReport", report(["evil@localhost"]), manager)).toEqual(["INVALID_RECIPIENTS"]);
  });

  test("createReportSchedule, patchReportSchedule: LIMIT_REACHED beyond 500 recipients of all schedules", async () => {
    const schedule = (recipients: readonly string[]) => ({
      ...{ id: id("rsc"), locationId: counter.shop.locationId, report: "DAILY", timeOfDay: "20:00" },
      ...{ recipients, language: "EN" },
    });
    const small = schedule(["own@far.example"]);
    expect(await codesOf("createReportSchedule", small)).toEqual([]);
    const many = Array.from({ length: 24 }, (_, index) => schedule(strangers(20, `s${index}x`)));
    for (const input of many) expect(await codesOf("createReportSchedule", input)).toEqual([]);
    expect(await codesOf("createReportSchedule", schedule(strangers(20, "t")))).toEqual(["LIMIT_REACHED"]);
    expect(await codesOf("createReportSchedule", present(many[0], "a schedule"))).toEqual([]);
    const change = (version: number, recipients: readonly string[]) =>
      codesOf("patchReportSchedule", { reportScheduleId: small.id, version, recipients });
    expect(await change(1, strangers(20, "u"))).toEqual([]);
    const last = schedule(["last@far.example"]);
    expect(await codesOf("createReportSchedule", last)).toEqual(["LIMIT_REACHED"]);
    expect(await change(2, ["own@far.example"])).toEqual([]);
    expect(await codesOf("createReportSchedule", last)).toEqual([]);
    expect(await change(3, strangers(20, "v"))).toEqual(["LIMIT_REACHED"]);
  });
});

describe("A17: mails of schedules", () => {
  test("a manager who deletes schedules and creates them again gets no more than 1,000 mails a day", async () => {
    await nextDay();
    const { table, clock } = counter.shop.owner;
    const { merchantId } = counter.shop.owner.caller;
    const dueAt = clock.now();
    const day = dueAt.slice(0, 10);
    const begin = (scheduleId: string, recipients: readonly string[], at = dueAt) =>
      beginSending(
        counter.shop.owner,
        {
          ...{ id: scheduleId, locationId: counter.shop.locationId, report: "DAILY", reportedDay: "DAY_BEFORE" },
          ...{ timeOfDay: "20:00", recipients, language: "EN", enabled: true, since: dueAt, version: 1 },
        },
        { dueAt: at, day },
      );
    const before = (await openSendings(table, merchantId)).length;
    for (let made = 0; made < 60; made++) await begin(id("rsc"), strangers(20, `x${made}y`));
    expect(await openSendings(table, merchantId)).toHaveLength(before + 50);
    const tomorrow = new Date(Date.parse(dueAt) + 86_400_000).toISOString();
    await begin(id("rsc"), ["own@far.example"], tomorrow);
    expect(await openSendings(table, merchantId)).toHaveLength(before + 51);
  });
});

describe("A18: conflicting copies", () => {
  test("a terminal's copies beyond 10 MB in a day are QUARANTINE_FULL; the first copy of a sale is recorded", async () => {
    const original = saleInput(counter);
    expect((await syncOne(counter, original)).status).toBe("RECORDED");
    const lines = Array.from({ length: 1_500 }, () => ({
      ...{ description: "x".repeat(170), quantity: "1", unitPrice: "1" },
    }));
    const statuses: string[] = [];
    for (let index = 0; index < 60 && statuses.at(-1) !== "REJECTED"; index++)
      statuses.push((await syncOne(counter, { ...original, lines, note: `copy ${index}` })).status);
    expect(statuses.at(-1)).toBe("REJECTED");
    expect(statuses.length).toBeGreaterThan(20);
    const more = { ...original, lines, note: "one more" };
    expect((await syncOne(counter, more)).userErrors).toMatchObject([{ code: "QUARANTINE_FULL" }]);
    expect((await syncOne(counter, { ...saleInput(counter), lines })).status).toBe("RECORDED");
    const second = present(counter.terminals[1], "the second terminal");
    expect((await syncOne(counter, { ...more, note: "of another" }, second)).status).toBe("QUARANTINED");
    await nextDay();
    expect((await sync(counter, [{ ...more, note: "tomorrow" }]))[0].status).toBe("QUARANTINED");
  }, 120_000);
});

describe("master data", () => {
  const CASES: readonly (readonly [name: string, max: number, kind: () => string, input: () => object])[] = [
    ["createCategory", 5_000, () => "category", () => ({ id: id("cat"), name: "More" })],
    ["createCustomer", 1_000_000, () => "customer", () => ({ id: id("cus"), name: "Ann" })],
    [
      "createProduct",
      200_000,
      () => "product",
      () => ({
        ...{ id: id("prd"), name: "Cup" },
        variants: [{ id: id("var"), sku: id("var").slice(4), unitPrice: "1" }],
      }),
    ],
    [
      "createTerminal",
      1_000,
      () => `terminal ${counter.shop.locationId}`,
      () => ({ id: id("trm"), code: id("trm").slice(-8), name: "Till", locationId: counter.shop.locationId }),
    ],
    [
      "createLocation",
      1_000,
      () => "location",
      () => ({ id: id("loc"), code: id("loc").slice(-8), name: "Shop", timeZone: "Europe/London" }),
    ],
    [
      "createStaff",
      10_000,
      () => "staff",
      () => ({
        ...{ id: id("stf"), name: "Bo", role: "MANAGER" },
        ...{ email: `${id("stf").toLowerCase()}@shop.example`, password: `${id("stf").slice(4)}-Quince` },
      }),
    ],
  ];
  test.each(CASES)("%s: LIMIT_REACHED at %d; a duplicate request counts once", async (name, max, kind, input) => {
    const { table, merchantId } = counter.shop;
    const key = quotaKey(merchantId, kind());
    const count = async () => Number((await table.get(key))?.count ?? 0);
    const before = await count();
    const last = input();
    expect(await codesOf(name, last)).toEqual([]);
    expect(await codesOf(name, last)).toEqual([]);
    expect(await count()).toBe(before + 1);
    await table.write({ op: "put", item: { ...key, count: max } });
    expect(await codesOf(name, input())).toEqual(["LIMIT_REACHED"]);
    expect(await codesOf(name, last)).toEqual([]);
    expect(await count()).toBe(max);
  });
});

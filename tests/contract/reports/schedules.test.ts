import { firstInstantAt, localTime } from "@pos/core/base/time.ts";
import { nextOccurrence, occurrencesUntil, type ReportSchedule } from "@pos/core/office/mail/index.ts";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Api, activate, type Data, signInOperator, signInOwner, startApi } from "../../support/api.ts";
import { makeSale, sellLive } from "../../support/sales.ts";
import { createShop, type Shop } from "../../support/shop.ts";

const SCHEDULE = "id location { id } report reportedDay timeOfDay recipients language enabled nextAt version";

describe("report schedules: through the API", () => {
  let shop: Shop;
  let api: Api;
  let owner: string;
  let manager: string;
  let cashier: string;

  beforeAll(async () => {
    shop = await createShop({ variants: 2, secrets: true });
    api = await startApi(shop);
    owner = await signInOwner(api, shop);
    const terminal = await activate(api, owner, shop.terminals[0]?.id ?? "");
    manager = await signInOperator(api, shop, terminal, "MANAGER");
    cashier = await signInOperator(api, shop, terminal, "CASHIER");
    await shop.stock("10");
    await sellLive(shop.operator(0), makeSale(shop));
    await api.reader.caughtUp();
  });
  afterAll(() => api.close());

  const input = (change: object = {}) => ({
    ...{ id: shop.clock.newId("rsc"), locationId: shop.locationId, report: "DAILY", timeOfDay: "21:00" },
    ...{ recipients: ["owner@shop.example"], language: "EN" },
    ...change,
  });
  async function mutate(name: string, type: string, value: object, fields: string, token = owner): Promise<Data> {
    const query = `mutation ($input: ${type}!) { ${name}(input: $input) { ${fields} userErrors { code path ... on VersionConflict { version } } } }`;
    const { data, errors } = await api.call(query, { variables: { input: value }, token });
    return data?.[name] ?? errors?.[0]?.extensions.code;
  }
  const create = (value: object, token = owner) =>
    mutate("createReportSchedule", "CreateReportScheduleInput", value, `reportSchedule { ${SCHEDULE} }`, token);

  test("a schedule is made once, listed, changed by its version, and deleted", async () => {
    const made = input();
    const first = await create(made, manager);
    expect(first).toEqual({
      reportSchedule: {
        ...{ id: made.id, location: { id: shop.locationId }, report: "DAILY", reportedDay: "DAY_BEFORE" },
        ...{ timeOfDay: "21:00", recipients: ["owner@shop.example"], language: "EN", enabled: true, version: 1 },
        nextAt: "2026-06-15T20:00:00.000Z",
      },
      userErrors: [],
    });
    expect(await create(made)).toEqual(first);
    expect(await create({ ...made, timeOfDay: "22:00" })).toMatchObject({ userErrors: [{ code: "ID_CONFLICT" }] });

    const change = {
      ...{ reportScheduleId: made.id, version: 1, reportedDay: "SAME_DAY", timeOfDay: "06:30" },
      ...{ recipients: ["a@shop.example", "b@shop.example"], language: "ZH_HANS", enabled: true },
    };
    const update = (value: object) =>
      mutate("updateReportSchedule", "UpdateReportScheduleInput", value, `reportSchedule { ${SCHEDULE} }`);
    const changed = await update(change);
    expect(changed.reportSchedule).toMatchObject({ version: 2, nextAt: "2026-06-16T05:30:00.000Z" });
    expect(await update(change)).toEqual(changed);
    expect(await update({ ...change, timeOfDay: "07:00" })).toMatchObject({
      userErrors: [{ code: "VERSION_CONFLICT", version: 2 }],
    });
    const off = await update({ ...change, version: 2, enabled: false });
    expect(off.reportSchedule).toMatchObject({ enabled: false, nextAt: null, version: 3 });

    const list = async () =>
      (await api.call("{ reportSchedules { id version } }", { token: manager })).data.reportSchedules;
    expect(await list()).toEqual([{ id: made.id, version: 3 }]);
    const remove = (version: number) =>
      mutate("deleteReportSchedule", "DeleteReportScheduleInput", { reportScheduleId: made.id, version }, "deletedId");
    expect(await remove(2)).toMatchObject({ deletedId: null, userErrors: [{ code: "VERSION_CONFLICT" }] });
    expect(await remove(3)).toEqual({ deletedId: made.id, userErrors: [] });
    expect(await remove(3)).toMatchObject({ userErrors: [{ code: "UNKNOWN_REPORT_SCHEDULE" }] });
    expect(await list()).toEqual([]);
  });

  test.each([
    [{ id: "rsc_1" }, "INVALID_ID", ["input", "id"]],
    [{ timeOfDay: "24:00" }, "INVALID_TIME", ["input", "timeOfDay"]],
    [{ timeOfDay: "9:00" }, "INVALID_TIME", ["input", "timeOfDay"]],
    [{ timeOfDay: "09:00\n" }, "INVALID_TIME", ["input", "timeOfDay"]],
    [{ recipients: [] }, "INVALID_RECIPIENTS", ["input", "recipients"]],
    [
      { recipients: Array.from({ length: 21 }, (_, n) => `a${n}@b.example`) },
      "INVALID_RECIPIENTS",
      ["input", "recipients"],
    ],
    [{ recipients: ["a@b.example", "A@B.example"] }, "INVALID_RECIPIENTS", ["input", "recipients", "1"]],
    [{ recipients: ["a@b.example\r\nBcc: c@d.example"] }, "INVALID_RECIPIENTS", ["input", "recipients", "0"]],
    [{ locationId: "loc_01J00000000000000000000000" }, "UNKNOWN_LOCATION", ["input", "locationId"]],
  ])("%j is refused", async (change, code, path) => {
    expect(await create(input(change))).toEqual({ reportSchedule: null, userErrors: [{ code, path }] });
  });

  test("cashiers and terminals neither read reports nor send them", async () => {
    const reads = [
      "{ reportSchedules { id } }",
      `{ reportSendings(locationId: "${shop.locationId}") { nodes { id } } }`,
      `{ dailyReport(locationId: "${shop.locationId}", day: "2026-06-15") { day } }`,
      `{ bestSellers(locationId: "${shop.locationId}", from: "2026-06-15", to: "2026-06-15") { sku } }`,
      '{ salesByHour(from: "2026-06-15", to: "2026-06-15") { hour } }',
    ];
    for (const query of reads) {
      const { errors } = await api.call(query, { token: cashier });
      expect(errors?.[0]?.extensions.code, query).toBe("FORBIDDEN");
    }
    expect(await create(input(), cashier)).toBe("FORBIDDEN");
  });

  test("a report asked for by hand is on its way, and shown with what became of it", async () => {
    const request = {
      ...{ id: shop.clock.newId("rsn"), locationId: shop.locationId, report: "DAILY", day: "2026-06-15" },
      ...{ recipients: ["owner@shop.example"], language: "EN" },
    };
    const send = () => mutate("sendReport", "SendReportInput", request, "replayed sending { id day dueAt }");
    expect(await send()).toMatchObject({ replayed: false, sending: { id: request.id, day: "2026-06-15" } });
    expect(await send()).toMatchObject({ replayed: true, sending: { id: request.id } });
    const { data } = await api.call(
      `{ reportSendings(locationId: "${shop.locationId}", first: 5) { pageInfo { hasNextPage } nodes { id reportScheduleId location { code }
         deliveries { recipient status attempts detail sentAt messageId } } } }`,
      { token: owner },
    );
    const delivery = { recipient: "owner@shop.example", status: "WAITING", attempts: 0 };
    expect(data.reportSendings).toEqual({
      pageInfo: { hasNextPage: false },
      nodes: [
        {
          ...{ id: request.id, reportScheduleId: null, location: { code: "HIGH-ST" } },
          deliveries: [{ ...delivery, detail: null, sentAt: null, messageId: null }],
        },
      ],
    });
  });

  test("the daily report is read whole, and the best sellers and hours with it", async () => {
    const money = "{ amount currency }";
    const { data, errors } = await api.call(
      `query ($location: ID!) {
        dailyReport(locationId: $location, day: "2026-06-15") {
          location { code } day madeAt summary { saleCount grossSales ${money} } discountTotal ${money}
          hours { hour saleCount grossSales ${money} }
          categories { category { id name } quantity netSales ${money} }
          bestSellers(first: 3) { variantId sku description quantity grossSales ${money} refunds ${money} netSales ${money} }
          payments { method paid ${money} refunded ${money} net ${money} }
          taxes { rate netSales ${money} tax ${money} }
          refunds { id } drawers { terminal { code } cash ${money} } belowReorderPoint { onHand variant { sku } }
          reconciliation { reconciles checks { name holds detail } openExceptions { code } }
        }
        bestSellers(locationId: $location, from: "2026-06-01", to: "2026-06-30", first: 1) { sku netSales ${money} }
        salesByHour(locationId: $location, from: "2026-06-15", to: "2026-06-15") { hour saleCount }
        salesByDay(from: "2026-01-01", to: "2026-12-31") { day summary { saleCount } }
      }`,
      { variables: { location: shop.locationId }, token: manager },
    );
    expect(errors).toBeUndefined();
    const price = { amount: 199, currency: "GBP" };
    expect(data.dailyReport).toMatchObject({
      ...{ location: { code: "HIGH-ST" }, day: "2026-06-15", summary: { saleCount: 1, grossSales: price } },
      categories: [{ category: null, quantity: "1", netSales: price }],
      bestSellers: [{ sku: "SKU-0001", quantity: "1", grossSales: price, refunds: { amount: 0 }, netSales: price }],
      payments: [{ method: "CASH", paid: price, refunded: { amount: 0 }, net: price }],
      taxes: [{ rate: "20", netSales: { amount: 166 }, tax: { amount: 33 } }],
      ...{ refunds: [], drawers: [{ terminal: { code: "T1" }, cash: price }] },
      reconciliation: { reconciles: true, openExceptions: [] },
    });
    expect(data.dailyReport.hours).toHaveLength(24);
    expect(data.dailyReport.hours[10]).toEqual({ hour: 10, saleCount: 1, grossSales: price });
    expect(data.bestSellers).toEqual([{ sku: "SKU-0001", netSales: price }]);
    expect(data.salesByHour[10]).toEqual({ hour: 10, saleCount: 1 });
    expect(data.salesByDay).toEqual([{ day: "2026-06-15", summary: { saleCount: 1 } }]);
  });

  test("too many days, days the wrong way round and too many rows are malformed; another's location is not there", async () => {
    const of = (args: string) => `{ bestSellers(locationId: "${shop.locationId}", ${args}) { sku } }`;
    for (const query of [
      of('from: "2026-06-01", to: "2026-07-02"'),
      of('from: "2026-06-02", to: "2026-06-01"'),
      of('from: "2026-06-01", to: "2026-06-01", first: 101'),
      of('from: "2026-06-01", to: "2026-06-01", first: 0'),
      '{ salesByHour(from: "2026-01-01", to: "2027-01-02") { hour } }',
    ]) {
      const { errors } = await api.call(query, { token: owner });
      expect(errors?.[0]?.extensions.code, query).toBe("BAD_REQUEST");
    }
    const strange = "loc_01J00000000000000000000000";
    const { data } = await api.call(
      `{ dailyReport(locationId: "${strange}", day: "2026-06-15") { day } bestSellers(locationId: "${strange}", from: "2026-06-15", to: "2026-06-15") { sku } }`,
      { token: owner },
    );
    expect(data).toEqual({ dailyReport: null, bestSellers: null });
  });
});

describe("report schedules: when they are due", () => {
  const schedule = (timeOfDay: string, change: Partial<ReportSchedule> = {}): ReportSchedule => ({
    ...{ id: "rsc_1", locationId: "loc_1", report: "DAILY", reportedDay: "DAY_BEFORE", timeOfDay, language: "EN" },
    ...{ recipients: ["a@b"], enabled: true, since: "2020-01-01T00:00:00.000Z", version: 1 },
    ...change,
  });

  test.each([
    // Clocks go forward in London at 01:00 UTC: 01:30 is skipped, and due when it has been.
    ["Europe/London", "2026-03-29", "01:30", "2026-03-29T01:00:00.000Z"],
    ["Europe/London", "2026-03-29", "02:30", "2026-03-29T01:30:00.000Z"],
    // They go back at 01:00 UTC: 01:30 comes twice, and the first counts.
    ["Europe/London", "2026-10-25", "01:30", "2026-10-25T00:30:00.000Z"],
    ["Europe/London", "2026-10-25", "02:30", "2026-10-25T02:30:00.000Z"],
    ["America/New_York", "2026-03-08", "02:15", "2026-03-08T07:00:00.000Z"],
    ["America/New_York", "2026-11-01", "01:15", "2026-11-01T05:15:00.000Z"],
    // Midnight itself is skipped in Santiago.
    ["America/Santiago", "2026-09-06", "00:15", "2026-09-06T04:00:00.000Z"],
    // Half an hour, on an island.
    ["Australia/Lord_Howe", "2026-10-04", "02:10", "2026-10-03T15:30:00.000Z"],
    ["Asia/Shanghai", "2026-06-15", "21:00", "2026-06-15T13:00:00.000Z"],
    ["Asia/Kathmandu", "2026-06-15", "06:00", "2026-06-15T00:15:00.000Z"],
    ["Pacific/Kiritimati", "2026-06-15", "00:00", "2026-06-14T10:00:00.000Z"],
  ])("in %s on %s at %s: %s", (timeZone, day, timeOfDay, dueAt) => {
    const [hour = 0, minute = 0] = timeOfDay.split(":").map(Number);
    expect(firstInstantAt(day, hour * 60 + minute, timeZone)).toBe(dueAt);
    const before = new Date(Date.parse(dueAt) - 1).toISOString();
    expect(nextOccurrence(schedule(timeOfDay), { timeZone }, before)?.dueAt).toBe(dueAt);
    const due = (now: string) => occurrencesUntil(schedule(timeOfDay), { timeZone }, now).map((of) => of.dueAt);
    expect(due(dueAt).at(-1)).toBe(dueAt);
    expect(due(before)).not.toContain(dueAt);
  });

  test("every minute of every zone's hardest days is found, and is the first that shows it", () => {
    for (const [timeZone, day] of [
      ["Europe/London", "2026-03-29"],
      ["Europe/London", "2026-10-25"],
      ["America/Santiago", "2026-09-06"],
      ["Australia/Lord_Howe", "2026-04-05"],
      ["Africa/Cairo", "2026-04-24"],
    ] as const) {
      let last = "";
      for (let minute = 0; minute < 1440; minute += 7) {
        const instant = firstInstantAt(day, minute, timeZone);
        expect(instant >= last, `${timeZone} ${day} ${minute}`).toBe(true);
        last = instant;
        expect(localTime(instant, timeZone).day >= day).toBe(true);
        const shown = localTime(instant, timeZone);
        if (shown.day === day) expect(shown.hour).toBeGreaterThanOrEqual(Math.floor(minute / 60));
      }
    }
  });

  test("each day is due once across a year, whatever the clocks do", () => {
    for (const timeZone of ["Europe/London", "America/Santiago", "Australia/Lord_Howe"]) {
      const days = new Map<string, number>();
      let before = Date.parse("2026-01-01T00:00:00.000Z");
      for (let now = before + 3_600_000; now < Date.parse("2027-01-01T00:00:00.000Z"); now += 3_600_000) {
        const instant = new Date(now).toISOString();
        for (const { dueAt, day } of occurrencesUntil(schedule("00:30"), { timeZone }, instant))
          if (Date.parse(dueAt) > before) days.set(day, (days.get(day) ?? 0) + 1);
        before = now;
      }
      expect(
        [...days.values()].every((count) => count === 1),
        timeZone,
      ).toBe(true);
      expect(days.size, timeZone).toBeGreaterThanOrEqual(364);
    }
  });

  test("what was due before it was made or changed is none of it; what is off is never due", () => {
    const now = "2026-06-15T12:00:00.000Z";
    const due = (change: Partial<ReportSchedule>) =>
      occurrencesUntil(schedule("10:00", change), { timeZone: "Europe/London" }, now).map(({ day }) => day);
    expect(due({})).toEqual(["2026-06-13", "2026-06-14"]);
    expect(due({ since: "2026-06-15T08:59:00.000Z" })).toEqual(["2026-06-14"]);
    expect(due({ since: "2026-06-15T09:01:00.000Z" })).toEqual([]);
    expect(due({ enabled: false })).toEqual([]);
    expect(due({ reportedDay: "SAME_DAY" })).toEqual(["2026-06-14", "2026-06-15"]);
  });
});

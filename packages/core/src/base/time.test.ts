import fc from "fast-check";
import { expect, test } from "vitest";
import { formatInstant, isCalendarDate, isTimeZone, localTime, parseInstant } from "./time.ts";

test.each([
  ["2026-11-23T09:30:00Z", "2026-11-23T09:30:00.000Z"],
  ["2026-11-23t09:30:00z", "2026-11-23T09:30:00.000Z"],
  ["2026-11-23 09:30:00Z", "2026-11-23T09:30:00.000Z"],
  ["2026-11-23T09:30:00.1Z", "2026-11-23T09:30:00.100Z"],
  ["2026-11-23T09:30:00.9999999Z", "2026-11-23T09:30:00.999Z"],
  ["2026-11-23T09:30:00+05:45", "2026-11-23T03:45:00.000Z"],
  ["2026-11-23T09:30:00-00:00", "2026-11-23T09:30:00.000Z"],
  ["2026-12-31T23:30:00-08:00", "2027-01-01T07:30:00.000Z"],
  ["2024-02-29T00:00:00Z", "2024-02-29T00:00:00.000Z"],
  ["0001-01-01T00:00:00Z", "0001-01-01T00:00:00.000Z"],
  ["9999-12-31T23:59:59.999Z", "9999-12-31T23:59:59.999Z"],
  ["2026-06-30T23:59:60.5Z", "2026-07-01T00:00:00.500Z"],
])("time: %s is %s", (text, instant) => {
  expect(parseInstant(text)).toBe(instant);
});

test.each([
  "2026-11-23",
  "2026-11-23T09:30Z",
  "2026-11-23T09:30:00",
  "2026-11-23T24:00:00Z",
  "2026-11-23T09:60:00Z",
  "2026-06-30T23:59:61Z",
  "2026-02-29T00:00:00Z",
  "2026-13-01T00:00:00Z",
  "2026-00-01T00:00:00Z",
  "2026-11-31T00:00:00Z",
  "0000-01-01T00:00:00Z",
  "2026-11-23T09:30:00.Z",
  "2026-11-23T09:30:00+24:00",
  "2026-11-23T09:30:00+0100",
  "9999-12-31T23:59:59-01:00",
  "0001-01-01T00:00:00+01:00",
  "+002026-11-23T09:30:00Z",
  " 2026-11-23T09:30:00Z",
  "2026-11-23T09:30:00Z\n",
])("time: %j is no instant", (text) => {
  expect(parseInstant(text)).toBeUndefined();
});

test.each([
  // Europe/London: clocks go forward at 01:00 UTC on 29 March 2026 and back at 01:00 UTC on 25 October.
  ["2026-03-28T23:59:59.999Z", "Europe/London", "2026-03-28", 23],
  ["2026-03-29T00:59:59.999Z", "Europe/London", "2026-03-29", 0],
  ["2026-03-29T01:00:00.000Z", "Europe/London", "2026-03-29", 2],
  ["2026-03-29T23:00:00.000Z", "Europe/London", "2026-03-30", 0],
  ["2026-10-24T23:00:00.000Z", "Europe/London", "2026-10-25", 0],
  ["2026-10-25T00:59:59.999Z", "Europe/London", "2026-10-25", 1],
  ["2026-10-25T01:00:00.000Z", "Europe/London", "2026-10-25", 1],
  ["2026-10-25T23:30:00.000Z", "Europe/London", "2026-10-25", 23],
  // America/New_York: clocks go forward at 07:00 UTC on 8 March 2026 and back at 06:00 UTC on 1 November.
  ["2026-03-08T04:59:59.999Z", "America/New_York", "2026-03-07", 23],
  ["2026-03-08T06:59:59.999Z", "America/New_York", "2026-03-08", 1],
  ["2026-03-08T07:00:00.000Z", "America/New_York", "2026-03-08", 3],
  ["2026-03-09T03:59:59.999Z", "America/New_York", "2026-03-08", 23],
  ["2026-11-01T05:59:59.999Z", "America/New_York", "2026-11-01", 1],
  ["2026-11-01T06:00:00.000Z", "America/New_York", "2026-11-01", 1],
  ["2026-11-02T04:59:59.999Z", "America/New_York", "2026-11-01", 23],
  // America/St_Johns went back at 00:01 until 2011: the day before came again within a quarter of an hour.
  ["1999-10-31T02:30:59.999Z", "America/St_Johns", "1999-10-31", 0],
  ["1999-10-31T02:31:00.000Z", "America/St_Johns", "1999-10-30", 23],
  ["1999-10-31T03:30:59.999Z", "America/St_Johns", "1999-10-31", 0],
  // An offset with a quarter of an hour, and the other side of the date line.
  ["2026-06-15T18:14:59.999Z", "Asia/Kathmandu", "2026-06-15", 23],
  ["2026-06-15T18:15:00.000Z", "Asia/Kathmandu", "2026-06-16", 0],
  ["2026-06-15T10:00:00.000Z", "Pacific/Kiritimati", "2026-06-16", 0],
  ["2026-06-15T10:59:59.999Z", "Pacific/Pago_Pago", "2026-06-14", 23],
  ["0050-06-15T12:00:00.000Z", "UTC", "0050-06-15", 12],
])("time: %s in %s is the business day %s, hour %i", (instant, zone, day, hour) => {
  expect(localTime(instant, zone)).toEqual({ day, hour });
});

test("localTime: equals the platform's calendar day in every zone, in any call order", () => {
  const zones = [
    "Europe/London",
    "America/New_York",
    "Asia/Kathmandu",
    "Australia/Lord_Howe",
    "America/St_Johns",
    "Africa/Casablanca",
  ];
  const calendars = new Map(
    zones.map((zone) => [zone, new Intl.DateTimeFormat("sv-SE", { timeZone: zone, dateStyle: "short" })]),
  );
  const milliseconds = fc.integer({ min: Date.parse("1990-01-01"), max: Date.parse("2037-12-31") });
  fc.assert(
    fc.property(milliseconds, fc.constantFrom(...zones), (time, zone) => {
      expect(localTime(formatInstant(time), zone).day).toBe(calendars.get(zone)?.format(time));
    }),
    { numRuns: 2000 },
  );
});

test("localTime: is correct when the offset cache overflows", () => {
  const start = Date.parse("2026-03-29T00:00:00.000Z");
  for (let quarter = 0; quarter < 5000; quarter++) localTime(formatInstant(start + quarter * 900_000), "Europe/London");
  expect(localTime("2026-03-29T00:30:00.000Z", "Europe/London")).toEqual({ day: "2026-03-29", hour: 0 });
  expect(localTime("2026-03-29T01:30:00.000Z", "Europe/London")).toEqual({ day: "2026-03-29", hour: 2 });
});

test.each([
  ["2024-02-29", true],
  ["2023-02-29", false],
  ["2000-02-29", true],
  ["1900-02-29", false],
  ["2026-04-31", false],
  ["2026-4-1", false],
])("time: %s is a calendar date: %s", (text, is) => {
  expect(isCalendarDate(text)).toBe(is);
});

test("isTimeZone: accepts IANA zones only", () => {
  expect(isTimeZone("Europe/London")).toBe(true);
  expect(isTimeZone("Europe/Londinium")).toBe(false);
  expect(isTimeZone("")).toBe(false);
});

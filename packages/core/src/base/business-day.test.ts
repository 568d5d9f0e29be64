import fc from "fast-check";
import { expect, test } from "vitest";
import { type BusinessDays, businessTime, type DayRule, dayStart, withDayRule } from "./business-day.ts";
import { dayAfter, formatInstant, localTime } from "./time.ts";

const LONDON: DayRule = { timeZone: "Europe/London" };
const BAR: DayRule = { timeZone: "Europe/London", dayEndHour: 3 };

test.each([
  ["2026-11-28T02:59:59.999Z", "2026-11-27", 2],
  ["2026-11-28T03:00:00.000Z", "2026-11-28", 3],
  ["2026-11-28T23:59:00.000Z", "2026-11-28", 23],
  ["2026-11-29T00:00:00.000Z", "2026-11-28", 0],
  // Summer time ends: the clock shows 1 twice, and the day still ends when it shows 3.
  ["2026-10-25T01:30:00.000Z", "2026-10-24", 1],
  ["2026-10-25T03:00:00.000Z", "2026-10-25", 3],
])("businessTime: %s is %s when the day ends at 3", (instant, day, hour) => {
  expect(businessTime(instant, BAR)).toEqual({ day, hour });
});

test("businessTime: is the calendar day when the day ends at midnight", () => {
  const instant = "2026-06-30T23:30:00.000Z";
  expect(businessTime(instant, LONDON)).toEqual(localTime(instant, LONDON.timeZone));
});

test("dayStart: is the end of the gap when daylight saving skips the hour at which days end", () => {
  expect(dayStart("2026-03-29", { timeZone: "Europe/Berlin", dayEndHour: 2 })).toBe("2026-03-29T01:00:00.000Z");
});

test.each<[string, DayRule, DayRule, string, string]>([
  ["from midnight to 3 in the afternoon", LONDON, BAR, "2026-11-23T15:00:00.000Z", "2026-11-24"],
  ["from 3 to midnight in the afternoon", BAR, LONDON, "2026-11-23T15:00:00.000Z", "2026-11-24"],
  ["from 3 to midnight after midnight", BAR, LONDON, "2026-11-24T01:00:00.000Z", "2026-11-25"],
  ["when a clock ahead may show the next day", LONDON, BAR, "2026-11-23T23:56:00.000Z", "2026-11-25"],
])("withDayRule: holds from the next day that has not begun when it changes %s", (_, before, after, now, from) => {
  const days = withDayRule(before, after, now);
  expect(days).toEqual({ ...after, earlierDays: [{ ...before, before: from }] });
});

test("withDayRule: leaves nothing behind when a change is taken back before it holds", () => {
  const changed = withDayRule(LONDON, BAR, "2026-11-23T15:00:00.000Z");
  expect(withDayRule(changed, LONDON, "2026-11-23T16:00:00.000Z")).toEqual(LONDON);
});

test("withDayRule: is what was there when the rule is the same", () => {
  expect(withDayRule(BAR, { ...BAR }, "2026-11-23T15:00:00.000Z")).toBe(BAR);
});

const ZONES = ["Europe/London", "America/New_York", "Pacific/Kiritimati", "Pacific/Pago_Pago", "Australia/Lord_Howe"];
const HOUR = 3_600_000;
const START = Date.parse("2026-03-25T00:00:00.000Z");
const rule = fc
  .record({ timeZone: fc.constantFrom(...ZONES), dayEndHour: fc.integer({ min: 0, max: 11 }) })
  .map(({ timeZone, dayEndHour }): DayRule => (dayEndHour === 0 ? { timeZone } : { timeZone, dayEndHour }));
const changes = fc.array(fc.record({ after: fc.integer({ min: 1, max: 60 * HOUR }), rule }), { maxLength: 5 });

test("withDayRule: never moves what is recorded to an earlier day, nor a day that was given, when rules change", () => {
  fc.assert(
    fc.property(rule, changes, (first, later) => {
      let days: BusinessDays = first;
      let now = START;
      let lastDay = "";
      for (const change of later) {
        now += change.after;
        // A terminal's clock may be five minutes ahead.
        const ahead = [0, 1, 2, 3, 4, 5].map((minutes) => formatInstant(now + minutes * 60_000));
        const given = ahead.map((instant) => businessTime(instant, days));
        days = withDayRule(days, change.rule, formatInstant(now));
        expect(ahead.map((instant) => businessTime(instant, days))).toEqual(given);
        const day = given[0]?.day ?? "";
        expect(day >= lastDay).toBe(true);
        lastDay = day;
      }
      // By the rules at the end, days follow each other as the instants do, and begin where they say.
      let before = businessTime(formatInstant(START - 48 * HOUR), days).day;
      for (let instant = START - 48 * HOUR; instant < now + 96 * HOUR; instant += HOUR / 2) {
        const text = formatInstant(instant);
        const { day } = businessTime(text, days);
        expect(day >= before).toBe(true);
        expect(dayStart(day, days) <= text && dayStart(dayAfter(day), days) > text).toBe(true);
        before = day;
      }
    }),
    { numRuns: 60 },
  );
});

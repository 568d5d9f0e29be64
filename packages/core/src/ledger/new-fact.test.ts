import { expect, test } from "vitest";
import type { ExceptionCode } from "../generated/names.ts";
import type { FactKind } from "./kind.ts";
import { newFact } from "./new-fact.ts";

const NOW = "2026-06-15T12:00:00.000Z";

const kind: FactKind = {
  kind: "test",
  idPrefix: "tst",
  counts: "nothing",
  book: () => ({ postings: [], events: [], exceptions: [] }),
  uses: [],
  events: [],
  exceptions: ["CLOCK_SKEW", "LATE", "ODD"],
};
const origin = { merchantId: "mer_1", locationId: "loc_1", timeZone: "Europe/London" };
const request = {
  id: "tst_1",
  occurredAt: NOW,
  recordedAt: NOW,
  requestHash: "h1:",
  lineCount: 1,
  mode: "online",
} as const;

test.each([
  ["now", NOW, "online", "2026-06-15", []],
  ["5 minutes ahead", "2026-06-15T12:05:00.000Z", "online", "2026-06-15", []],
  ["more than 5 minutes ahead", "2026-06-15T12:05:00.001Z", "online", "2026-06-15", ["CLOCK_SKEW"]],
  ["days ahead: the day it was recorded", "2026-06-20T12:00:00.000Z", "offline", "2026-06-15", ["CLOCK_SKEW"]],
  ["24 hours ago", "2026-06-14T12:00:00.000Z", "online", "2026-06-14", []],
  ["more than 24 hours ago", "2026-06-14T11:59:59.999Z", "online", "2026-06-14", ["LATE"]],
  ["weeks ago, offline", "2026-06-01T12:00:00.000Z", "offline", "2026-06-01", []],
  ["before midnight in UTC, after it in London", "2026-06-14T23:30:00.000Z", "offline", "2026-06-15", []],
] as const)("newFact: business day and flags when it occurred %s", (_when, occurredAt, mode, day, flags) => {
  const fact = newFact(kind, origin, { ...request, occurredAt, mode });
  expect(fact).toMatchObject({ occurredAt, recordedAt: NOW, day });
  expect((fact.flags ?? []).map(({ code }) => code)).toEqual(flags);
});

/** Codes of a test's own kind, which no module declares. */
const [ODD, OTHER] = ["ODD", "OTHER"] as string[] as [ExceptionCode, ExceptionCode];

test("newFact: reports no oddity of time when the kind does not list it", () => {
  const silent = { ...kind, exceptions: [] };
  const fact = newFact(silent, origin, { ...request, occurredAt: "2026-06-20T12:00:00.000Z" });
  expect(fact).toMatchObject({ day: "2026-06-15", kind: "test" });
  expect(fact).not.toHaveProperty("flags");
});

test("newFact: keeps the flags that it is given, and rejects one that the kind does not declare", () => {
  const flags = [{ code: ODD, message: "Odd." }];
  expect(newFact(kind, origin, { ...request, flags }).flags).toEqual(flags);
  expect(() => newFact(kind, origin, { ...request, flags: [{ code: OTHER, message: "" }] })).toThrow(
    "declares the exception OTHER",
  );
});

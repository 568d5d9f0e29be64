import { expect, test } from "vitest";
import { NO_REFUNDS } from "../refund/model.ts";
import { dayProblems, usedProblems } from "./rules.ts";

const SALE = { day: "2026-06-15", locationId: "loc_1" };

test("dayProblems: VOID_NOT_ALLOWED on another business day or at another location", () => {
  const codes = (locationId: string, ...days: string[]) =>
    dayProblems(SALE, { locationId, days }).map(({ code }) => code);
  expect(codes("loc_1", "2026-06-15", "2026-06-15")).toEqual([]);
  expect(codes("loc_1", "2026-06-15", "2026-06-16")).toEqual(["VOID_NOT_ALLOWED"]);
  expect(codes("loc_1", "2026-06-14", "2026-06-15")).toEqual(["VOID_NOT_ALLOWED"]);
  expect(codes("loc_2", "2026-06-15")).toEqual(["VOID_NOT_ALLOWED"]);
});

test("usedProblems: a sale is voided once, and not after a refund", () => {
  const codes = (...refundIds: string[]) =>
    usedProblems({ payments: [] }, { ...NO_REFUNDS, refundIds }).map(({ code }) => code);
  expect(codes()).toEqual([]);
  expect(codes("ref_1")).toEqual(["SALE_ALREADY_REFUNDED"]);
  expect(codes("ref_1", "voi_1")).toEqual(["SALE_ALREADY_VOIDED"]);
  const ofExchange = usedProblems({ payments: [], exchangeId: "exc_1" }, NO_REFUNDS);
  expect(ofExchange.map(({ code }) => code)).toEqual(["SALE_OF_EXCHANGE"]);
});

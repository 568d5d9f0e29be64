import { expect, test } from "vitest";
import { byTime } from "./movement-order.ts";

const moved = (occurredAt: string, quantity: string, quantityAfter: string) => ({
  occurredAt,
  quantity,
  quantityAfter,
});

test("byTime: orders movements by when they happened when one was booked late (dashboard bug 25)", () => {
  // Booked: 10 come in at 9, 2 are sold at 12, and a sale of 11 is sent late.
  const booked = [moved("11:00", "-1", "7"), moved("12:00", "-2", "8"), moved("09:00", "10", "10")];
  expect(byTime(booked)).toEqual([moved("12:00", "-2", "7"), moved("11:00", "-1", "9"), moved("09:00", "10", "10")]);
});

test("byTime: keeps the order of movements when they happened at the same time", () => {
  const booked = [moved("11:00", "-1", "7"), moved("11:00", "-2", "8")];
  expect(byTime(booked)).toEqual(booked);
  expect(byTime([])).toEqual([]);
});

import { expect, test } from "vitest";
import { decide, placeOf } from "./follow.ts";

const at = (position: number, epoch = 1) => `${String(epoch).padStart(4, "0")}-${String(position).padStart(12, "0")}`;

test.each([
  ["the first event, with nothing held", undefined, at(7), at(3), "act"],
  ["the next one", at(3), at(7), at(3), "act"],
  ["the first of all", at(0), at(7), null, "act"],
  ["one that came before", at(7), at(7), at(3), "drop"],
  ["an older one", at(9), at(7), at(3), "drop"],
  ["one with something between", at(3), at(9), at(7), "resume"],
  ["a hint", at(3), at(7), undefined, "act"],
  ["a hint that comes late", at(7), at(3), undefined, "act"],
  ["the first after a restore to before what is held", at(500), at(401, 2), at(400), "act"],
] as const)("%s", (_name, held, cursor, previous, decision) => {
  expect(decide(held, { cursor, previous })).toBe(decision);
});

test("an event's place is read from its one field, whatever it is called", () => {
  expect(placeOf({ renamed: { cursor: at(1), previous: null, saleId: "x" } })).toEqual({
    cursor: at(1),
    previous: null,
  });
  expect(placeOf({ entriesBooked: { cursor: at(1) } })).toEqual({ cursor: at(1), previous: undefined });
  for (const data of [undefined, null, {}, { saleRecorded: null }, { saleRecorded: { saleId: "x" } }])
    expect(placeOf(data)).toBeUndefined();
});

import { expect, test } from "vitest";
import { changeOf } from "./change.ts";

test.each([
  [120, 100, { is: "up", by: 0.2 }],
  [80, 100, { is: "down", by: 0.2 }],
  [0, 100, { is: "down", by: 1 }],
  [100, 0, { is: "new" }],
  [0, 0, { is: "same" }],
  [10_004, 10_000, { is: "same" }],
  [10_005, 10_000, { is: "up", by: 0.001 }],
  [9_990, 10_000, { is: "down", by: 0.001 }],
  [1126, 1000, { is: "up", by: 0.13 }],
  // A loss that grew, and one that became a gain.
  [-200, -100, { is: "down", by: 1 }],
  [100, -100, { is: "up", by: 2 }],
])("changeOf: is right when %d is compared with %d", (now, before, change) => {
  expect(changeOf(now, before)).toEqual(change);
});

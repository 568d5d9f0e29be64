import { expect, test } from "vitest";
import { type Favourites, shownFirst, withPin, withSold } from "./favourites.ts";

const NONE: Favourites = { pinned: [], sold: {} };
const soldTimes = (favourites: Favourites, id: string, times: number) =>
  Array.from({ length: times }).reduce<Favourites>((kept) => withSold(kept, id), favourites);

test("shownFirst: lists pinned products in their order, then what is sold most", () => {
  let favourites = soldTimes(soldTimes(soldTimes(NONE, "tea", 5), "milk", 9), "once", 1);
  favourites = withPin(withPin(favourites, "bag"), "tea");
  expect(shownFirst(favourites)).toEqual(["bag", "tea", "milk"]);
  expect(shownFirst(withPin(favourites, "bag"))).toEqual(["tea", "milk"]);
});

test("withSold: forgets what no longer sells when very much was sold since", () => {
  const favourites = soldTimes(soldTimes(NONE, "old", 4), "new", 40_000);
  expect(shownFirst(favourites)).toEqual(["new"]);
  expect(favourites.sold.new).toBeLessThan(4_000);
});

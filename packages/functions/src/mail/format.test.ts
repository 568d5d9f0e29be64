import { expect, test } from "vitest";
import { formatFor } from "./format.ts";

test("number: shows a tax rate with all the places that it is charged at", () => {
  const { number } = formatFor("en-GB", "GBP", "Europe/London");
  expect(["8.875", "6.0625", "5.123456", "20"].map(number)).toEqual(["8.875", "6.0625", "5.123456", "20"]);
});

import { expect, test } from "vitest";
import { formatFor } from "./format.ts";

test("percent: shows a tax rate with all the places that it is charged at", () => {
  const { percent } = formatFor("en-GB", "GBP", "Europe/London");
  expect(["8.875", "6.0625", "5.123456", "20"].map(percent)).toEqual(["8.875%", "6.0625%", "5.123456%", "20%"]);
});

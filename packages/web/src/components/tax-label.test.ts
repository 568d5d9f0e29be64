import { formatsOf } from "@pos/messages/formats.ts";
import { expect, test } from "vitest";
import { taxLabel } from "./tax-label.ts";

test.each([
  ["Standard", "20", "Standard (20%)"],
  ["Standard 20 %", "20", "Standard 20 %"],
  ["VAT 17.5%", "17.5", "VAT 17.5%"],
  ["Zero", "0", "Zero (0%)"],
])("taxLabel: states the rate once when the name is %s", (name, rate, label) => {
  expect(taxLabel({ name, rate }, formatsOf("en-GB"))).toBe(label);
});

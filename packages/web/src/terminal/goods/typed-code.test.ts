import { expect, test } from "vitest";
import { typedCode } from "./typed-code.ts";

test("typedCode: returns the quantity and the code when a factor is typed before it", () => {
  expect(typedCode("12*501")).toEqual({ quantity: "12", text: "501" });
  expect(typedCode(" 3 × mug ")).toEqual({ quantity: "3", text: "mug" });
  expect(typedCode("12*")).toEqual({ quantity: "12", text: "" });
});

test("typedCode: returns the text alone when no whole number from 1 to 9999 is before the sign", () => {
  for (const text of ["blue mug", "0*501", "12345*1", "2.5*mug", "*5"]) expect(typedCode(text)).toEqual({ text });
});

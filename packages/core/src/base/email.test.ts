import { describe, expect, test } from "vitest";
import { asciiAddress, isMailAddress } from "./email.ts";

describe("R15: asciiAddress", () => {
  test("asciiAddress: encodes the domain when it is internationalized", () => {
    expect(asciiAddress("info@müller.example")).toBe("info@xn--mller-kva.example");
    expect(asciiAddress("a@例え.テスト")).toBe("a@xn--r8jz45g.xn--zckzah");
    expect(asciiAddress("First.Last+till@Shop.example")).toBe("First.Last+till@Shop.example");
  });

  test.each([
    ["a@b"],
    ["a@b."],
    ["@shop.example"],
    ["shop.example"],
    ["a@@shop.example"],
    [".a@shop.example"],
    ["a..b@shop.example"],
    ["a b@shop.example"],
    ['"a"@shop.example'],
    ["a@-shop.example"],
    ["a@shop..example"],
    ["a@[127.0.0.1]"],
    ["a@127.0.0.1"],
    ["a@shop.example:25"],
    ["a@shop.example/x"],
    ["a@shop_.example"],
    ["a@müller"],
    ["a\r\nBcc: x@shop.example"],
    [`${"a".repeat(65)}@shop.example`],
    [`a@${"b".repeat(64)}.example`],
    [`a@${"b.".repeat(130)}example`],
  ])("isMailAddress: returns false for %j", (text) => {
    expect(isMailAddress(text)).toBe(false);
  });
});

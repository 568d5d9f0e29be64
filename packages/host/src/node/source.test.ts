import { BEHIND_GATEWAY, DIRECT } from "@pos/functions/api/origin.ts";
import { expect, test } from "vitest";
import { hasOneHost, sourceOf } from "./source.ts";

const requestFrom = (remoteAddress: string, forwarded?: string) =>
  ({ socket: { remoteAddress }, headers: forwarded === undefined ? {} : { "x-forwarded-for": forwarded } }) as never;

test("sourceOf: is the socket's address unless a trusted proxy states another", () => {
  expect(sourceOf(requestFrom("10.0.0.1", "203.0.113.7"), DIRECT)).toBe("10.0.0.1");
  expect(sourceOf(requestFrom("10.0.0.1", "203.0.113.7"), BEHIND_GATEWAY)).toBe("203.0.113.7");
  expect(sourceOf(requestFrom("10.0.0.1", "made up, 203.0.113.7"), BEHIND_GATEWAY)).toBe("203.0.113.7");
  expect(sourceOf(requestFrom("10.0.0.1"), BEHIND_GATEWAY)).toBeUndefined();
});

test("hasOneHost: is false when two Host headers came", () => {
  expect(hasOneHost(["Host", "a", "X-Host", "b"])).toBe(true);
  expect(hasOneHost(["X", "y"])).toBe(true);
  expect(hasOneHost(["Host", "a", "X", "host", "hOST", "b"])).toBe(false);
});

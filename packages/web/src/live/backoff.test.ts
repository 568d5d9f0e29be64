import { expect, test } from "vitest";
import { createBackoff } from "./backoff.ts";

test("waits longer with each attempt that fails or does not hold, up to half a minute, and not after one that held", () => {
  let time = 0;
  const backoff = createBackoff({ now: () => time, random: () => 0.999 });
  const waits: number[] = [];
  const attempt = (heldMilliseconds?: number) => {
    waits.push(Math.round(backoff.before() / 100) * 100);
    if (heldMilliseconds !== undefined) backoff.connected();
    time += heldMilliseconds ?? 0;
    backoff.over();
    backoff.over();
  };
  for (let count = 0; count < 4; count++) attempt();
  // Taken and closed at once.
  for (let count = 0; count < 4; count++) attempt(100);
  attempt(60_000);
  attempt();
  attempt();
  expect(waits).toEqual([0, 1_000, 2_000, 4_000, 8_000, 16_000, 30_000, 30_000, 30_000, 1_000, 1_000]);
});

test("waits differ, so that all who were cut together come back one by one", () => {
  const waits = [0.1, 0.5, 0.9].map((chance) => {
    const backoff = createBackoff({ now: () => 0, random: () => chance });
    backoff.before();
    backoff.over();
    return backoff.before();
  });
  expect(waits).toEqual([550, 750, 950]);
});

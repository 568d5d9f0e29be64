import { expect, test, vi } from "vitest";
import { Deadlines } from "./deadlines.ts";

test("Deadlines: calls back what is not over in time, each at its own, and nothing that is over", async () => {
  vi.useFakeTimers({ toFake: ["setTimeout", "performance"] });
  try {
    const deadlines = new Deadlines(100);
    const called: string[] = [];
    const begin = (name: string) => {
      const late = () => void called.push(`${name} at ${performance.now()}`);
      deadlines.begin(late);
      return late;
    };
    const start = performance.now();
    const first = begin("first");
    vi.advanceTimersByTime(40);
    begin("second");
    deadlines.end(first);
    vi.advanceTimersByTime(99);
    expect(called).toEqual([]);
    vi.advanceTimersByTime(1);
    expect(called).toEqual([`second at ${start + 140}`]);
    vi.advanceTimersByTime(1_000);
    begin("third");
    begin("fourth");
    vi.advanceTimersByTime(100);
    expect(called.slice(1)).toEqual([`third at ${start + 1_240}`, `fourth at ${start + 1_240}`]);
    expect(vi.getTimerCount()).toBe(0);
  } finally {
    vi.useRealTimers();
  }
});

import { expect, test, vi } from "vitest";
import { createThrottle } from "./throttle.ts";

test("createThrottle: runs the first call of a name at once and only the last of the calls within the interval", async () => {
  vi.useFakeTimers();
  try {
    const done: string[] = [];
    const errors: unknown[] = [];
    const throttle = createThrottle({ intervalMilliseconds: 500, onError: (error) => errors.push(error) });
    const ask = (name: string, what: string) => throttle.run(name, async () => void done.push(what));
    await ask("a", "a1");
    await ask("a", "a2");
    await ask("a", "a3");
    await ask("b", "b1");
    expect(done).toEqual(["a1", "b1"]);
    await vi.advanceTimersByTimeAsync(499);
    expect(done).toEqual(["a1", "b1"]);
    await vi.advanceTimersByTimeAsync(1);
    expect(done).toEqual(["a1", "b1", "a3"]);
    await ask("a", "a4");
    await vi.advanceTimersByTimeAsync(500);
    expect(done.slice(3)).toEqual(["a4"]);
    await vi.advanceTimersByTimeAsync(500);
    await ask("a", "a5");
    expect(done.slice(4)).toEqual(["a5"]);
    await throttle.run("a", () => Promise.reject(new Error("deferred")));
    await vi.advanceTimersByTimeAsync(500);
    expect(errors).toEqual([new Error("deferred")]);
    await ask("b", "b2");
    await ask("b", "b3");
    throttle.close();
    await vi.advanceTimersByTimeAsync(5_000);
    expect(done.slice(5)).toEqual(["b2"]);
    expect(vi.getTimerCount()).toBe(0);
  } finally {
    vi.useRealTimers();
  }
});

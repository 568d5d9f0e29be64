import { expect, test, vi } from "vitest";
import { createPace } from "./throttle.ts";

test("what comes alone is done at once, of what comes within the while only the last, and each name by itself", async () => {
  vi.useFakeTimers();
  try {
    const done: string[] = [];
    const errors: unknown[] = [];
    const pace = createPace({ apartMilliseconds: 500, onError: (error) => errors.push(error) });
    const ask = (name: string, what: string) => pace.run(name, async () => void done.push(what));
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
    await pace.run("a", () => Promise.reject(new Error("put off")));
    await vi.advanceTimersByTimeAsync(500);
    expect(errors).toEqual([new Error("put off")]);
    await ask("b", "b2");
    await ask("b", "b3");
    pace.close();
    await vi.advanceTimersByTimeAsync(5_000);
    expect(done.slice(5)).toEqual(["b2"]);
    expect(vi.getTimerCount()).toBe(0);
  } finally {
    vi.useRealTimers();
  }
});

import { expect, test } from "vitest";
import { createReadWriteLock } from "./read-write-lock.ts";

/** Work that ends when its `end` is called and logs its progress. */
function work(name: string, events: string[]) {
  let end: () => void = () => {};
  const ended = new Promise<void>((resolve) => {
    end = resolve;
  });
  const run = async () => {
    events.push(`${name} begins`);
    await ended;
    events.push(`${name} ends`);
  };
  return { run, end };
}

test("createReadWriteLock: runs shared work concurrently and exclusive work by itself, in the order of the requests", async () => {
  const events: string[] = [];
  const lock = createReadWriteLock();
  const [a, b, exclusive, c] = ["a", "b", "exclusive", "c"].map((name) => work(name, events)) as [
    ReturnType<typeof work>,
    ReturnType<typeof work>,
    ReturnType<typeof work>,
    ReturnType<typeof work>,
  ];
  expect(lock.isBlocked("exclusive")).toBe(false);
  const first = [lock.run("shared", a.run), lock.run("shared", b.run)];
  expect([lock.isBlocked("shared"), lock.isBlocked("exclusive")]).toEqual([false, true]);
  const second = lock.run("exclusive", exclusive.run);
  const third = lock.run("shared", c.run);
  expect(lock.isBlocked("shared")).toBe(true);
  for (const { end } of [c, exclusive, b, a]) end();
  await Promise.all([...first, second, third]);
  const at = (text: string) => events.indexOf(text);
  expect(at("b begins")).toBeLessThan(at("a ends"));
  expect(at("exclusive begins")).toBeGreaterThan(Math.max(at("a ends"), at("b ends")));
  expect(at("c begins")).toBeGreaterThan(at("exclusive ends"));
});

test("createReadWriteLock: rejects only the caller when its work fails, and releases the lock", async () => {
  const lock = createReadWriteLock();
  const failing = lock.run("exclusive", () => Promise.reject(new Error("no")));
  const next = lock.run("exclusive", async () => "yes");
  await expect(failing).rejects.toThrow("no");
  expect(await next).toBe("yes");
  expect(lock.isBlocked("exclusive")).toBe(false);
});

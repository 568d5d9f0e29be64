import { expect, test } from "vitest";
import { createTurns } from "./read-write-lock.ts";

/** Work that ends when its `end` is called and logs its progress. */
function work(name: string, said: string[]) {
  let end: () => void = () => {};
  const ended = new Promise<void>((resolve) => {
    end = resolve;
  });
  const run = async () => {
    said.push(`${name} begins`);
    await ended;
    said.push(`${name} ends`);
  };
  return { run, end };
}

test("turns: what shares runs at once, what must be alone waits and is waited for, in the order of asking", async () => {
  const said: string[] = [];
  const turns = createTurns();
  const [a, b, alone, c] = ["a", "b", "alone", "c"].map((name) => work(name, said)) as [
    ReturnType<typeof work>,
    ReturnType<typeof work>,
    ReturnType<typeof work>,
    ReturnType<typeof work>,
  ];
  expect(turns.mustWait("alone")).toBe(false);
  const first = [turns.take("shared", a.run), turns.take("shared", b.run)];
  expect([turns.mustWait("shared"), turns.mustWait("alone")]).toEqual([false, true]);
  const second = turns.take("alone", alone.run);
  const third = turns.take("shared", c.run);
  expect(turns.mustWait("shared")).toBe(true);
  for (const { end } of [c, alone, b, a]) end();
  await Promise.all([...first, second, third]);
  const at = (text: string) => said.indexOf(text);
  expect(at("b begins")).toBeLessThan(at("a ends"));
  expect(at("alone begins")).toBeGreaterThan(Math.max(at("a ends"), at("b ends")));
  expect(at("c begins")).toBeGreaterThan(at("alone ends"));
});

test("turns: work that fails is its asker's to know, and nobody else waits longer for it", async () => {
  const turns = createTurns();
  const failing = turns.take("alone", () => Promise.reject(new Error("no")));
  const next = turns.take("alone", async () => "yes");
  await expect(failing).rejects.toThrow("no");
  expect(await next).toBe("yes");
  expect(turns.mustWait("alone")).toBe(false);
});

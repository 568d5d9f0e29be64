import { describe, expect, test } from "vitest";
import { createHashQueue, type HashQueue } from "./hash-queue.ts";

/** Work that ends when it is asked to. */
function held() {
  const ends: (() => void)[] = [];
  const order: string[] = [];
  const work = (name: string) => () => {
    order.push(name);
    return new Promise<string>((resolve) => ends.push(() => resolve(name)));
  };
  const endOne = async () => {
    ends.shift()?.();
    await new Promise((resolve) => setImmediate(resolve));
  };
  return { order, work, endOne };
}

const settle = () => new Promise((resolve) => setImmediate(resolve));

function fill(queue: HashQueue, work: (name: string) => () => Promise<string>, count: number) {
  return Array.from({ length: count }, (_, index) => queue.run("unknown", `source ${index}`, work(`u${index}`)));
}

describe("A10: the queue of hashes", () => {
  test("run: at most two at a time", async () => {
    const { order, work, endOne } = held();
    fill(createHashQueue(2), work, 10);
    await settle();
    expect(order).toEqual(["u0", "u1"]);
    await endOne();
    expect(order).toEqual(["u0", "u1", "u2"]);
  });

  test("run: refuses at once when too many wait, and takes more when some are done", async () => {
    const { order, work, endOne } = held();
    const queue = createHashQueue(1);
    const taken = fill(queue, work, 300).filter((answer) => answer !== undefined);
    expect(taken).toHaveLength(33);
    await settle();
    await endOne();
    expect(order).toHaveLength(2);
    expect(queue.run("unknown", "another", work("later"))).toBeDefined();
  });

  test("run: takes a few of one source, also when there is room", async () => {
    const { work, endOne } = held();
    const queue = createHashQueue(1);
    const attempt = () => queue.run("unknown", "one", work("one"));
    expect(Array.from({ length: 12 }, attempt).filter((answer) => answer !== undefined)).toHaveLength(8);
    expect(queue.run("unknown", "other", work("other"))).toBeDefined();
    await settle();
    await endOne();
    expect(attempt()).toBeDefined();
  });

  test("run: known callers go before those who wait, and have room when strangers have filled theirs", async () => {
    const { order, work, endOne } = held();
    const queue = createHashQueue(1);
    fill(queue, work, 100);
    expect(queue.run("known", "terminal", work("known"))).toBeDefined();
    await settle();
    await endOne();
    expect(order).toEqual(["u0", "known"]);
  });

  test("run: a failure frees its slot", async () => {
    const queue = createHashQueue(1);
    await expect(queue.run("known", "a", () => Promise.reject(new Error("no memory")))).rejects.toThrow("no memory");
    expect(await queue.run("known", "a", async () => "done")).toBe("done");
  });
});

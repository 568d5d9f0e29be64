import { describe, expect, test } from "vitest";
import { type Account, complaintsOf } from "./account.ts";
import { LIMITS } from "./limits.ts";
import { measured, median, type Window } from "./measure.ts";

const GOOD: Window = {
  health: { milliseconds: Array.from({ length: 200 }, () => 5), refused: 0 },
  sold: { milliseconds: [10, 12, 15], acknowledged: [], complaints: [] },
  residentMegabytes: 200,
  storedMegabytes: 1,
  outcome: { figures: {}, wrong: [] },
  complaints: [],
};
const late = (count: number, milliseconds: number) => ({
  refused: 0,
  milliseconds: [...Array.from({ length: 200 - count }, () => 5), ...Array.from({ length: count }, () => milliseconds)],
});
const missesOf = (spoilt: Partial<Window>) => measured("A0", { ...GOOD, ...spoilt }).misses;

describe("measured: what misses a limit", () => {
  test("nothing when every figure keeps its limit", () => {
    expect(missesOf({})).toEqual([]);
    expect(missesOf({ health: late(2, 900) })).toEqual([]);
  });

  test.each<readonly [string, Partial<Window>, string]>([
    ["more than one of a hundred answers is late", { health: late(3, 300) }, "only 98.5 % of /health within 250 ms"],
    ["one answer is later than the longest", { health: late(1, 1_001) }, "/health 1001 ms"],
    ["an answer is not 200", { health: { ...GOOD.health, refused: 1 } }, "1 of /health were not 200"],
    ["memory grows above its limit", { residentMegabytes: LIMITS.residentMegabytes + 1 }, "memory 513 MB"],
    ["a sale is late", { sold: { ...GOOD.sold, milliseconds: [10, 1_200] } }, "a sale 1200 ms"],
    ["too much is stored", { storedMegabytes: 40 }, "stored 40 MB"],
    ["a legitimate sale is refused", { sold: { ...GOOD.sold, complaints: ["refused"] } }, "refused"],
    ["the attack reached what it must not", { outcome: { figures: {}, wrong: ["found"] } }, "found"],
  ])("%s", (_, spoilt, miss) => {
    expect(missesOf(spoilt)).toEqual([miss]);
  });

  test("nothing measured is a miss", () => {
    expect(missesOf({ health: { milliseconds: [], refused: 0 } })).toEqual(["only 0.0 % of /health within 250 ms"]);
  });

  test("median: the run in the middle, but what is certain counts at once", () => {
    const [good, slow] = [measured("A0", GOOD), measured("A0", { ...GOOD, health: late(3, 300) })];
    const certain = measured("A0", { ...GOOD, complaints: ["1 lost: sale a"] });
    expect(median([slow, good, good]).misses).toEqual([]);
    expect(median([slow, good, slow]).misses).toEqual(slow.misses);
    expect(median([good, certain, good]).misses).toEqual(["1 lost: sale a"]);
  });
});

const row = (what: string, id: string, { line = id, times = 1 } = {}) =>
  [`${what} ${id}`, { what, id, line, times }] as const;
const account = (
  ...rows: readonly (readonly [string, { what: string; id: string; line: string; times: number }])[]
): Account => {
  return { stored: new Map(rows), verified: "0 differences" };
};

describe("complaintsOf: what is stored that should not be, or is not that should", () => {
  const before = account(row("staff", "stf_1", { line: "owner" }), row("sale", "sal_0"));
  const expected = { before, acknowledged: ["sal_1"], attackers: ["trm_9"] };
  const sound = [...before.stored, row("sale", "sal_1")] as const;

  test("nothing when the legitimate sales are there once, and the attacker's own", () => {
    expect(complaintsOf(account(...sound), expected)).toEqual([]);
    const exception = row("exception", "e", { line: "of trm_9" });
    expect(complaintsOf(account(...sound, exception), expected)).toEqual([]);
  });

  test.each([
    ["a sale is lost", account(...before.stored), "1 lost: sale sal_1"],
    ["a sale is doubled", account(...before.stored, row("sale", "sal_1", { times: 2 })), "1 doubled: sale sal_1"],
    ["a sale is strange", account(...sound, row("sale", "sal_2")), "1 stored that should not be: sale sal_2"],
    ["a person is strange", account(...sound, row("staff", "stf_2")), "1 stored that should not be: staff stf_2"],
    ["a person is changed", account(...sound, row("staff", "stf_1", { line: "larger" })), "1 changed: staff stf_1"],
    ["verify finds differences", { ...account(...sound), verified: "2 differences" }, "verify: 2 differences"],
  ])("%s", (_, found, complaint) => {
    expect(complaintsOf(found, expected)).toEqual([complaint]);
  });
});

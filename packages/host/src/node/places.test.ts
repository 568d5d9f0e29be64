import { expect, test } from "vitest";
import { createPlaces, type Place } from "./places.ts";

const LIMITS = { connectionsMax: 8, anonymousMax: 4, anonymousPerSourceMax: 3, perTokenMax: 2 };

function taken(place: ReturnType<ReturnType<typeof createPlaces>["take"]>): Place {
  if (typeof place === "string") throw new Error(`Not taken: ${place}`);
  return place;
}

test("take: refuses a source that has as many sockets without a token as one may have", () => {
  const places = createPlaces(LIMITS);
  const held = [1, 2, 3].map(() => taken(places.take("a", () => {})));
  expect(places.take("a", () => {})).toBe("too many from there");
  expect(taken(held[0] ?? "full").signIn("token")).toBe(true);
  taken(places.take("a", () => {}));
  expect(places.take("a", () => {})).toBe("too many from there");
  held[1]?.leave();
  held[1]?.leave();
  taken(places.take("a", () => {}));
  expect(places.take("a", () => {})).toBe("too many from there");
});

test("take: ends the oldest socket of the source with the most when all together have too many without a token", () => {
  const places = createPlaces(LIMITS);
  const ended: string[] = [];
  const take = (source: string, name: string) => taken(places.take(source, () => ended.push(name)));
  take("honest", "h1");
  for (const name of ["a1", "a2", "a3"]) take("attacker", name);
  take("other", "o1");
  expect(ended).toEqual(["a1"]);
  take("third", "t1");
  expect(ended).toEqual(["a1", "a2"]);
});

test("take: keeps places for signed-in clients when others hold all they may, and refuses when all are taken", () => {
  const places = createPlaces(LIMITS);
  for (let token = 0; token < 4; token++)
    expect(taken(places.take(`s${token}`, () => {})).signIn(`t${token}`)).toBe(true);
  for (let source = 0; source < 9; source++) if (source < 4) taken(places.take(`x${source}`, () => {}));
  expect(places.take("y", () => {})).toBe("full");
});

test("signIn: returns false when a token has as many sockets as it may have, until one leaves", () => {
  const places = createPlaces(LIMITS);
  const [one, two, three] = ["a", "b", "c"].map((source) => taken(places.take(source, () => {})));
  expect([one?.signIn("t"), two?.signIn("t"), three?.signIn("t"), three?.signIn("other")]).toEqual([
    true,
    true,
    false,
    true,
  ]);
  one?.leave();
  expect(taken(places.take("d", () => {})).signIn("t")).toBe(true);
});

test("take: counts clients behind a proxy that hides them in all only", () => {
  const places = createPlaces(LIMITS);
  const ended: number[] = [];
  for (let count = 0; count < 6; count++) taken(places.take(undefined, () => ended.push(count)));
  expect(ended).toEqual([0, 1]);
});

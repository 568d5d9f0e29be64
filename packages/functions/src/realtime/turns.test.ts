import { expect, test } from "vitest";
import { turn } from "./turns.ts";

test("turn: 100 replays at once do not keep other work waiting for more than one event", async () => {
  let [sent, sentAtLastLook, mostBetween] = [0, 0, 0];
  const look = () => {
    mostBetween = Math.max(mostBetween, sent - sentAtLastLook);
    sentAtLastLook = sent;
    if (sent < 1_000) setImmediate(look);
  };
  setImmediate(look);
  const replay = async () => {
    for (let event = 0; event < 10; event++) {
      await turn();
      sent++;
    }
  };
  await Promise.all(Array.from({ length: 100 }, replay));
  expect([sent, mostBetween]).toEqual([1_000, 1]);
});

import { expect, it } from "vitest";
import { createSharing } from "./sharing.ts";

/** What was begun and stopped, and the way to make something happen. */
function followed() {
  const begun: { document: string; variables: object; happen: () => void; isStopped: boolean }[] = [];
  const sharing = createSharing({
    subscribeFrom(document, variables, _from, { event }) {
      const one = { document, variables, happen: () => event(undefined as never), isStopped: false };
      begun.push(one);
      return { cursor: () => undefined, stop: () => void Object.assign(one, { isStopped: true }) };
    },
  });
  return { begun, sharing };
}

it("opens one subscription for equal subscriptions, and passes its events to each subscriber", () => {
  const { begun, sharing } = followed();
  const heard: string[] = [];
  sharing.hear("sales", { locationId: "a" }, () => heard.push("first"));
  sharing.hear("sales", { locationId: "a" }, () => heard.push("second"));
  sharing.hear("sales", { locationId: "b" }, () => heard.push("elsewhere"));
  expect(begun.map(({ variables }) => variables)).toEqual([{ locationId: "a" }, { locationId: "b" }]);
  begun[0]?.happen();
  expect(heard).toEqual(["first", "second"]);
});

it("closes after the last subscriber leaves, and opens again for the next", () => {
  const { begun, sharing } = followed();
  const heard: string[] = [];
  const listener = () => heard.push("same");
  const [first, second] = [sharing.hear("sales", {}, listener), sharing.hear("sales", {}, listener)];
  first();
  first();
  expect(begun.map(({ isStopped }) => isStopped)).toEqual([false]);
  begun[0]?.happen();
  expect(heard).toEqual(["same"]);
  second();
  expect(begun.map(({ isStopped }) => isStopped)).toEqual([true]);
  sharing.hear("sales", {}, listener);
  second();
  expect(begun.map(({ isStopped }) => isStopped)).toEqual([true, false]);
});

import { afterAll, beforeAll, expect, test } from "vitest";
import { GOOD_OPERATIONS, goodRequests } from "./good.ts";
import { ask } from "./judge.ts";
import { OPERATIONS } from "./positions.ts";
import { closeStand, openStand, type Stand } from "./stand.ts";

/** What the table spoils is good before: else a refusal would prove nothing. */
let stand: Stand;
beforeAll(async () => {
  stand = await openStand();
});
afterAll(() => closeStand(stand));

/** They end what another request of the table changes. */
const CHANGED = ["eraseCustomer", "deleteReportSchedule"];

test("every operation of the schema that takes something has a good request, and each goes well", async () => {
  expect(new Set(GOOD_OPERATIONS)).toEqual(new Set(OPERATIONS.keys()));
  const [first, last] = [["revokeTerminal"], ["updateCustomer"]];
  const apart = [...first, ...last, ...CHANGED];
  const outcomes: [string, string, string][] = [];
  for (const name of [...first, ...GOOD_OPERATIONS.filter((each) => !apart.includes(each)), ...last])
    for (const good of await goodRequests(stand, name)) {
      const { outcome, text } = await ask(stand, name, good);
      outcomes.push([name, outcome, text]);
    }
  expect(outcomes.length).toBeGreaterThan(GOOD_OPERATIONS.length);
  expect(outcomes.filter(([, outcome]) => !/^(answered|\d+ nodes)$/.test(outcome))).toEqual([]);
});

test("what ends what was changed before goes well by its new version", async () => {
  for (const name of CHANGED) {
    const [good] = await goodRequests(stand, name);
    const input = { ...(good?.variables.input as object), version: 2 };
    const { outcome } = await ask(stand, name, { token: good?.token, variables: { input } });
    expect([name, outcome]).toEqual([name, "answered"]);
  }
});

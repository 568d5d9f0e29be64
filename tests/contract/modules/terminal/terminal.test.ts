import { TYPED_CODE } from "@pos/core/people/terminal/model.ts";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Counter, closeCounter, openCounter } from "../../api/counter.ts";

let counter: Counter;
beforeAll(async () => {
  counter = await openCounter();
});
afterAll(() => closeCounter(counter));

async function create(code: string): Promise<string> {
  const { shop, api, owner: token } = counter;
  const input = { id: shop.clock.newId("trm"), code, name: "Door", locationId: shop.locationId };
  const { data } = await api.call(
    "mutation ($input: CreateTerminalInput!) { createTerminal(input: $input) { terminal { code } userErrors { code } } }",
    { variables: { input }, token },
  );
  return data.createTerminal.terminal?.code ?? data.createTerminal.userErrors[0].code;
}

test.each([
  ["door till", false],
  ["C/1", false],
  ["C.1", false],
  ["DOOR-1", true],
  ["收银1", true],
])("createTerminal: the code %j is taken; the dashboard takes it: %s (dashboard bug 13)", async (code, isTyped) => {
  expect(await create(code)).toBe(code);
  expect(TYPED_CODE.test(code)).toBe(isTyped);
});

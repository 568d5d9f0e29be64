import { createLocation } from "@pos/core/people/location/index.ts";
import { createStaff } from "@pos/core/people/staff/index.ts";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Data } from "../../support/api.ts";
import { done } from "../../support/shop.ts";
import { type Counter, closeCounter, openCounter, payment, saleInput, signIn, sync } from "./counter.ts";

/** Questions that name no location are about all that the caller may see. */
let counter: Counter;
let branch: string;
/** A manager of the branch alone. */
let limited: string;
const DAY = "2026-06-15";

beforeAll(async () => {
  counter = await openCounter({ variants: 2 });
  const { api, shop } = counter;
  branch = shop.clock.newId("loc");
  done(await createLocation(shop.owner, { id: branch, code: "TWO", name: "Two", timeZone: "Europe/London" }));
  const terminalId = shop.clock.newId("trm");
  await write("CreateTerminal", { id: terminalId, code: "B1", name: "Branch 1", locationId: branch });
  const person = { email: "branch@example.com", password: "a heron reads slowly at dusk", name: "Bea" };
  const rights = { role: "MANAGER", locationIds: [branch] } as const;
  done(await createStaff(shop.owner, { id: shop.clock.newId("stf"), ...person, ...rights }));
  limited = (await signIn(api, person.email, person.password)).token;
  for (const [index, { id }] of shop.variants.entries())
    await write("PatchVariant", { variantId: id, version: 1, reorderPoint: ["5", "3"][index] });
  await adjust(shop.locationId, 0, "4");
  await adjust(branch, 0, "9");
  await adjust(branch, 1, "2");
  const { activationCode } = (
    await ask(`mutation { issueActivationCode(input: { terminalId: "${terminalId}" }) { activationCode } }`)
  ).issueActivationCode;
  const activate = `mutation { activateTerminal(input: { activationCode: "${activationCode}" }) { token } }`;
  const terminal = (await ask(activate)).activateTerminal.token;
  for (const [token, quantity] of [
    [counter.terminal, "1"],
    [terminal, "2"],
  ] as const)
    for (const { status } of await sync(counter, [sold(quantity)], token)) expect(status).toBe("RECORDED");
  await api.reader.caughtUp();
});
afterAll(() => closeCounter(counter));

function sold(quantity: string) {
  const amount = Number(quantity) * 250;
  return saleInput(counter, {
    occurredAt: `${DAY}T08:00:00.000Z`,
    lines: [{ description: "Open", quantity, unitPrice: "2.50" }],
    payments: [payment(counter, amount)],
  });
}

async function ask(query: string, token = counter.owner, variables: object = {}): Promise<Data> {
  const { data, errors } = await counter.api.call(query, { token, variables });
  expect(errors).toBeUndefined();
  return data;
}

async function write(name: string, input: object): Promise<void> {
  const field = name.charAt(0).toLowerCase() + name.slice(1);
  const query = `mutation ($input: ${name}Input!) { ${field}(input: $input) { userErrors { code } } }`;
  expect((await ask(query, counter.owner, { input }))[field].userErrors).toEqual([]);
}

async function adjust(locationId: string, index: number, quantity: string): Promise<void> {
  const { clock, variants } = counter.shop;
  const lines = [{ variant: { sku: variants[index]?.sku }, quantity }];
  await write("AdjustStock", { id: clock.newId("adj"), locationId, occurredAt: clock.now(), reason: "Test", lines });
}

const names = () =>
  new Map([
    [counter.shop.locationId, "main"],
    [branch, "branch"],
  ]);
const skuOf = (index: number) => counter.shop.variants[index]?.sku;

/** All rows, one at a time. */
async function low(token: string): Promise<string[]> {
  const rows: string[] = [];
  let after: string | null = null;
  do {
    const query = `query ($after: String) { lowStockPage(filter: {}, first: 1, after: $after) {
      nodes { onHand location { id } variant { sku } } totalCount pageInfo { hasNextPage endCursor } } }`;
    const { nodes, pageInfo }: Data = (await ask(query, token, { after })).lowStockPage;
    rows.push(...nodes.map((row: Data) => `${names().get(row.location.id)} ${row.variant.sku} ${row.onHand}`));
    after = pageInfo.hasNextPage ? pageInfo.endCursor : null;
  } while (after !== null);
  return rows;
}

test("lowStockPage: has a row for each location at which a variant is low, walked page by page, when none is named", async () => {
  // The first: 4 of 5 at the main location, 9 at the branch. The second: none of 3 and 2 of 3.
  expect(await low(counter.owner)).toEqual([`main ${skuOf(1)} 0`, `branch ${skuOf(1)} 2`, `main ${skuOf(0)} 4`]);
  expect(await low(limited)).toEqual([`branch ${skuOf(1)} 2`]);
});

test("Variant.levels: has the locations that the caller may see", async () => {
  const query = `{ variants(by: [{ sku: "${skuOf(0)}" }, { sku: "${skuOf(1)}" }]) { levels { onHand location { id } } } }`;
  const of = async (token: string) =>
    (await ask(query, token)).variants.map(({ levels }: Data) =>
      levels.map(({ onHand, location }: Data) => `${names().get(location.id)} ${onHand}`),
    );
  expect(await of(counter.owner)).toEqual([["main 4", "branch 9"], ["branch 2"]]);
  expect(await of(limited)).toEqual([["branch 9"], ["branch 2"]]);
  expect((await ask(query, counter.cashier)).variants).toEqual([{ levels: null }, { levels: null }]);
});

test("bestSellers: are counted over the locations that the caller may see when none is named", async () => {
  const of = async (token: string, locationId: string | null = null) =>
    (
      await ask(
        `query ($id: ID) { bestSellers(locationId: $id, from: "${DAY}", to: "${DAY}") { quantity total { amount } } }`,
        token,
        { id: locationId },
      )
    ).bestSellers;
  expect(await of(counter.owner)).toEqual([{ quantity: "3", total: { amount: 750 } }]);
  expect(await of(counter.owner, branch)).toEqual([{ quantity: "2", total: { amount: 500 } }]);
  expect(await of(limited)).toEqual([{ quantity: "2", total: { amount: 500 } }]);
});

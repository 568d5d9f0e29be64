import { createStaff } from "@pos/core/people/staff/index.ts";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Answer, activate, type Data, signInOperator } from "../../support/api.ts";
import { createShop, done, type Shop } from "../../support/shop.ts";
import {
  type Counter,
  closeCounter,
  codeOf,
  complete,
  openCounter,
  payment,
  refusals,
  saleInput,
  signIn,
  storedSale,
  sync,
  syncOne,
} from "./counter.ts";

/** contract.md: "another merchant's or location's object: as if it did not exist". */
let counter: Counter;
let other: Shop;
let otherOwner: string;
/** A second location of the first merchant, its terminal, and a manager who works only there. */
let branch: { locationId: string; terminalId: string; terminal: string; manager: string; operator: string };
let here: Data;
let there: Data;

beforeAll(async () => {
  counter = await openCounter();
  const { api, shop, owner } = counter;
  other = await createShop({ engine: shop.engine, seed: 2 });
  const id = other.clock.newId("stf");
  const email = "owner@other.example";
  const password = "eleven quiet harbours";
  done(await createStaff(other.owner, { id, name: "Other", role: "OWNER", email, password }));
  otherOwner = (await signIn(api, email, password)).token;
  branch = await openBranch();
  here = (await complete(counter, saleInput(counter))).sale;
  const sold = saleInput(counter, { sequence: 1 });
  there = (await syncOne(counter, sold, branch.terminal)).sale;
  expect(there.location.id).toBe(branch.locationId);
  expect((await api.call("{ locations { id } }", { token: owner })).data.locations).toHaveLength(2);
});
afterAll(() => closeCounter(counter));

async function openBranch() {
  const { api, shop, owner } = counter;
  const locationId = shop.clock.newId("loc");
  const terminalId = shop.clock.newId("trm");
  const staff = {
    id: shop.clock.newId("stf"),
    name: "Branch manager",
    role: "MANAGER",
    locationIds: [locationId],
    email: "branch@shop.example",
    password: "the branch opens at nine",
    operatorNumber: "777",
    pin: "480777",
  };
  const { errors, data } = await api.call(
    `mutation ($l: CreateLocationInput!, $t: CreateTerminalInput!, $s: CreateStaffInput!) {
      createLocation(input: $l) { userErrors { code } } createTerminal(input: $t) { userErrors { code } }
      createStaff(input: $s) { userErrors { code } } }`,
    {
      variables: {
        l: { id: locationId, code: "LOW-ST", name: "Low Street", timeZone: "Europe/London" },
        t: { id: terminalId, code: "B1", name: "Branch 1", locationId },
        s: staff,
      },
      token: owner,
    },
  );
  expect(errors).toBeUndefined();
  expect(Object.values<Data>(data).flatMap(({ userErrors }) => userErrors)).toEqual([]);
  const terminal = await activate(api, owner, terminalId);
  const operator = await api.call(
    `mutation { signInOperator(input: { operatorNumber: "777", pin: "480777" }) { token } }`,
    { token: terminal },
  );
  const manager = (await signIn(api, staff.email, staff.password)).token;
  return { locationId, terminalId, terminal, manager, operator: operator.data.signInOperator.token };
}

const LOOK = `query ($location: ID!, $terminal: ID!, $variant: ID!, $sale: ID!) {
  location: node(id: $location) { id } terminal: node(id: $terminal) { id } variant: node(id: $variant) { id }
  node(id: $sale) { id } sale(id: $sale) { id } variantById: variant(by: { id: $variant }) { id }
  sales(filter: { locationId: $location }) { nodes { id } } }`;
const MANAGE = `query ($location: ID!) {
  stockLevels(locationId: $location) { nodes { sku } } exceptions(locationId: $location) { nodes { code } }
  salesSummary(locationId: $location, from: "2026-06-15", to: "2026-06-15") { saleCount } }`;

function look(
  query: string,
  token: string,
  of: { shop: Shop; locationId: string; terminalId: string; sale: string },
): Promise<Answer> {
  const variables = {
    location: of.locationId,
    terminal: of.terminalId,
    sale: of.sale,
    variant: of.shop.variants[0]?.id,
  };
  return counter.api.call(query, { variables, token });
}

function nothing(data: Data): void {
  expect(Object.values(data).every((value) => value === null)).toBe(true);
}

describe("another merchant", () => {
  const first = () => ({
    shop: counter.shop,
    locationId: counter.shop.locationId,
    terminalId: counter.shop.terminals[0]?.id ?? "",
    sale: here.id,
  });

  test("sees nothing of the first one's", async () => {
    for (const query of [LOOK, MANAGE]) {
      const { data, errors } = await look(query, otherOwner, first());
      expect(errors).toBeUndefined();
      nothing(data);
    }
    for (const query of [LOOK, MANAGE]) {
      const { data } = await look(query, counter.owner, first());
      expect(Object.values(data).every((value) => value !== null)).toBe(true);
    }
    const own = await counter.api.call("{ locations { id } sales { nodes { id } } }", { token: otherOwner });
    expect(own.data).toEqual({ locations: [{ id: other.locationId }], sales: { nodes: [] } });
  });

  test("finds its own variant under the same SKU", async () => {
    const query = `{ variant(by: { sku: "SKU-0001" }) { id } }`;
    const ids: string[] = [];
    for (const token of [counter.owner, otherOwner])
      ids.push((await counter.api.call(query, { token })).data.variant.id);
    expect(ids).toEqual([counter.shop.variants[0]?.id, other.variants[0]?.id]);
  });

  test("changes nothing of the first one's", async () => {
    const { shop, api } = counter;
    const { data, errors } = await api.call(
      `mutation ($terminal: ID!, $location: ID!, $variant: ID!, $new: ID!, $stock: ID!) {
        changePrice(input: { variantId: $variant, unitPrice: "1", version: 1 }) { userErrors { code path } }
        issueActivationCode(input: { terminalId: $terminal }) { userErrors { code path } }
        revokeTerminal(input: { terminalId: $terminal, version: 2 }) { userErrors { code path } }
        createTerminal(input: { id: $new, code: "X", name: "X", locationId: $location }) { userErrors { code path } }
        recordOpeningStock(input: { id: $stock, locationId: $location, occurredAt: "2026-06-15T09:00:00Z",
          lines: [{ variant: { id: $variant }, quantity: "1" }] }) { userErrors { code path } } }`,
      {
        variables: {
          terminal: shop.terminals[0]?.id,
          location: shop.locationId,
          variant: shop.variants[0]?.id,
          new: other.clock.newId("trm"),
          stock: other.clock.newId("ops"),
        },
        token: otherOwner,
      },
    );
    expect(errors).toBeUndefined();
    expect(Object.values<Data>(data).map(({ userErrors }) => userErrors[0].code)).toEqual([
      "UNKNOWN_VARIANT",
      "UNKNOWN_TERMINAL",
      "UNKNOWN_TERMINAL",
      "UNKNOWN_LOCATION",
      "UNKNOWN_LOCATION",
    ]);
  });

  test("may use the same sale's id: ids are the merchant's", async () => {
    const token = await activate(counter.api, otherOwner, other.terminals[0]?.id ?? "");
    const mine = { ...saleInput(counter), id: here.id, payments: [payment(counter, 199)] };
    const [result] = await sync(counter, [mine], token);
    expect(result).toMatchObject({ status: "RECORDED", sale: { id: here.id } });
    expect((await storedSale(counter, here.id)).recordedAt).toBe(here.recordedAt);
    await counter.api.reader.caughtUp();
  });

  test("a token under the other merchant's name is nobody's", async () => {
    const token = counter.owner.replace(counter.shop.merchantId, other.merchantId);
    expect(codeOf(await counter.api.call("{ me { kind } }", { token }))).toBe("UNAUTHENTICATED");
  });
});

describe("another location", () => {
  const main = () => ({
    shop: counter.shop,
    locationId: counter.shop.locationId,
    terminalId: counter.shop.terminals[0]?.id ?? "",
    sale: here.id,
  });
  const away = () => ({
    shop: counter.shop,
    locationId: branch.locationId,
    terminalId: branch.terminalId,
    sale: there.id,
  });

  test.each<[string, () => string, boolean, boolean]>([
    ["a terminal sees its own location", () => counter.terminal, true, false],
    ["the branch's terminal sees the branch", () => branch.terminal, false, true],
    ["the branch's manager at the dashboard sees the branch", () => branch.manager, false, true],
    ["the branch's manager at a terminal sees the branch", () => branch.operator, false, true],
    ["an operator whose role covers all sees all", () => counter.manager, true, true],
    ["the owner sees all", () => counter.owner, true, true],
  ])("%s", async (_name, token, seesMain, seesBranch) => {
    for (const [place, sees] of [
      [main(), seesMain],
      [away(), seesBranch],
    ] as const) {
      const { data, errors } = await look(LOOK, token(), place);
      expect(errors).toBeUndefined();
      const { variant, variantById, ...located } = data;
      expect([variant, variantById]).not.toContain(null);
      expect(new Set(Object.values(located).map((value) => value !== null))).toEqual(new Set([sees]));
    }
    await counter.api.reader.caughtUp();
    const { data } = await counter.api.call("{ sales(first: 100) { nodes { id location { id } } } locations { id } }", {
      token: token(),
    });
    const seen = [...(seesMain ? [counter.shop.locationId] : []), ...(seesBranch ? [branch.locationId] : [])].sort();
    expect([...new Set(data.sales.nodes.map(({ location }: Data) => location.id))].sort()).toEqual(seen);
    expect(data.locations.map(({ id }: Data) => id).sort()).toEqual(seen);
  });

  test("a manager of one location gets no levels, exceptions or figures of another", async () => {
    for (const token of [branch.manager, branch.operator]) {
      const away = await look(MANAGE, token, main());
      expect(away.errors).toBeUndefined();
      nothing(away.data);
    }
  });

  test("figures without a location are those of all that the caller may see", async () => {
    await counter.api.reader.caughtUp();
    const query = `{ salesSummary(from: "2026-06-15", to: "2026-06-15") { saleCount grossSales { amount } } }`;
    const counts: number[] = [];
    for (const token of [counter.owner, branch.manager, branch.operator])
      counts.push((await counter.api.call(query, { token })).data.salesSummary.saleCount);
    expect(counts).toEqual([2, 1, 1]);
  });

  test("an operator who does not work here cannot sign in here", async () => {
    const { data } = await counter.api.call(
      `mutation { signInOperator(input: { operatorNumber: "777", pin: "480777" }) { token userErrors { code } } }`,
      { token: counter.terminal },
    );
    expect(data.signInOperator).toEqual({ token: null, userErrors: [{ code: "INVALID_CREDENTIALS" }] });
  });

  test("a sale's id that another location has used tells nothing of it", async () => {
    const copy = saleInput(counter, { id: here.id });
    const operator = await signInOperator(counter.api, counter.shop, branch.terminal, "CASHIER");
    const answer = await complete(counter, copy, operator);
    expect(answer).toMatchObject({ sale: null, replayed: false });
    expect(refusals(answer)).toEqual([["ID_CONFLICT", "input.id"]]);
    expect((await storedSale(counter, here.id)).exceptions).toMatchObject([{ code: "ID_CONFLICT" }]);
    expect(await storedSale(counter, here.id, branch.terminal)).toBeNull();
  });
});

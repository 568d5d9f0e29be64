import { present } from "@pos/core/base/result.ts";
import { createMemoryTable } from "@pos/core/table/memory/table.ts";
import type { Table } from "@pos/core/table/port/port.ts";
import { tenantTable } from "@pos/core/table/tenant.ts";
import { afterAll, beforeAll, expect, test } from "vitest";
import { goodRequests } from "../../contract/api/bad-input/good.ts";
import { IDS, MALFORMED_IDS } from "../../contract/api/bad-input/ids.ts";
import { ask, type Case, judge, placeOf, send, spoilt } from "../../contract/api/bad-input/judge.ts";
import { NUMBERS } from "../../contract/api/bad-input/numbers.ts";
import { type Position, positionsOf } from "../../contract/api/bad-input/positions.ts";
import { closeStand, openStand, type Stand } from "../../contract/api/bad-input/stand.ts";
import { BROKEN, refusalAt, TEXTS } from "../../contract/api/bad-input/texts.ts";
import { signInOperator } from "../../support/api.ts";

/** A few rows of each class of the table of bad input: the least that must fail when a defence is gone (guards.ts). */
let stand: Stand;
/** What every read throws just now. */
let broken: Error | undefined;

beforeAll(async () => {
  const breaking = (table: Table): Table => ({
    ...table,
    async batchGet(keys) {
      if (broken) throw broken;
      return table.batchGet(keys);
    },
  });
  stand = await openStand(breaking);
});
afterAll(() => closeStand(stand));

function place(type: string, name: string): Position {
  return present(positionsOf(type).get(name), name);
}

function asked(name: string, query: string, expected: string, token: string | undefined): Case {
  return { name, expected, run: () => send(stand, { body: JSON.stringify({ query }), token }) };
}

test("target: a malformed id is refused", async () => {
  const cases: Case[] = [];
  for (const name of ["createCustomer.input.id", "createCategory.input.id", "completeSale.input.payments.0.id"]) {
    const { kind, malformed = "" } = present(IDS[name], name);
    const position = place("ID", name);
    for (const [how, spoil] of MALFORMED_IDS) {
      const value = spoil(stand.counter.shop.clock.newId(kind));
      cases.push(
        await spoilt(stand, position, { name: how, value, expected: `${malformed} ${position.path.join(".")}` }),
      );
    }
  }
  await judge(stand, "ids", cases);
});

test("target: a text that is too long or broken is refused", async () => {
  const cases: Case[] = [];
  for (const name of ["createCustomer.input.name", "completeSale.input.note", "adjustStock.input.reason"]) {
    const row = present(TEXTS[name], name);
    const position = place("String", name);
    const expected = refusalAt(row, position.path);
    cases.push(await spoilt(stand, position, { name: "too long", value: "x".repeat(row.max + 1), expected }));
    for (const [how, value] of BROKEN) cases.push(await spoilt(stand, position, { name: how, value, expected }));
  }
  await judge(stand, "texts", cases);
});

test("target: a number out of its range is refused", async () => {
  const cases: Case[] = [];
  for (const [type, name] of [
    ["Decimal", "createTaxCode.input.rate"],
    ["Decimal", "completeSale.input.lines.0.quantity"],
    ["Int", "eraseCustomer.input.version"],
  ] as const) {
    for (const [value, expected] of present(NUMBERS[name], name))
      cases.push(await spoilt(stand, place(type, name), { name: String(value).slice(0, 20), value, expected }));
  }
  await judge(stand, "numbers", cases);
});

test("target: a value of a wrong type is refused at its place", async () => {
  const position = place("MinorUnits", "completeSale.input.expectedTotal");
  const cases: Case[] = [];
  for (const value of [2 ** 53, 1.5, "1", "§1e309§"])
    cases.push(
      await spoilt(stand, position, {
        name: String(value),
        value,
        expected: "BAD_USER_INPUT",
        says: placeOf(position),
      }),
    );
  await judge(stand, "types", cases);
});

test("target: a list that is too long is refused", async () => {
  const line = { description: "x", quantity: "1", unitPrice: "0" };
  const sale = { id: "x", sequence: 1, occurredAt: "2026-06-15T09:00:00Z", lines: [], payments: [] };
  const expected = "BAD_REQUEST";
  await judge(stand, "lists", [
    await spoilt(stand, place("list", "completeSale.input.lines"), {
      name: "of lines",
      value: Array(2001).fill(line),
      expected,
    }),
    await spoilt(stand, place("list", "syncSales.input.sales"), {
      name: "of sales",
      value: Array(101).fill(sale),
      expected,
    }),
  ]);
});

test("target: goods that no number can value are refused", async () => {
  const position = place("Decimal", "recordOpeningStock.input.lines.0.unitCost");
  const [good] = await goodRequests(stand, "recordOpeningStock");
  const { lines } = present(good, "a good request").variables.input as { readonly lines: { quantity: string }[] };
  for (const line of lines) line.quantity = "9999999.999";
  const row = {
    name: "of the highest cost",
    value: "999999999.999999",
    expected: "INVALID_COST input.lines.0.unitCost",
  };
  await judge(stand, "sums", [await spoilt(stand, position, { ...row, ...(good ? { good } : {}) })]);
});

test("target: a request cannot reach another merchant's keys", async () => {
  const { clock } = stand.counter.shop;
  const [own, other] = [clock.newId("mer"), clock.newId("mer")];
  const table = tenantTable(createMemoryTable().table, own);
  await expect(table.get({ pk: `${own}#VARIANT`, sk: "x" })).resolves.toBeUndefined();
  await expect(async () => table.get({ pk: `${other}#VARIANT`, sk: "x" })).rejects.toThrow();
  await expect(async () =>
    table.write({ op: "put", item: { pk: own, sk: "x", gsi1pk: `${other}#X`, gsi1sk: "x" } }),
  ).rejects.toThrow();
});

test("target: what belongs to another location or merchant is not found", async () => {
  const { branch, own, foreign, counter } = stand;
  const balances = (id: string) => `{ accountBalances(locationId: "${id}") { account } }`;
  const sale = (id: string) => `{ sale(id: "${id}") { id } }`;
  await judge(stand, "foreign ids", [
    asked("another location's balances", balances(own.locationId), "null", branch.manager),
    asked("another location's sale", sale(own.saleId), "null", branch.manager),
    asked("another merchant's balances", balances(foreign.locationId), "null", counter.owner),
    asked("another merchant's sale", sale(foreign.saleId), "null", counter.owner),
  ]);
});

test("target: a forged token is refused", async () => {
  const { owner, manager, terminal } = stand.counter;
  const me = "{ me { kind } }";
  const making = `mutation { createCategory(input: { id: "${stand.counter.shop.clock.newId("cat")}", name: "x" }) { __typename } }`;
  const forged = [owner, manager, terminal].map((token) => `${token.slice(0, -43)}${"A".repeat(43)}`);
  await judge(stand, "tokens", [
    ...[...forged, "rubbish", undefined].flatMap((token) => [
      asked(`who, by ${token}`, me, "UNAUTHENTICATED", token),
      asked(`making, by ${token}`, making, "UNAUTHENTICATED", token),
    ]),
  ]);
});

test("target: the sixth guess waits", async () => {
  const input = { email: "guessed@shop.example", password: "not this one" };
  const guess = () => ask(stand, "signIn", { token: undefined, variables: { input } });
  const cases = Array.from({ length: 6 }, (_, index): Case => {
    const expected = index < 5 ? "INVALID_CREDENTIALS input" : "TOO_MANY_ATTEMPTS input";
    return { name: `guess ${index}`, expected, run: guess };
  });
  await judge(stand, "guesses", cases);
});

test("target: a body that is too large or no text is refused", async () => {
  const query = `mutation { createCategory(input: { id: "${stand.counter.shop.clock.newId("cat")}", name: "§" }) { __typename } }`;
  const [before = "", after = ""] = JSON.stringify({ query }).split("§");
  const body = Uint8Array.from([...Buffer.from(before), 0xff, ...Buffer.from(after)]);
  const { owner: token } = stand.counter;
  await judge(stand, "bodies", [
    {
      name: "too large",
      expected: "TOO_LARGE",
      status: 413,
      run: () => send(stand, { body: `${before}x${after}`.padEnd(1_048_577), token }),
    },
    { name: "no text", expected: "BAD_REQUEST", status: 400, run: () => send(stand, { body, token }) },
  ]);
});

test("target: a document beyond a limit is too complex", async () => {
  const aliases = `{ ${Array.from({ length: 16 }, (_, n) => `a${n}: __typename`).join(" ")} }`;
  const deep = `{ terminals { location ${"{ a ".repeat(11)}${"}".repeat(11)} } }`;
  const directives = `{ me { kind ${"@skip(if: false) ".repeat(9)} } }`;
  const costly = "{ customers(first: 100) { nodes { sales(first: 100) { nodes { id location { id } } } } } }";
  await judge(
    stand,
    "documents",
    [aliases, deep, directives, costly].map((query) =>
      asked(query.slice(0, 40), query, "TOO_COMPLEX", stand.counter.owner),
    ),
  );
});

test("target: internal errors reach no client", async () => {
  const [good] = await goodRequests(stand, "signIn");
  const run = async () => {
    broken = new Error("MDB_CORRUPTED at /srv/shop/data.mdb: passwordHash");
    try {
      return await ask(stand, "signIn", present(good, "a good request"));
    } finally {
      broken = undefined;
    }
  };
  await judge(stand, "faults inside", [{ name: "a sign-in", expected: "INTERNAL", run }]);
});

test("target: a cursor of another list is refused", async () => {
  const { own, foreign, counter } = stand;
  const behind = (cursor: string) => `{ sales(after: "${cursor}") { nodes { id } } }`;
  await judge(stand, "cursors", [
    asked("of customers", behind(own.cursors.customers), "BAD_REQUEST", counter.owner),
    asked("of another merchant", behind(foreign.cursors.sales), "BAD_REQUEST", counter.owner),
  ]);
});

test("target: a revoked terminal is refused", async () => {
  const { api, shop, owner, terminals } = stand.counter;
  const terminal = present(terminals[1], "the second terminal's token");
  const operator = await signInOperator(api, shop, terminal, "MANAGER");
  const { data } = await api.call(
    "mutation ($id: ID!) { revokeTerminal(input: { terminalId: $id, version: 2 }) { userErrors { code } } }",
    { variables: { id: shop.terminals[1]?.id }, token: owner },
  );
  expect(data.revokeTerminal.userErrors).toEqual([]);
  await judge(stand, "tokens", [
    asked("the terminal", "{ me { kind } }", "UNAUTHENTICATED", terminal),
    asked("the operator at it", "{ me { kind } }", "UNAUTHENTICATED", operator),
  ]);
});

test("target: an expired session is refused", async () => {
  const { shop, owner, manager } = stand.counter;
  shop.clock.advance(12 * 3_600_000);
  await judge(stand, "tokens", [
    asked("the owner", "{ me { kind } }", "UNAUTHENTICATED", owner),
    asked("the manager at a terminal", "{ me { kind } }", "UNAUTHENTICATED", manager),
  ]);
});

import { present } from "@pos/core/base/result.ts";
import { afterAll, beforeAll, expect, test } from "vitest";
import { activate, signInOperator } from "../../../support/api.ts";
import { saleInput, signInDashboard } from "../counter.ts";
import { type Case, countsByClass, judge, send } from "./judge.ts";
import { closeStand, openStand, type Stand } from "./stand.ts";

/** Tokens that are forged, spliced, expired or revoked: each is as good as none, to read and to write. */
let stand: Stand;
beforeAll(async () => {
  stand = await openStand();
});
afterAll(async () => {
  console.log(countsByClass());
  await closeStand(stand);
});

const PARTS = ["kind", "merchant", "terminal", "staff", "session", "secret"] as const;
type Part = (typeof PARTS)[number];

function partsOf(token: string): Record<Part, string> {
  const parts = token.split(".");
  return Object.fromEntries(PARTS.map((part, index) => [part, parts[index] ?? ""])) as Record<Part, string>;
}

function tokenOf(parts: Record<Part, string>): string {
  return PARTS.map((part) => parts[part]).join(".");
}

function withPart(token: string, changes: Partial<Record<Part, string>>): string {
  return tokenOf({ ...partsOf(token), ...changes });
}

/** One bit of one character, where the result is still a character that a token may hold. */
function flipped(text: string, index: number): string {
  const swapped = ["A", "B", "0", "1", "M", "Z"].find((character) => character !== text[index]) ?? "A";
  return text.slice(0, index) + swapped + text.slice(index + 1);
}

/** A read and a write by that token. */
function rows(name: string, authorization: string): Case[] {
  const { counter, own } = stand;
  const headers = { authorization };
  const bodies = [
    { query: "{ me { kind } }" },
    { query: "query ($id: ID!) { sale(id: $id) { id } }", variables: { id: own.saleId } },
    {
      query: "mutation ($input: CompleteSaleInput!) { completeSale(input: $input) { userErrors { code } } }",
      variables: { input: saleInput(counter) },
    },
    {
      query: "mutation ($input: CreateCategoryInput!) { createCategory(input: $input) { userErrors { code } } }",
      variables: { input: { id: counter.shop.clock.newId("cat"), name: "Forged" } },
    },
  ];
  return bodies.map((body, index) => ({
    name: `${name}, request ${index}`,
    expected: "UNAUTHENTICATED",
    run: () => send(stand, { body: JSON.stringify(body), headers }),
  }));
}

function tokens(): readonly (readonly [kind: string, token: string])[] {
  const { owner, terminal, manager } = stand.counter;
  return [
    ["the owner's", owner],
    ["the terminal's", terminal],
    ["the manager's at a terminal", manager],
  ];
}

test("a token with one character changed, at any place, is none", async () => {
  const cases: Case[] = [];
  for (const [kind, token] of tokens()) {
    let index = 0;
    for (const [part, text] of Object.entries(partsOf(token)) as [Part, string][]) {
      const ends = part === "kind" || text === "" ? [] : [4, 5, Math.floor(text.length / 2), text.length - 1];
      for (const at of ends)
        cases.push(
          ...rows(`${kind}, ${part} changed at ${at}`, `Bearer ${withPart(token, { [part]: flipped(text, at) })}`),
        );
      index += text.length;
    }
    expect(index).toBeGreaterThan(70);
  }
  await judge(stand, "forged tokens", cases);
});

test("a token spliced from parts of others is none", async () => {
  const { foreignMerchantId, foreignOwner, foreign, branch, counter } = stand;
  const { owner, terminal, manager, cashier } = counter;
  const second = present(counter.terminals[1], "another terminal's token");
  const spliced: readonly (readonly [name: string, token: string])[] = [
    ...tokens().flatMap(([kind, token]) => [
      [`${kind} in another merchant`, withPart(token, { merchant: foreignMerchantId })] as const,
      [`${kind} with the other owner's secret`, withPart(token, { secret: partsOf(foreignOwner).secret })] as const,
      [`${kind} with a secret of nothing`, withPart(token, { secret: "A".repeat(43) })] as const,
      ...["t", "o", "s"]
        .filter((letter) => letter !== token[0])
        .map((letter) => [`${kind} as ${letter}`, withPart(token, { kind: letter })] as const),
    ]),
    ["the other owner's in this merchant", withPart(foreignOwner, { merchant: counter.shop.merchantId })],
    ["the cashier's session with the manager's secret", withPart(cashier, { secret: partsOf(manager).secret })],
    ["the manager's session as the cashier", withPart(manager, { staff: partsOf(cashier).staff })],
    ["the cashier's secret in the owner's name", withPart(cashier, { staff: counter.shop.staff.OWNER.id })],
    ["the manager's session at another terminal", withPart(manager, { terminal: partsOf(second).terminal })],
    ["the manager's session without its terminal", withPart(manager, { terminal: "" })],
    ["the manager's at a terminal as the dashboard's", withPart(manager, { kind: "s", terminal: "" })],
    [
      "the owner's dashboard session at a terminal",
      withPart(owner, { kind: "o", terminal: partsOf(manager).terminal }),
    ],
    ["another terminal with this one's secret", withPart(second, { secret: partsOf(terminal).secret })],
    ["the terminal with the manager's session", withPart(manager, { kind: "t" })],
    ["the other merchant's terminal", withPart(terminal, { terminal: foreign.terminalId })],
    ["the branch's manager in the owner's name", withPart(branch.manager, { staff: counter.shop.staff.OWNER.id })],
  ];
  await judge(
    stand,
    "forged tokens",
    spliced.flatMap(([name, token]) => rows(name, `Bearer ${token}`)),
  );
});

test("a token cut, doubled or dressed up is none", async () => {
  const cases: Case[] = [];
  for (const [kind, token] of tokens()) {
    const spoilt: readonly (readonly [name: string, authorization: string])[] = [
      ["cut by one", `Bearer ${token.slice(0, -1)}`],
      ["cut in half", `Bearer ${token.slice(0, token.length / 2)}`],
      ["without its secret", `Bearer ${withPart(token, { secret: "" })}`],
      ["one longer", `Bearer ${token}A`],
      ["doubled", `Bearer ${token}${token}`],
      ["twice", `Bearer ${token} ${token}`],
      ["twice with a comma", `Bearer ${token}, Bearer ${token}`],
      ["with a dot behind", `Bearer ${token}.`],
      ["with a part behind", `Bearer ${token}.x`],
      ["with a part less", `Bearer ${token.split(".").slice(1).join(".")}`],
      ["in lower case", `Bearer ${token.toLowerCase()}`],
      ["in quotes", `Bearer "${token}"`],
      ["written for an address", `Bearer ${encodeURIComponent(token.replaceAll(".", "%2E"))}`],
      ["as base64", `Bearer ${Buffer.from(token).toString("base64")}`],
      ["without a scheme", token],
      ["of another scheme", `Basic ${token}`],
      ["of 10,000 characters", `Bearer ${token}${"A".repeat(10_000)}`],
      ["with the key's separator", `Bearer ${token.replace(".", "#")}`],
    ];
    for (const [name, authorization] of spoilt) cases.push(...rows(`${kind} ${name}`, authorization));
  }
  for (const authorization of [
    "",
    "Bearer",
    "Bearer ",
    "Bearer null",
    "Bearer undefined",
    "Bearer ..........",
    "Bearer __proto__",
  ])
    cases.push(...rows(JSON.stringify(authorization), authorization));
  await judge(stand, "forged tokens", cases);
});

test("a revoked terminal, its operators, and the tokens of before it was paired anew are nobody", async () => {
  const { api, shop, owner, terminals } = stand.counter;
  const { id } = present(shop.terminals[1], "the second terminal");
  const before = present(terminals[1], "its token");
  const operatorBefore = await signInOperator(api, shop, before, "MANAGER");
  const paired = await activate(api, owner, id);
  await judge(stand, "revoked tokens", [
    ...rows("the token of before", `Bearer ${before}`),
    ...rows("the operator's of before", `Bearer ${operatorBefore}`),
  ]);
  const operator = await signInOperator(api, shop, paired, "MANAGER");
  const revoke = `mutation { revokeTerminal(input: { terminalId: "${id}", version: 3 }) { userErrors { code } } }`;
  const { data } = await api.call(revoke, { token: owner });
  expect(data.revokeTerminal.userErrors).toEqual([]);
  await judge(stand, "revoked tokens", [
    ...rows("the revoked terminal's", `Bearer ${paired}`),
    ...rows("the operator's at it", `Bearer ${operator}`),
  ]);
});

test("a session that signed out or is over is nobody's", async () => {
  const { api, shop, manager, cashier } = stand.counter;
  const left = await signInDashboard(api, shop, "CASHIER");
  await api.call("mutation { signOut { userErrors { code } } }", { token: left });
  await judge(stand, "expired tokens", rows("a dashboard that signed out", `Bearer ${left}`));
  const owner = await signInDashboard(api, shop, "OWNER");
  shop.clock.advance(12 * 3_600_000 - 1);
  expect((await api.call("{ me { kind } }", { token: owner })).data.me).toEqual({ kind: "STAFF" });
  shop.clock.advance(1);
  await judge(stand, "expired tokens", [
    ...rows("the owner's after twelve hours", `Bearer ${owner}`),
    ...rows("the manager's at a terminal", `Bearer ${manager}`),
    ...rows("the cashier's at a terminal", `Bearer ${cashier}`),
  ]);
});

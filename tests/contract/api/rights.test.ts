import { readFileSync } from "node:fs";
import { present } from "@pos/core/base/result.ts";
import { merchantLocations } from "@pos/core/people/location/index.ts";
import { createStaff, findStaff } from "@pos/core/people/staff/index.ts";
import {
  buildSchema,
  type GraphQLInputType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isRequiredInputField,
} from "graphql";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { activate, type Data, signInOperator } from "../../support/api.ts";
import { done } from "../../support/shop.ts";
import { moduleContracts } from "../generated/modules.ts";
import { SIGNED_IN_CALLERS, type SignedInCaller } from "../module-contract.ts";
import { type Counter, closeCounter, complete, openCounter, saleInput, signIn, signInDashboard } from "./counter.ts";

/**
 * contract.md, "Rights that do not grow": every mutation of the schema as every kind of signed-in caller. The documents are made
 * from the schema, so a new mutation needs a row and nothing else.
 */
const DASHBOARD: readonly SignedInCaller[] = ["owner", "manager", "cashier", "limited owner", "limited manager"];
const AT_TERMINALS: readonly SignedInCaller[] = SIGNED_IN_CALLERS.filter((caller) => caller.endsWith(" at a terminal"));
/** At the dashboard. */
const OFFICE: readonly SignedInCaller[] = ["owner", "manager", "limited owner", "limited manager"];
const MANAGERS: readonly SignedInCaller[] = [
  ...OFFICE,
  ...AT_TERMINALS.filter((caller) => caller !== "cashier at a terminal"),
];
/** What holds at all locations. */
const EVERYWHERE: readonly SignedInCaller[] = ["owner", "manager", "owner at a terminal", "manager at a terminal"];
const TERMINALS: readonly SignedInCaller[] = ["terminal", ...AT_TERMINALS];

/** Who gets past the gate of each mutation; all others are answered FORBIDDEN. */
const MAY: { readonly [mutation: string]: readonly SignedInCaller[] } = {
  signIn: SIGNED_IN_CALLERS,
  signOut: DASHBOARD,
  signInOperator: ["terminal"],
  createTaxCode: EVERYWHERE,
  createLocation: ["owner"],
  patchRoleLimits: ["owner"],
  createStaff: ["owner", "limited owner"],
  createTerminal: OFFICE,
  issueActivationCode: OFFICE,
  activateTerminal: SIGNED_IN_CALLERS,
  revokeTerminal: OFFICE,
  announceTerminal: TERMINALS,
  createCategory: EVERYWHERE,
  createProduct: EVERYWHERE,
  updateProduct: EVERYWHERE,
  patchProduct: EVERYWHERE,
  addVariant: EVERYWHERE,
  updateVariant: EVERYWHERE,
  patchVariant: EVERYWHERE,
  changePrice: EVERYWHERE,
  recordOpeningStock: MANAGERS,
  adjustStock: MANAGERS,
  createCustomer: MANAGERS,
  updateCustomer: MANAGERS,
  patchCustomer: MANAGERS,
  eraseCustomer: ["owner"],
  completeSale: AT_TERMINALS,
  syncSales: TERMINALS,
  refundSale: MANAGERS,
  exchangeSale: ["owner at a terminal", "manager at a terminal", "limited manager at a terminal"],
  syncFacts: TERMINALS,
  recordJournalEntry: MANAGERS,
  createReportSchedule: MANAGERS,
  updateReportSchedule: MANAGERS,
  patchReportSchedule: MANAGERS,
  deleteReportSchedule: MANAGERS,
  sendReport: MANAGERS,
  resolveException: MANAGERS,
  ...Object.fromEntries(moduleContracts.flatMap(({ rights = {} }) => Object.entries(rights))),
};

const LIMITED = { OWNER: "limited-owner@shop.example", MANAGER: "limited-manager@shop.example" } as const;
const PASSWORD = "a heron reads slowly at dusk";
const PIN = "480971";

const schema = buildSchema(readFileSync(new URL("../../../schema.graphql", import.meta.url), "utf8"));
const mutations = Object.values(present(schema.getMutationType(), "the mutations").getFields());

let counter: Counter;
/** Where the limited work: not the shop's first location. */
let branch: { readonly locationId: string; readonly terminal: string };
const tokens = new Map<SignedInCaller, string>();

beforeAll(async () => {
  counter = await openCounter();
  const { api, shop, owner } = counter;
  branch = await openBranch();
  const limited = { locationIds: [branch.locationId], password: PASSWORD };
  for (const role of ["OWNER", "MANAGER"] as const) {
    const operatorNumber = role === "OWNER" ? "5005" : "6006";
    const person = { id: shop.clock.newId("stf"), name: `Limited ${role}`, role, email: LIMITED[role] };
    done(await createStaff(shop.owner, { ...limited, ...person, operatorNumber, pin: PIN }));
  }
  const there = await api.call(
    `mutation { signInOperator(input: { operatorNumber: "6006", pin: "${PIN}" }) { token } }`,
    { token: branch.terminal },
  );
  const all: readonly [SignedInCaller, string][] = [
    ["owner", owner],
    ["manager", await signInDashboard(api, shop, "MANAGER")],
    ["cashier", await signInDashboard(api, shop, "CASHIER")],
    ["limited owner", (await signIn(api, LIMITED.OWNER, PASSWORD)).token],
    ["limited manager", (await signIn(api, LIMITED.MANAGER, PASSWORD)).token],
    ["owner at a terminal", await signInOperator(api, shop, counter.terminal, "OWNER")],
    ["manager at a terminal", counter.manager],
    ["cashier at a terminal", counter.cashier],
    ["limited manager at a terminal", there.data.signInOperator.token],
    ["terminal", counter.terminal],
  ];
  for (const [caller, token] of all) tokens.set(caller, token);
});
afterAll(() => closeCounter(counter));

async function openBranch() {
  const { api, shop, owner } = counter;
  const [locationId, terminalId] = [shop.clock.newId("loc"), shop.clock.newId("trm")];
  const { data } = await api.call(
    `mutation ($l: CreateLocationInput!, $t: CreateTerminalInput!) {
      createLocation(input: $l) { userErrors { code } } createTerminal(input: $t) { userErrors { code } } }`,
    {
      variables: {
        l: { id: locationId, code: "LOW-ST", name: "Low Street", timeZone: "Europe/London" },
        t: { id: terminalId, code: "B1", name: "Branch 1", locationId },
      },
      token: owner,
    },
  );
  expect(Object.values<Data>(data).flatMap(({ userErrors }) => userErrors)).toEqual([]);
  return { locationId, terminal: await activate(api, owner, terminalId) };
}

const SAMPLES: { readonly [scalar: string]: unknown } = {
  Int: 1,
  MinorUnits: 1,
  Boolean: true,
  DateTime: "2026-06-15T10:00:00Z",
  Date: "2026-06-15",
  CurrencyCode: "GBP",
};

/** The smallest value of the type; that it means nothing is enough, since the gate comes first. */
function sampleOf(type: GraphQLInputType): unknown {
  if (isNonNullType(type)) return sampleOf(type.ofType);
  if (isListType(type)) return [];
  if (isEnumType(type)) return present(type.getValues()[0], "a value").name;
  if (isInputObjectType(type)) {
    const fields = Object.values(type.getFields());
    const wanted = type.isOneOf ? fields.slice(0, 1) : fields.filter(isRequiredInputField);
    return Object.fromEntries(wanted.map((field) => [field.name, sampleOf(field.type)]));
  }
  return SAMPLES[type.name] ?? "1";
}

function requestOf({ name, args }: (typeof mutations)[number]) {
  const parameters = args.map((argument) => `$${argument.name}: ${argument.type}`).join(", ");
  const given = args.map((argument) => `${argument.name}: $${argument.name}`).join(", ");
  const head = args.length === 0 ? `mutation { ${name}` : `mutation (${parameters}) { ${name}(${given})`;
  const variables = Object.fromEntries(args.map((argument) => [argument.name, sampleOf(argument.type)]));
  return { query: `${head} { __typename } }`, variables };
}

async function isForbidden(mutation: (typeof mutations)[number], caller: SignedInCaller): Promise<boolean> {
  const { query, variables } = requestOf(mutation);
  // A session that signs out is gone: it gets one of its own.
  const token = mutation.name === "signOut" ? await tokenToEnd(caller) : tokens.get(caller);
  const { errors } = await counter.api.call(query, { variables, ...(token === undefined ? {} : { token }) });
  const codes = (errors ?? []).map(({ extensions }) => extensions.code);
  expect(codes.filter((code) => code !== "FORBIDDEN")).toEqual([]);
  return codes.length > 0;
}

async function tokenToEnd(caller: SignedInCaller): Promise<string | undefined> {
  const { api, shop } = counter;
  if (caller === "limited owner") return (await signIn(api, LIMITED.OWNER, PASSWORD)).token;
  if (caller === "limited manager") return (await signIn(api, LIMITED.MANAGER, PASSWORD)).token;
  if (caller === "owner") return signInDashboard(api, shop, "OWNER");
  if (caller === "manager") return signInDashboard(api, shop, "MANAGER");
  return caller === "cashier" ? signInDashboard(api, shop, "CASHIER") : tokens.get(caller);
}

describe("rights: every mutation", () => {
  test("each has a row, and each row is of one", () => {
    expect(Object.keys(MAY).sort(byName)).toEqual(mutations.map(({ name }) => name).sort(byName));
  });

  for (const mutation of mutations) {
    test(`${mutation.name}: FORBIDDEN to all but those of its row`, async () => {
      const passed: SignedInCaller[] = [];
      for (const caller of SIGNED_IN_CALLERS) if (!(await isForbidden(mutation, caller))) passed.push(caller);
      expect(passed).toEqual(SIGNED_IN_CALLERS.filter((caller) => MAY[mutation.name]?.includes(caller)));
    });
  }
});

const CREATE_STAFF =
  "mutation ($input: CreateStaffInput!) { createStaff(input: $input) { staff { id } userErrors { code path } } }";

/** Returns undefined if the answer has no error. */
async function errorOf(caller: SignedInCaller, query: string, input: object) {
  const token = present(tokens.get(caller), caller);
  const { errors } = await counter.api.call(query, { variables: { input }, token });
  return errors?.[0] && { code: errors[0].extensions.code, message: errors[0].message };
}

function byName(one: string, other: string): number {
  return one < other ? -1 : 1;
}

const newPerson = () => ({
  id: counter.shop.clock.newId("stf"),
  name: "Larger",
  role: "OWNER",
  operatorNumber: String(40_000 + made++),
  pin: PIN,
});
let made = 0;

const isStored = async (id: string) => (await findStaff(counter.shop.owner, [id]))[0] !== undefined;

describe("A5: no grant beyond the caller's own", () => {
  test("A5: createStaff: FORBIDDEN when an owner of one location gives all locations", async () => {
    const person = newPerson();
    expect(await errorOf("limited owner", CREATE_STAFF, person)).toEqual({
      code: "FORBIDDEN",
      message: expect.stringContaining("name locations that it covers"),
    });
    expect(await isStored(person.id)).toBe(false);
  });

  test("A5: createStaff: INVALID_LOCATIONS when an owner of one location gives another one", async () => {
    const person = newPerson();
    const locationIds = [branch.locationId, counter.shop.locationId];
    const { data } = await counter.api.call(CREATE_STAFF, {
      variables: { input: { ...person, locationIds } },
      token: present(tokens.get("limited owner"), "a token"),
    });
    expect(data.createStaff).toEqual({
      staff: null,
      userErrors: [{ code: "INVALID_LOCATIONS", path: ["input", "locationIds", "1"] }],
    });
    expect(await isStored(person.id)).toBe(false);
  });

  test("A5: createStaff: creates a staff member when the owner of one location gives that location", async () => {
    const person = newPerson();
    const locationIds = [branch.locationId];
    expect(await errorOf("limited owner", CREATE_STAFF, { ...person, locationIds })).toBeUndefined();
    expect((await findStaff(counter.shop.owner, [person.id]))[0]?.coverage).toEqual(locationIds);
  });

  test("A5: createLocation: FORBIDDEN when the owner covers one location", async () => {
    const query = "mutation ($input: CreateLocationInput!) { createLocation(input: $input) { userErrors { code } } }";
    const id = counter.shop.clock.newId("loc");
    const input = { id, code: "NEW", name: "New", timeZone: "Europe/London" };
    expect(await errorOf("limited owner", query, input)).toEqual({
      code: "FORBIDDEN",
      message: expect.stringContaining("ask someone with such a role"),
    });
    const { table, merchantId } = counter.shop;
    expect((await merchantLocations(table, merchantId)).some((location) => location.id === id)).toBe(false);
  });

  test("changePrice: FORBIDDEN with what to do when the manager covers one location", async () => {
    const query = "mutation ($input: ChangePriceInput!) { changePrice(input: $input) { userErrors { code } } }";
    const input = { variantId: present(counter.shop.variants[0], "a variant").id, version: 1, unitPrice: "0.01" };
    for (const caller of ["limited manager", "limited manager at a terminal", "limited owner"] as const)
      expect(await errorOf(caller, query, input)).toEqual({
        code: "FORBIDDEN",
        message: expect.stringContaining("covers all locations"),
      });
  });
});

describe("A6: an operator's token", () => {
  test("A6: createStaff: FORBIDDEN when an owner signed in at a terminal by PIN", async () => {
    const person = newPerson();
    expect(await errorOf("owner at a terminal", CREATE_STAFF, person)).toEqual({
      code: "FORBIDDEN",
      message: expect.stringContaining("sign in at the dashboard"),
    });
    expect(await isStored(person.id)).toBe(false);
  });

  test("me: permissions leave out what the session lacks", async () => {
    const permissionsOf = async (caller: SignedInCaller): Promise<string[]> => {
      const token = present(tokens.get(caller), caller);
      return (await counter.api.call("{ me { permissions } }", { token })).data.me.permissions;
    };
    const ofOwner = await permissionsOf("owner");
    const missing = async (caller: SignedInCaller) => {
      const own = await permissionsOf(caller);
      return ofOwner.filter((permission) => !own.includes(permission)).sort(byName);
    };
    expect(await missing("owner at a terminal")).toEqual([
      "customer:erase",
      "location:write",
      "merchant:write",
      "staff:write",
      "tax:write",
      "terminal:write",
    ]);
    expect(await missing("limited owner")).toEqual([
      "catalog:write",
      "customer:erase",
      "location:write",
      "merchant:write",
      "price-list:write",
      "promotion:write",
      "tax:write",
    ]);
  });
});

describe("an operator at a terminal", () => {
  test("sales: of the terminal's location only when the operator has no permission for others", async () => {
    const { api, shop, cashier } = counter;
    const there = await signInOperator(api, shop, branch.terminal, "CASHIER");
    const { sale } = await complete(counter, saleInput(counter), cashier);
    const seen = async (token: string) => {
      const answer = await api.call(`{ locations { id } sale(id: "${sale.id}") { id } }`, { token });
      return { locations: answer.data.locations.map(({ id }: Data) => id), sale: answer.data.sale?.id ?? null };
    };
    expect(await seen(there)).toEqual({ locations: [branch.locationId], sale: null });
    expect(await seen(cashier)).toEqual({ locations: [shop.locationId], sale: sale.id });
    const both = [shop.locationId, branch.locationId].sort(byName);
    expect((await seen(counter.manager)).locations.sort(byName)).toEqual(both);
    // At the dashboard the same person sees what the role covers.
    expect((await seen(present(tokens.get("cashier"), "a token"))).locations.sort(byName)).toEqual(both);
  });
});

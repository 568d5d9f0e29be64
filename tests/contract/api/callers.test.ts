import { readFileSync } from "node:fs";
import { present } from "@pos/core/base/result.ts";
import { buildSchema } from "graphql";
import { afterAll, beforeAll, expect, test } from "vitest";
import { activate, signInOperator } from "../../support/api.ts";
import { moduleContracts } from "../generated/modules.ts";
import type { CallerKind, CallersRow } from "../module-contract.ts";
import { type Counter, closeCounter, codeOf, openCounter, saleInput, signInDashboard } from "./counter.ts";

/** contract.md, "Who may call what": every operation with every kind of token. */
const NOBODY: readonly CallerKind[] = [
  "none",
  "rubbish",
  "wrong secret",
  "expired operator",
  "expired owner",
  "revoked terminal",
  "operator at a revoked terminal",
];
const EVERYBODY: readonly CallerKind[] = [
  "terminal",
  "cashier at a terminal",
  "manager at a terminal",
  "cashier",
  "manager",
  "owner",
];
const MANAGERS: readonly CallerKind[] = ["manager at a terminal", "manager", "owner"];
/** Terminals are changed at the dashboard alone. */
const OFFICE: readonly CallerKind[] = ["manager", "owner"];

let counter: Counter;
const tokens = new Map<CallerKind, string | undefined>();

beforeAll(async () => {
  counter = await openCounter({ terminals: 2 });
  const { api, shop } = counter;
  const expired = { operator: counter.manager, owner: counter.owner };
  shop.clock.advance(12 * 3_600_000);
  const owner = await signInDashboard(api, shop, "OWNER");
  const revoked = present(counter.terminals[1], "the second terminal");
  const operatorThere = await signInOperator(api, shop, revoked, "MANAGER");
  const { data } = await api.call(
    "mutation ($id: ID!) { revokeTerminal(input: { terminalId: $id, version: 2 }) { terminal { revokedAt } } }",
    { variables: { id: shop.terminals[1]?.id }, token: owner },
  );
  expect(data.revokeTerminal.terminal.revokedAt).toBe(shop.clock.now());
  const manager = await signInOperator(api, shop, counter.terminal, "MANAGER");
  const all: readonly [CallerKind, string | undefined][] = [
    ["none", undefined],
    ["rubbish", "rubbish"],
    ["wrong secret", `${manager.slice(0, -43)}${"A".repeat(43)}`],
    ["expired operator", expired.operator],
    ["expired owner", expired.owner],
    ["revoked terminal", revoked],
    ["operator at a revoked terminal", operatorThere],
    ["terminal", counter.terminal],
    ["cashier at a terminal", await signInOperator(api, shop, counter.terminal, "CASHIER")],
    ["manager at a terminal", manager],
    ["cashier", await signInDashboard(api, shop, "CASHIER")],
    ["manager", await signInDashboard(api, shop, "MANAGER")],
    ["owner", owner],
  ];
  for (const [kind, token] of all) tokens.set(kind, token);
});
afterAll(() => closeCounter(counter));

const here = () => ({ location: counter.shop.locationId });
const DAY = `"2026-06-15"`;
const payload = "{ userErrors { code } }";

/** By name of the field of Query, Mutation or Subscription. Inputs that are refused as data are enough: they got past the gate. */
const OPERATIONS: { readonly [field: string]: CallersRow } = {
  node: { document: `query { node(id: "x") { id } }`, may: EVERYBODY },
  me: { document: "query { me { kind staffId role permissions terminal { id } } }", may: EVERYBODY },
  locations: { document: "query { locations { id } }", may: EVERYBODY },
  terminals: { document: "query { terminals { id location { id } } }", may: MANAGERS },
  variant: { document: `query { variant(by: { sku: "SKU-0001" }) { id unitCost } }`, may: EVERYBODY },
  stockLevels: {
    document: "query ($location: ID!) { stockLevels(locationId: $location) { nodes { sku } } }",
    variables: here,
    may: MANAGERS,
  },
  sale: { document: `query { sale(id: "x") { id } }`, may: EVERYBODY },
  sales: { document: "query { sales { nodes { id } } }", may: EVERYBODY },
  exceptions: {
    document: "query ($location: ID!) { exceptions(locationId: $location) { nodes { code } } }",
    variables: here,
    may: MANAGERS,
  },
  terminalSettings: {
    document: "query { terminalSettings { currency taxCodes { id } lastSequence terminal { id location { id } } } }",
    may: ["terminal", "cashier at a terminal", "manager at a terminal"],
  },
  taxCodes: { document: "query { taxCodes { id } }", may: EVERYBODY },
  categories: { document: "query { categories { id } }", may: EVERYBODY },
  products: { document: "query { products { nodes { id } } }", may: EVERYBODY },
  product: { document: `query { product(id: "x") { id } }`, may: EVERYBODY },
  lowStock: {
    document: "query ($location: ID!) { lowStock(locationId: $location) { onHand } }",
    variables: here,
    may: MANAGERS,
  },
  lowStockPage: {
    document:
      "query ($location: ID!) { lowStockPage(filter: { locationId: $location }) { nodes { onHand } totalCount } }",
    variables: here,
    may: MANAGERS,
  },
  movements: {
    document: `query ($location: ID!) { movements(locationId: $location, variantId: "x") { nodes { kind } } }`,
    variables: here,
    may: MANAGERS,
  },
  salesUpTo: {
    document: `query ($location: ID!) { salesUpTo(locationId: $location, day: ${DAY}) { saleCount } }`,
    variables: here,
    may: MANAGERS,
  },
  salesByDay: {
    document: `query { salesByDay(from: ${DAY}, to: ${DAY}) { day summary { saleCount } } }`,
    may: MANAGERS,
  },
  salesRange: {
    document: `query { salesRange(from: ${DAY}, to: ${DAY}) { from summary { saleCount } } }`,
    may: MANAGERS,
  },
  salesByHour: { document: `query { salesByHour(from: ${DAY}, to: ${DAY}) { hour saleCount } }`, may: MANAGERS },
  bestSellers: {
    document: `query ($location: ID!) { bestSellers(locationId: $location, from: ${DAY}, to: ${DAY}) { sku } }`,
    variables: here,
    may: MANAGERS,
  },
  salesParts: {
    document: `query ($location: ID!) { salesParts(locationId: $location, from: ${DAY}, to: ${DAY}) { tips { amount } } }`,
    variables: here,
    may: MANAGERS,
  },
  dailyReport: {
    document: `query ($location: ID!) { dailyReport(locationId: $location, day: ${DAY}) { madeAt } }`,
    variables: here,
    may: MANAGERS,
  },
  reportSchedules: { document: "query { reportSchedules { id recipients } }", may: MANAGERS },
  reportSendings: {
    document: "query ($location: ID!) { reportSendings(locationId: $location) { nodes { id } } }",
    variables: here,
    may: MANAGERS,
  },
  createReportSchedule: {
    document: `mutation { createReportSchedule(input: { id: "x", locationId: "x", report: DAILY, timeOfDay: "x", recipients: [], language: EN }) ${payload} }`,
    may: MANAGERS,
  },
  updateReportSchedule: {
    document: `mutation { updateReportSchedule(input: { reportScheduleId: "x", version: 1, reportedDay: SAME_DAY, timeOfDay: "x", recipients: [], language: EN, enabled: true }) ${payload} }`,
    may: MANAGERS,
  },
  patchReportSchedule: {
    document: `mutation { patchReportSchedule(input: { reportScheduleId: "x", version: 1 }) ${payload} }`,
    may: MANAGERS,
  },
  deleteReportSchedule: {
    document: `mutation { deleteReportSchedule(input: { reportScheduleId: "x", version: 1 }) ${payload} }`,
    may: MANAGERS,
  },
  sendReport: {
    document: `mutation { sendReport(input: { id: "x", locationId: "x", report: DAILY, day: ${DAY}, recipients: [], language: EN }) ${payload} }`,
    may: MANAGERS,
  },
  announceTerminal: {
    document: `mutation { announceTerminal ${payload} }`,
    may: ["terminal", "cashier at a terminal", "manager at a terminal"],
  },
  updateProduct: {
    document: `mutation { updateProduct(input: { productId: "x", version: 1, name: "x", taxCodeId: "x" }) ${payload} }`,
    may: MANAGERS,
  },
  patchProduct: {
    document: `mutation { patchProduct(input: { productId: "x", version: 1 }) ${payload} }`,
    may: MANAGERS,
  },
  patchVariant: {
    document: `mutation { patchVariant(input: { variantId: "x", version: 1 }) ${payload} }`,
    may: MANAGERS,
  },
  addVariant: {
    document: `mutation { addVariant(input: { productId: "x", variant: { id: "x", sku: "x", unitPrice: "1" } }) ${payload} }`,
    may: MANAGERS,
  },
  updateVariant: {
    document: `mutation { updateVariant(input: { variantId: "x", version: 1, sku: "x", name: "x", unitPrice: "1" }) ${payload} }`,
    may: MANAGERS,
  },
  customers: { document: "query { customers { nodes { id } } }", may: MANAGERS },
  customer: { document: `query { customer(id: "x") { id } }`, may: MANAGERS },
  refund: { document: `query { refund(id: "x") { id } }`, may: EVERYBODY },
  accountBalances: {
    document: "query ($location: ID!) { accountBalances(locationId: $location) { account } }",
    variables: here,
    may: MANAGERS,
  },
  salesSummary: { document: `query { salesSummary(from: ${DAY}, to: ${DAY}) { saleCount } }`, may: MANAGERS },
  signIn: {
    document: `mutation { signIn(input: { email: "x", password: "x" }) ${payload} }`,
    may: [...NOBODY, ...EVERYBODY],
  },
  activateTerminal: {
    document: `mutation { activateTerminal(input: { activationCode: "x" }) ${payload} }`,
    may: [...NOBODY, ...EVERYBODY],
  },
  signInOperator: {
    document: `mutation { signInOperator(input: { operatorNumber: "9", pin: "1" }) ${payload} }`,
    may: ["terminal"],
  },
  completeSale: {
    document: `mutation ($sale: CompleteSaleInput!) { completeSale(input: $sale) ${payload} }`,
    variables: () => ({ sale: saleInput(counter) }),
    may: ["cashier at a terminal", "manager at a terminal"],
  },
  priceSale: {
    document: `query ($sale: CompleteSaleInput!, $at: ID!) { priceSale(input: $sale, locationId: $at) ${payload} }`,
    variables: () => ({ sale: saleInput(counter), at: counter.shop.locationId }),
    may: EVERYBODY,
  },
  syncSales: {
    document: `mutation ($sale: CompleteSaleInput!) { syncSales(input: { sales: [$sale] }) { results { status } } }`,
    variables: () => ({ sale: saleInput(counter) }),
    may: ["terminal", "cashier at a terminal", "manager at a terminal"],
  },
  syncFacts: {
    document: `mutation ($sale: CompleteSaleInput!) { syncFacts(input: { facts: [{ sale: $sale }] }) { results { status } } }`,
    variables: () => ({ sale: saleInput(counter) }),
    may: ["terminal", "cashier at a terminal", "manager at a terminal"],
  },
  createLocation: {
    document: `mutation { createLocation(input: { id: "x", code: "", name: "", timeZone: "" }) ${payload} }`,
    may: ["owner"],
  },
  createStaff: {
    document: `mutation { createStaff(input: { id: "x", name: "", role: OWNER }) ${payload} }`,
    may: ["owner"],
  },
  createTerminal: {
    document: `mutation { createTerminal(input: { id: "x", code: "", name: "", locationId: "x" }) ${payload} }`,
    may: OFFICE,
  },
  issueActivationCode: {
    document: `mutation { issueActivationCode(input: { terminalId: "x" }) ${payload} }`,
    may: OFFICE,
  },
  revokeTerminal: {
    document: `mutation { revokeTerminal(input: { terminalId: "x", version: 1 }) ${payload} }`,
    may: OFFICE,
  },
  createTaxCode: {
    document: `mutation { createTaxCode(input: { id: "x", name: "", rate: "1" }) ${payload} }`,
    may: MANAGERS,
  },
  createCategory: { document: `mutation { createCategory(input: { id: "x", name: "" }) ${payload} }`, may: MANAGERS },
  createProduct: {
    document: `mutation { createProduct(input: { id: "x", name: "", variants: [] }) ${payload} }`,
    may: MANAGERS,
  },
  changePrice: {
    document: `mutation { changePrice(input: { variantId: "x", unitPrice: "1", version: 1 }) ${payload} }`,
    may: MANAGERS,
  },
  recordOpeningStock: {
    document: `mutation { recordOpeningStock(input: { id: "x", locationId: "x", occurredAt: "2026-06-15T09:00:00Z", lines: [] }) ${payload} }`,
    may: MANAGERS,
  },
  adjustStock: {
    document: `mutation { adjustStock(input: { id: "x", locationId: "x", occurredAt: "2026-06-15T09:00:00Z", reason: "", lines: [] }) ${payload} }`,
    may: MANAGERS,
  },
  createCustomer: { document: `mutation { createCustomer(input: { id: "x", name: "" }) ${payload} }`, may: MANAGERS },
  updateCustomer: {
    document: `mutation { updateCustomer(input: { customerId: "x", version: 1, name: "x" }) ${payload} }`,
    may: MANAGERS,
  },
  patchCustomer: {
    document: `mutation { patchCustomer(input: { customerId: "x", version: 1 }) ${payload} }`,
    may: MANAGERS,
  },
  eraseCustomer: {
    document: `mutation { eraseCustomer(input: { customerId: "x", version: 1 }) ${payload} }`,
    may: ["owner"],
  },
  exchangeSale: {
    document: `mutation ($sale: CompleteSaleInput!) {
      exchangeSale(input: { id: "x", saleId: "x", back: [], paymentsBack: [], sale: $sale }) ${payload} }`,
    variables: () => ({ sale: saleInput(counter) }),
    may: ["manager at a terminal"],
  },
  exchange: { document: '{ exchange(id: "x") { id } }', may: EVERYBODY },
  refundSale: {
    document: `mutation { refundSale(input: { id: "x", saleId: "x", occurredAt: "2026-06-15T09:00:00Z", lines: [], payments: [] }) ${payload} }`,
    may: MANAGERS,
  },
  recordJournalEntry: {
    document: `mutation { recordJournalEntry(input: { id: "x", locationId: "x", occurredAt: "2026-06-15T09:00:00Z", reason: "", postings: [] }) ${payload} }`,
    may: MANAGERS,
  },
  resolveException: {
    document: `mutation { resolveException(input: { subject: "x", code: "x", note: "x", version: 1 }) ${payload} }`,
    may: MANAGERS,
  },
  saleRecorded: {
    document: "subscription ($location: ID!) { saleRecorded(locationId: $location) { cursor } }",
    variables: here,
    may: MANAGERS,
    code: "NOT_AVAILABLE",
  },
  stockChanged: {
    document: "subscription ($location: ID!) { stockChanged(locationId: $location) { cursor } }",
    variables: here,
    may: MANAGERS,
    code: "NOT_AVAILABLE",
  },
  entriesBooked: {
    document: "subscription ($location: ID!) { entriesBooked(locationId: $location) { cursor } }",
    variables: here,
    may: MANAGERS,
    code: "NOT_AVAILABLE",
  },
  ...Object.fromEntries(moduleContracts.flatMap(({ callers }) => Object.entries(callers))),
  // Last: it ends the session that asks.
  signOut: { document: `mutation { signOut ${payload} }`, may: ["cashier", "manager", "owner"] },
};

function expected({ may, code = "answered" }: CallersRow, kind: CallerKind): string {
  if (may.includes(kind)) return code;
  return NOBODY.includes(kind) ? "UNAUTHENTICATED" : "FORBIDDEN";
}

test("every operation of the schema stands in the table", () => {
  const schema = buildSchema(readFileSync(new URL("../../../schema.graphql", import.meta.url), "utf8"));
  const roots = [schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()];
  const fields = roots.flatMap((root) => Object.keys(root?.getFields() ?? {}));
  expect(new Set(Object.keys(OPERATIONS))).toEqual(new Set(fields));
});

test.each([...NOBODY, ...EVERYBODY])(
  "{ __typename } and introspection need no token and ignore one: %s",
  async (kind) => {
    for (const query of ["{ __typename }", "{ __schema { queryType { name } } }"])
      expect((await call(query, kind)).errors).toBeUndefined();
  },
);

test.each(Object.entries(OPERATIONS))("%s answers each kind of token as the table says", async (_field, operation) => {
  const answers: [CallerKind, string][] = [];
  for (const kind of [...NOBODY, ...EVERYBODY]) {
    const answer = await call(operation.document, kind, operation.variables?.());
    answers.push([kind, codeOf(answer) ?? "answered"]);
    if (answer.errors) expect(Object.values(answer.data ?? {}).every((value) => value === null)).toBe(true);
  }
  expect(answers).toEqual([...NOBODY, ...EVERYBODY].map((kind) => [kind, expected(operation, kind)]));
});

test("a session that signed out is over", async () => {
  for (const kind of ["cashier", "manager", "owner"] as const)
    expect(codeOf(await call("{ me { kind } }", kind))).toBe("UNAUTHENTICATED");
});

test("a token counts only as Bearer, whatever its case", async () => {
  const { api, terminal } = counter;
  const codes: (string | undefined)[] = [];
  for (const authorization of [`bearer ${terminal}`, terminal, `Basic ${terminal}`, "Bearer", "Bearer a b", ""])
    codes.push(codeOf(await api.call("{ me { kind } }", { headers: { authorization } })));
  expect(codes).toEqual([undefined, ...Array.from({ length: 5 }, () => "UNAUTHENTICATED")]);
});

test("a token of one kind is not good as another", async () => {
  const { api, shop, terminal } = counter;
  const operator = await signInOperator(api, shop, terminal, "CASHIER");
  for (const token of [
    `t${operator.slice(1)}`,
    `s${operator.slice(1)}`,
    `o${terminal.slice(1)}`,
    `s${terminal.slice(1)}`,
  ])
    expect(codeOf(await api.call("{ me { kind } }", { token }))).toBe("UNAUTHENTICATED");
});

test("`me` says who the token stands for", async () => {
  const { api, shop, terminal } = counter;
  const me = "{ me { kind staffId role terminal { id location { id } } } }";
  const own = { id: shop.terminals[0]?.id, location: { id: shop.locationId } };
  const owner = await signInDashboard(api, shop, "OWNER");
  expect((await api.call(me, { token: terminal })).data.me).toEqual({
    kind: "TERMINAL",
    staffId: null,
    role: null,
    terminal: own,
  });
  const operator = await signInOperator(api, shop, terminal, "CASHIER");
  const { id } = shop.staff.CASHIER;
  expect((await api.call(me, { token: operator })).data.me).toEqual({
    kind: "OPERATOR",
    staffId: id,
    role: "CASHIER",
    terminal: own,
  });
  const staffId = shop.staff.OWNER.id;
  expect((await api.call(me, { token: owner })).data.me).toEqual({
    kind: "STAFF",
    staffId,
    role: "OWNER",
    terminal: null,
  });
});

test("costs are for those who may see them, null for the others", async () => {
  const costs: unknown[] = [];
  const { api, shop, terminal } = counter;
  const cashier = await signInOperator(api, shop, terminal, "CASHIER");
  const manager = await signInOperator(api, shop, terminal, "MANAGER");
  for (const token of [terminal, cashier, manager]) {
    const { data, errors } = await api.call(`{ variant(by: { sku: "SKU-0001" }) { unitCost } }`, { token });
    expect(errors).toBeUndefined();
    costs.push(data.variant.unitCost);
  }
  expect(costs).toEqual([null, null, "0.31"]);
});

test("operations that need no token work with a bad one", async () => {
  const { api, shop } = counter;
  for (const token of ["rubbish", tokens.get("revoked terminal"), tokens.get("expired owner")]) {
    const { email, password } = shop.staff.OWNER;
    const { data } = await api.call(
      "mutation ($input: SignInInput!) { signIn(input: $input) { token userErrors { code } } }",
      { variables: { input: { email, password } }, token: token ?? "" },
    );
    expect(data.signIn).toMatchObject({ token: expect.any(String), userErrors: [] });
    // The terminal that is paired by this speaks for itself, whoever's token came along.
    const terminalId = shop.terminals[1]?.id ?? "";
    const paired = await activate(
      { ...api, call: (query, options) => api.call(query, { token: token ?? "", ...options }) },
      data.signIn.token,
      terminalId,
    );
    expect((await api.call("{ me { terminal { id } } }", { token: paired })).data.me.terminal).toEqual({
      id: terminalId,
    });
  }
});

function call(query: string, kind: CallerKind, variables: object = {}) {
  const token = tokens.get(kind);
  return counter.api.call(query, { variables, ...(token === undefined ? {} : { token }) });
}

import { afterAll, beforeAll, expect, test } from "vitest";
import type { Data } from "../../support/api.ts";
import {
  type Counter,
  closeCounter,
  complete,
  exceptionsOf,
  openCounter,
  refusals,
  saleInput,
  sortedRefusals,
  syncOne,
} from "./counter.ts";

/** schema.graphql: journal entries, stock adjustments and customers, through HTTP. */
let counter: Counter;
beforeAll(async () => {
  counter = await openCounter();
  await counter.shop.stock("10");
});
afterAll(() => closeCounter(counter));

type Fields = { readonly [field: string]: unknown };

async function mutate(field: string, type: string, answer: string, input: Fields): Promise<Data> {
  const query = `mutation ($input: ${type}!) { ${field}(input: $input) { ${answer} userErrors { code path } } }`;
  const { data, errors } = await counter.api.call(query, { variables: { input }, token: counter.owner });
  expect(errors).toBeUndefined();
  return data[field];
}

async function ask(query: string, variables: object = {}): Promise<Data> {
  await counter.api.reader.caughtUp();
  const { data, errors } = await counter.api.call(query, { variables, token: counter.owner });
  expect(errors).toBeUndefined();
  return data;
}

const SUMMARY = `{ salesSummary(from: "2026-06-15", to: "2026-06-15") { saleCount refundCount grossSales { amount }
  netSales { amount } taxTotal { amount } costOfGoods { amount } grossMargin { amount } } }`;
const here = (): Fields => ({ locationId: counter.shop.locationId, occurredAt: counter.shop.clock.now() });

const journal = (fields: Fields) =>
  mutate(
    "recordJournalEntry",
    "RecordJournalEntryInput",
    "journalEntry { id postings { account amount { amount } } }",
    {
      id: counter.shop.clock.newId("jou"),
      ...here(),
      reason: "Fees",
      postings: [
        { account: "OTHER_EXPENSE", amount: 500 },
        { account: "CARD", amount: -500 },
      ],
      ...fields,
    },
  );

test("a journal entry is booked to its accounts and is in no figure of sales, whatever it posts to", async () => {
  await complete(counter, saleInput(counter));
  const before = await ask(SUMMARY);
  const { userErrors } = await journal({
    postings: [
      { account: "REVENUE", amount: 700 },
      { account: "TAX_PAYABLE", amount: 100 },
      { account: "COST_OF_GOODS", amount: 200 },
      { account: "OTHER_PAYMENTS", amount: -1000 },
    ],
  });
  expect(userErrors).toEqual([]);
  expect(await ask(SUMMARY)).toEqual(before);
  const { accountBalances } = await ask(
    "query ($locationId: ID!) { accountBalances(locationId: $locationId) { account balance { amount } } }",
    here(),
  );
  expect(accountBalances).toContainEqual({ account: "OTHER_PAYMENTS", balance: { amount: -1000 } });
  // What it posted to tax and cost is taken back, so that the books of this file stay those of sales alone.
  await journal({
    postings: [
      { account: "REVENUE", amount: -700 },
      { account: "TAX_PAYABLE", amount: -100 },
      { account: "COST_OF_GOODS", amount: -200 },
      { account: "OTHER_PAYMENTS", amount: 1000 },
    ],
  });
});

test.each([
  [
    "debits that are not credits",
    {
      postings: [
        { account: "CARD", amount: 1 },
        { account: "REVENUE", amount: -2 },
      ],
    },
    [["NOT_BALANCED", "input.postings"]],
  ],
  [
    "one posting",
    { postings: [{ account: "CARD", amount: 1 }] },
    [
      ["INVALID_POSTINGS", "input.postings"],
      ["NOT_BALANCED", "input.postings"],
    ],
  ],
  [
    "cash by hand",
    {
      postings: [
        { account: "CASH", amount: 1 },
        { account: "REVENUE", amount: -1 },
      ],
    },
    [["INVALID_ACCOUNT", "input.postings.0.account"]],
  ],
  [
    "stock by hand",
    {
      postings: [
        { account: "REVENUE", amount: 1 },
        { account: "INVENTORY", amount: -1 },
      ],
    },
    [["INVALID_ACCOUNT", "input.postings.1.account"]],
  ],
  [
    "an amount of zero",
    {
      postings: [
        { account: "CARD", amount: 0 },
        { account: "REVENUE", amount: 0 },
      ],
    },
    [
      ["INVALID_AMOUNT", "input.postings.0.amount"],
      ["INVALID_AMOUNT", "input.postings.1.amount"],
    ],
  ],
  [
    "sums beyond 2^53-1",
    {
      postings: [
        { account: "CARD", amount: 9007199254740991 },
        { account: "REVENUE", amount: -9007199254740991 },
      ],
    },
    [["INVALID_AMOUNT", "input.postings"]],
  ],
  ["no reason", { reason: " " }, [["INVALID_REASON", "input.reason"]]],
  ["an unknown location", { locationId: "loc_01J00000000000000000000000" }, [["UNKNOWN_LOCATION", "input.locationId"]]],
] as [string, Fields, string[][]][])("a journal entry with %s is refused", async (_what, fields, expected) => {
  expect(sortedRefusals(await journal(fields))).toEqual(expected);
});

const adjust = (fields: Fields) =>
  mutate("adjustStock", "AdjustStockInput", "replayed stockAdjustment { id reason lines { sku quantity } }", {
    id: counter.shop.clock.newId("adj"),
    ...here(),
    reason: "Damaged",
    lines: [{ variant: { sku: "SKU-0001" }, quantity: "-2.5" }],
    ...fields,
  });

test("an adjustment moves the level and its value goes to shrinkage", async () => {
  const levels =
    'query ($locationId: ID!) { stockLevels(locationId: $locationId, skus: ["SKU-0002"]) { nodes { onHand } } accountBalances(locationId: $locationId) { account balance { amount } } }';
  const accounts = (data: Data) =>
    Object.fromEntries(data.accountBalances.map(({ account, balance }: Data) => [account, balance.amount]));
  const before = accounts(await ask(levels, here()));
  const { stockAdjustment, userErrors } = await adjust({ lines: [{ variant: { sku: "SKU-0002" }, quantity: "-2.5" }] });
  expect(userErrors).toEqual([]);
  expect(stockAdjustment.lines).toEqual([{ sku: "SKU-0002", quantity: "-2.5" }]);
  const data = await ask(levels, here());
  expect(data.stockLevels.nodes).toEqual([{ onHand: "7.5" }]);
  // 2.5 of 10 at 0.32
  expect(accounts(data).SHRINKAGE - (before.SHRINKAGE ?? 0)).toBe(80);
  expect(accounts(data).INVENTORY - before.INVENTORY).toBe(-80);
  const { node } = await ask(
    "query ($id: ID!) { node(id: $id) { id ... on StockAdjustment { reason location { code } } } }",
    { id: stockAdjustment.id },
  );
  expect(node).toEqual({ id: stockAdjustment.id, reason: "Damaged", location: { code: "HIGH-ST" } });
});

test.each([
  ["a quantity of zero", { lines: [{ variant: { sku: "SKU-0001" }, quantity: "0" }] }, "INVALID_QUANTITY"],
  ["four places", { lines: [{ variant: { sku: "SKU-0001" }, quantity: "1.2345" }] }, "INVALID_QUANTITY"],
  ["too much", { lines: [{ variant: { sku: "SKU-0001" }, quantity: "-10000000" }] }, "INVALID_QUANTITY"],
  ["no lines", { lines: [] }, "INVALID_LINES"],
  ["an unknown variant", { lines: [{ variant: { barcode: "0" }, quantity: "1" }] }, "UNKNOWN_VARIANT"],
  ["no reason", { reason: "" }, "INVALID_REASON"],
  ["an unknown location", { locationId: "x" }, "UNKNOWN_LOCATION"],
] as [string, Fields, string][])("an adjustment with %s is refused", async (_what, fields, code) => {
  expect(refusals(await adjust(fields)).map(([each]) => each)).toEqual([code]);
});

test("goods that are not counted cannot be adjusted", async () => {
  const { clock } = counter.shop;
  const variants = [{ id: clock.newId("var"), sku: "SERVICE", unitPrice: "1", stocked: false }];
  await mutate("createProduct", "CreateProductInput", "product { id }", {
    id: clock.newId("prd"),
    name: "Service",
    variants,
  });
  const lines = [{ variant: { sku: "SERVICE" }, quantity: "1" }];
  expect(refusals(await adjust({ lines }))).toEqual([["NOT_STOCKED", "input.lines.0.variant"]]);
});

const CUSTOMER =
  "customer { id name email phone note version erasedAt totals { saleCount refundCount grossSales { amount } refunds { amount } } sales { nodes { id } } }";

async function newCustomer(fields: Fields = {}): Promise<Data> {
  const input = { id: counter.shop.clock.newId("cus"), name: "Ada", ...fields };
  const { customer, userErrors } = await mutate("createCustomer", "CreateCustomerInput", CUSTOMER, input);
  expect(userErrors).toEqual([]);
  return customer;
}

test("a customer's sales and refunds add up, and stand in the history", async () => {
  const { id } = await newCustomer();
  const { sale } = await complete(counter, saleInput(counter, { customerId: id }));
  const { clock } = counter.shop;
  const payments = [{ id: clock.newId("pay"), method: "CARD", amount: 199 }];
  const refund = {
    id: clock.newId("ref"),
    occurredAt: clock.now(),
    saleId: sale.id,
    lines: [{ line: 1, quantity: "1" }],
    payments,
  };
  expect(refusals(await mutate("refundSale", "RefundSaleInput", "refund { id }", refund))).toEqual([]);
  await complete(counter, saleInput(counter, { customerId: id }));
  const { customer } = await ask(`query ($id: ID!) { customer(id: $id) { ${CUSTOMER.slice(11, -2)} } }`, { id });
  expect(customer.totals).toEqual({
    saleCount: 2,
    refundCount: 1,
    grossSales: { amount: 398 },
    refunds: { amount: 199 },
  });
  expect(customer.sales.nodes).toHaveLength(2);
});

test("an erased customer leaves nothing personal: sales stay, and no live sale may name it", async () => {
  const { id } = await newCustomer({
    name: "Grace Erasable",
    email: "grace@example.org",
    phone: "0123 456",
    note: "VIP",
  });
  const { sale } = await complete(counter, saleInput(counter, { customerId: id }));
  const erased = await mutate("eraseCustomer", "EraseCustomerInput", CUSTOMER, { customerId: id, version: 1 });
  expect(erased.customer).toMatchObject({ name: null, email: null, phone: null, note: null, version: 2 });
  expect(await mutate("eraseCustomer", "EraseCustomerInput", CUSTOMER, { customerId: id, version: 1 })).toEqual(erased);
  const { customer } = await ask(`query ($id: ID!) { customer(id: $id) { ${CUSTOMER.slice(11, -2)} } }`, { id });
  expect(customer).toMatchObject({ name: null, totals: { saleCount: 1 }, sales: { nodes: [{ id: sale.id }] } });
  const { data } = await counter.api.call("query ($id: ID!) { customers { nodes { id } } node(id: $id) { id } }", {
    variables: { id },
    token: counter.owner,
  });
  expect(data.customers.nodes).toContainEqual({ id });
  expect(refusals(await complete(counter, saleInput(counter, { customerId: id })))).toEqual([
    ["UNKNOWN_CUSTOMER", "input.customerId"],
  ]);
  const late = saleInput(counter, { customerId: id });
  expect((await syncOne(counter, late)).status).toBe("RECORDED");
  expect(await exceptionsOf(counter, late.id)).toEqual(["UNKNOWN_CUSTOMER"]);
  // Nothing in the whole table holds the name any more.
  const { engine, merchantId } = counter.shop;
  for (const pk of [
    `${merchantId}#PERSON`,
    `${merchantId}#PERSON_WORD`,
    `${merchantId}#CUSTOMER`,
    `${merchantId}#AUDIT#2026-06`,
  ]) {
    const { items } = await engine.table.query({ pk, limit: 1000 });
    expect(JSON.stringify(items)).not.toMatch(/Erasable|grace@|0123 456|VIP/);
  }
  const change = { customerId: id, version: 2, name: "Back" };
  expect(refusals(await mutate("updateCustomer", "UpdateCustomerInput", CUSTOMER, change))).toEqual([
    ["UNKNOWN_CUSTOMER", "input.customerId"],
  ]);
});

test("a change of a customer states the version it saw; sent again it is done already", async () => {
  const { id } = await newCustomer({ phone: "1" });
  const change = (fields: Fields) =>
    mutate("updateCustomer", "UpdateCustomerInput", CUSTOMER, { customerId: id, version: 1, name: "Bea", ...fields });
  const first = await change({ note: "" });
  expect(first.customer).toMatchObject({ name: "Bea", phone: null, note: null, version: 2 });
  expect(await change({})).toEqual(first);
  expect(refusals(await change({ name: "Cyd" }))).toEqual([["VERSION_CONFLICT", "input.version"]]);
});

test.each([
  ["no name", { name: " " }, "INVALID_NAME"],
  ["a name with a line break", { name: "Ada\r\nBcc: x@y" }, "INVALID_NAME"],
  ["no e-mail address", { email: "nowhere" }, "INVALID_EMAIL"],
  ["a line break in the e-mail address", { email: "a@b\r\nBcc:x" }, "INVALID_EMAIL"],
  ["a note that is too long", { note: "x".repeat(501) }, "INVALID_NOTE"],
  ["a lone surrogate", { note: "\ud800" }, "INVALID_NOTE"],
] as [string, Fields, string][])("a customer with %s is refused", async (_what, fields, code) => {
  const input = { id: counter.shop.clock.newId("cus"), name: "Ada", ...fields };
  const answer = await mutate("createCustomer", "CreateCustomerInput", CUSTOMER, input);
  expect(refusals(answer).map(([each]) => each)).toEqual([code]);
});

test("customers: returns a full page of 100 when there are more", async () => {
  await Promise.all(Array.from({ length: 101 }, () => newCustomer({})));
  const { data, errors } = await counter.api.call(
    "{ customers(first: 100) { nodes { name } pageInfo { hasNextPage } } }",
    { token: counter.owner },
  );
  expect(errors).toBeUndefined();
  expect(data.customers.nodes).toHaveLength(100);
  expect(data.customers.pageInfo).toEqual({ hasNextPage: true });
});

test("customers are listed from the last made to the first, a page at a time", async () => {
  const made: string[] = [];
  for (let count = 0; count < 3; count++) {
    counter.shop.clock.advance(10);
    made.unshift((await newCustomer()).id);
  }
  const first = await ask("{ customers(first: 2) { nodes { id } pageInfo { hasNextPage endCursor } } }");
  expect(first.customers.nodes.map(({ id }: Data) => id)).toEqual(made.slice(0, 2));
  const after = first.customers.pageInfo.endCursor;
  const second = await ask("query ($after: String) { customers(first: 1, after: $after) { nodes { id } } }", { after });
  expect(second.customers.nodes.map(({ id }: Data) => id)).toEqual(made.slice(2, 3));
});

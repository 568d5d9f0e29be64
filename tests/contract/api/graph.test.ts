import { present } from "@pos/core/base/result.ts";
import type { Key, Table } from "@pos/core/table/port/port.ts";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import type { Data } from "../../support/api.ts";
import {
  type Counter,
  closeCounter,
  complete,
  type Input,
  line,
  openCounter,
  openLine,
  payment,
  saleInput,
  syncOne,
} from "./counter.ts";

/** What leads from facts to the people, customers and variants that they name, and the ids of what is no fact. */
let counter: Counter;
const customers: string[] = [];
const sales: Input[] = [];
const reads: (readonly Key[])[] = [];

function recordingReads(table: Table): Table {
  return {
    ...table,
    get(key) {
      reads.push([key]);
      return table.get(key);
    },
    batchGet(keys) {
      reads.push(keys);
      return table.batchGet(keys);
    },
  };
}

/** How many keys of one kind of record were read together, for each read of them. */
function readsOf(kind: string): number[] {
  return reads.flatMap((keys) => {
    const count = keys.filter(({ pk }) => pk.split("#").includes(kind)).length;
    return count === 0 ? [] : [count];
  });
}

beforeAll(async () => {
  counter = await openCounter({ wrap: recordingReads, variants: 4 });
  await counter.shop.stock("50");
  for (const name of ["Ada", "Ben", "Cleo"]) {
    const input = { id: counter.shop.clock.newId("cus"), name };
    const { data } = await counter.api.call(
      "mutation ($input: CreateCustomerInput!) { createCustomer(input: $input) { customer { id } userErrors { code } } }",
      { variables: { input }, token: counter.owner },
    );
    expect(data.createCustomer.userErrors).toEqual([]);
    customers.push(input.id);
  }
  for (const [index, customerId] of customers.entries()) {
    const { sku, unitPrice } = present(counter.shop.variants[index], "a variant");
    const lines = [line({ variant: { sku }, unitPrice }), openLine("1")];
    const amount = Math.round(Number(unitPrice) * 100) + 100;
    const cash = payment(counter, amount, { method: "CASH", tendered: amount + 500, reference: `till ${index}` });
    const sale = saleInput(counter, { customerId, lines, payments: [cash] });
    expect((await complete(counter, sale)).userErrors).toEqual([]);
    sales.push(sale);
  }
  await counter.api.reader.caughtUp();
});
afterAll(() => closeCounter(counter));
beforeEach(() => {
  reads.length = 0;
});

async function ask(query: string, variables: object = {}, token = counter.owner): Promise<Data> {
  const { data, errors } = await counter.api.call(query, { variables, token });
  expect(errors).toBeUndefined();
  return data;
}

test("sales: lead to operator, customer and variants, each kind read together for the page", async () => {
  const answer = await ask(`{ sales(first: 10) { nodes { id operatorId operator { id name } customerId
    customer { id name } lines { sku variant { id sku } } } } }`);
  expect(answer.sales.nodes).toHaveLength(3);
  for (const [index, { id }] of sales.entries()) {
    const sale = answer.sales.nodes.find((node: Data) => node.id === id);
    expect(sale.customer.name).toBe(["Ada", "Ben", "Cleo"][index]);
    expect(sale.operator).toEqual({ id: sale.operatorId, name: counter.shop.staff.MANAGER.name });
    expect(sale.customer.id).toBe(sale.customerId);
    const variant = present(counter.shop.variants[index], "a variant");
    expect(sale.lines.map((row: Data) => row.variant)).toEqual([{ id: variant.id, sku: variant.sku }, null]);
  }
  expect(readsOf("CUSTOMER")).toEqual([3]);
  expect(readsOf("VARIANT")).toEqual([3]);
  // The first is the caller's own.
  expect(readsOf("STAFF")).toEqual([1, 1]);
});

test("sale: the customer is null for a caller without the right to read customers", async () => {
  const query = "query ($id: ID!) { sale(id: $id) { customer { id } operator { name } } }";
  const { id } = present(sales[0], "a sale");
  expect((await ask(query, { id }, counter.terminal)).sale).toEqual({
    customer: null,
    operator: { name: counter.shop.staff.MANAGER.name },
  });
  expect((await ask(query, { id })).sale.customer).toEqual({ id: customers[0] });
});

test("sale: what it names and is unknown leads nowhere", async () => {
  const sale = saleInput(counter, {
    customerId: "cus_x",
    operatorId: counter.shop.clock.newId("stf"),
    lines: [line({ variant: { id: counter.shop.clock.newId("var") } })],
  });
  expect(await syncOne(counter, sale)).toMatchObject({ status: "RECORDED" });
  const query = `query ($id: ID!) { sale(id: $id) { operatorId operator { id } customerId customer { id }
    lines { variant { id } } } }`;
  expect((await ask(query, { id: sale.id })).sale).toEqual({
    ...{ operatorId: sale.operatorId, operator: null, customerId: "cus_x", customer: null },
    lines: [{ variant: null }],
  });
});

test("payment: cash shows what was tendered; a reference needs the permission and is never that of stored value", async () => {
  const query = "query ($id: ID!) { sale(id: $id) { payments { method tendered { amount } reference } } }";
  const { id } = present(sales[0], "a sale");
  const [paid] = (await ask(query, { id })).sale.payments;
  expect(paid.tendered.amount).toBeGreaterThan(500);
  expect(paid.reference).toBe("till 0");
  expect((await ask(query, { id }, counter.terminal)).sale.payments[0].reference).toBeNull();
  expect((await ask(query, { id }, counter.cashier)).sale.payments[0].reference).toBeNull();
  const stored = ["GIFT_CARD", "STORE_CREDIT", "CARD"].map((method) =>
    payment(counter, method === "CARD" ? 99 : 50, { method, reference: "6000-1234" }),
  );
  const sale = saleInput(counter, { payments: stored });
  expect(await syncOne(counter, sale)).toMatchObject({ status: "RECORDED" });
  expect((await ask(query, { id: sale.id })).sale.payments).toEqual([
    { method: "GIFT_CARD", tendered: null, reference: null },
    { method: "STORE_CREDIT", tendered: null, reference: null },
    { method: "CARD", tendered: null, reference: "6000-1234" },
  ]);
});

test("movements: have ids of their own, a kind as an enum, and lead to the fact that moved the goods", async () => {
  const { clock, locationId, variants } = counter.shop;
  const { id: variantId, sku } = present(variants[3], "a variant");
  const adjustment = {
    ...{ id: clock.newId("adj"), locationId, occurredAt: clock.now(), reason: "Broken" },
    lines: [{ variant: { sku }, quantity: "-1" }],
  };
  const made = await ask(
    `mutation ($input: AdjustStockInput!) { adjustStock(input: $input) { userErrors { code }
      stockAdjustment { operatorId operator { name } lines { sku variant { id } } } } }`,
    { input: adjustment },
  );
  expect(made.adjustStock.stockAdjustment).toEqual({
    operatorId: counter.shop.staff.OWNER.id,
    operator: { name: counter.shop.staff.OWNER.name },
    lines: [{ sku, variant: { id: variantId } }],
  });
  const { unitPrice } = present(variants[3], "a variant");
  const amount = Math.round(Number(unitPrice) * 100);
  const sale = saleInput(counter, {
    lines: [line({ variant: { sku }, unitPrice })],
    payments: [payment(counter, amount)],
  });
  expect((await complete(counter, sale)).userErrors).toEqual([]);
  await counter.api.reader.caughtUp();
  const { movements } = await ask(
    `query ($locationId: ID!, $variantId: ID!) { movements(locationId: $locationId, variantId: $variantId) { nodes {
      id kind movementKind factId fact { __typename id ... on StockAdjustment { reason } } } } }`,
    { locationId, variantId },
  );
  const [sold, adjusted, opened] = movements.nodes;
  expect(sold).toMatchObject({ movementKind: "SALE", fact: { __typename: "Sale", id: sale.id } });
  expect(adjusted).toMatchObject({
    ...{ kind: "stockAdjustment", movementKind: "STOCK_ADJUSTMENT" },
    fact: { __typename: "StockAdjustment", id: adjustment.id, reason: "Broken" },
  });
  expect(opened).toMatchObject({ kind: "openingStock", movementKind: "OPENING_STOCK", fact: null });
  const ids = movements.nodes.map(({ id }: Data) => id);
  expect(ids).toEqual(movements.nodes.map(({ factId }: Data) => `${locationId}.${variantId}.${factId}`));
});

test("stockLevels: have ids, and read the variants of the page together", async () => {
  const { locationId, variants } = counter.shop;
  const { stockLevels } = await ask(
    "query ($id: ID!) { stockLevels(locationId: $id, first: 10) { nodes { id sku variant { id sku } } } }",
    { id: locationId },
  );
  expect(stockLevels.nodes).toEqual(
    variants.map(({ id, sku }) => ({ id: `${locationId}.${id}`, sku, variant: { id, sku } })),
  );
  expect(readsOf("VARIANT")).toEqual([variants.length]);
});

test("exceptions: have ids and lead to the fact or the terminal that they are about", async () => {
  const sale = saleInput(counter, { payments: [payment(counter, 100)], sequence: 900 });
  expect(await syncOne(counter, sale)).toMatchObject({ status: "RECORDED" });
  await counter.api.reader.caughtUp();
  const { exceptions } = await ask(
    "query ($id: ID!) { exceptions(locationId: $id, first: 100) { nodes { id subject code about { __typename id } } } }",
    { id: counter.shop.locationId },
  );
  const mismatch = exceptions.nodes.find(
    ({ subject, code }: Data) => subject === sale.id && code === "PAYMENT_MISMATCH",
  );
  expect(mismatch).toEqual({
    ...{ id: `${sale.id}:PAYMENT_MISMATCH`, subject: sale.id, code: "PAYMENT_MISMATCH" },
    about: { __typename: "Sale", id: sale.id },
  });
  const ids = exceptions.nodes.map(({ id }: Data) => id);
  expect(new Set(ids).size).toBe(ids.length);
});

test("node: finds a tax code by its id", async () => {
  const { taxCodes } = await ask("{ taxCodes { id name rate } }");
  const code = present(taxCodes[0], "a tax code");
  const query = "query ($id: ID!) { node(id: $id) { __typename id ... on TaxCode { name rate } } }";
  expect((await ask(query, { id: code.id })).node).toEqual({ __typename: "TaxCode", ...code });
  expect((await ask(query, { id: counter.shop.clock.newId("tax") })).node).toBeNull();
});

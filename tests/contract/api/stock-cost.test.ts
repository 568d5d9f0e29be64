import { LEVEL } from "@pos/core/goods/stock/index.ts";
import { balanceKey, readBalance, rebuildEntries, verify } from "@pos/core/ledger/index.ts";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Data } from "../../support/api.ts";
import {
  type Counter,
  closeCounter,
  complete,
  type Input,
  listedExceptions,
  openCounter,
  payment,
  refusals,
  resolve,
  saleInput,
  syncOne,
} from "./counter.ts";

/** contract.md, "Figures": what goods cost that are added to stock. Each test has an article of its own. */
let counter: Counter;
beforeAll(async () => {
  counter = await openCounter();
});
afterAll(() => closeCounter(counter));

const FAILURES = "userErrors { code path }";

async function ask(query: string, variables: object, token = counter.owner): Promise<Data> {
  const { data, errors } = await counter.api.call(query, { variables, token });
  expect(errors).toBeUndefined();
  return data;
}

interface Article {
  readonly id: string;
  readonly sku: string;
}

/** An article for 5.00, without stock. */
async function article(unitCost?: string): Promise<Article> {
  const { clock } = counter.shop;
  const id = clock.newId("var");
  const variant = { id, sku: `COST-${id.slice(-8)}`, unitPrice: "5", ...(unitCost === undefined ? {} : { unitCost }) };
  const input = { id: clock.newId("prd"), name: "An article", variants: [variant] };
  const data = await ask(`mutation ($input: CreateProductInput!) { createProduct(input: $input) { ${FAILURES} } }`, {
    input,
  });
  expect(data.createProduct.userErrors).toEqual([]);
  return variant;
}

async function adjust({ id }: Article, quantity: string, unitCost?: string): Promise<Data> {
  const { clock, locationId } = counter.shop;
  const line = { variant: { id }, quantity, ...(unitCost === undefined ? {} : { unitCost }) };
  const input = { id: clock.newId("adj"), locationId, occurredAt: clock.now(), reason: "Found", lines: [line] };
  const data = await ask(
    `mutation ($input: AdjustStockInput!) { adjustStock(input: $input) {
      stockAdjustment { lines { quantity unitCost } } ${FAILURES} } }`,
    { input },
  );
  await counter.api.reader.caughtUp();
  return data.adjustStock;
}

async function sell({ sku }: Article, quantity: number): Promise<Input> {
  const input = saleInput(counter, {
    lines: [{ variant: { sku }, quantity: String(quantity), unitPrice: "5" }],
    payments: [payment(counter, 500 * quantity)],
  });
  expect((await complete(counter, input)).userErrors).toEqual([]);
  await counter.api.reader.caughtUp();
  return input;
}

async function levelOf({ id }: Article) {
  const { table, merchantId, locationId } = counter.shop;
  const { quantity, value, unitCost } = readBalance(
    LEVEL,
    await table.get(balanceKey(merchantId, locationId, LEVEL, id)),
  );
  return { quantity: quantity / 1000, value, unitCost };
}

/** Cost of goods and margin of all days. */
async function figures() {
  const data = await ask(
    'query ($id: ID!) { salesSummary(locationId: $id, from: "2026-01-01", to: "2027-12-31") { costOfGoods { amount } grossMargin { amount } } }',
    { id: counter.shop.locationId },
  );
  return { costOfGoods: data.salesSummary.costOfGoods.amount, grossMargin: data.salesSummary.grossMargin.amount };
}

/** What a sale or refund adds to the cost of goods. */
async function costOf(happens: () => Promise<unknown>): Promise<number> {
  const { costOfGoods } = await figures();
  await happens();
  return (await figures()).costOfGoods - costOfGoods;
}

const costAlarms = async ({ id }: Article, open = true) =>
  (await listedExceptions(counter, `${counter.shop.locationId}.${id}`, open)).filter(
    ({ code }) => code === "COST_UNKNOWN",
  );

describe("R1: goods that are added come at a cost", () => {
  test("R1: adjustStock: takes the variant's cost when the level knows none, and the margin follows", async () => {
    const tins = await article("2");
    expect((await adjust(tins, "10")).userErrors).toEqual([]);
    expect(await levelOf(tins)).toEqual({ quantity: 10, value: 2000, unitCost: 2_000_000 });
    const before = await figures();
    await sell(tins, 4);
    const after = await figures();
    // 20.00 with 20 % in it: 16.67 without; 8.00 of cost.
    expect([after.costOfGoods - before.costOfGoods, after.grossMargin - before.grossMargin]).toEqual([800, 867]);
    expect(await costAlarms(tins)).toEqual([]);
  });

  test("adjustStock: takes the stated cost before every other", async () => {
    const tins = await article("2");
    await adjust(tins, "10");
    expect(await adjust(tins, "10", "3")).toEqual({
      stockAdjustment: { lines: [{ quantity: "10", unitCost: "3" }] },
      userErrors: [],
    });
    expect(await levelOf(tins)).toEqual({ quantity: 20, value: 5000, unitCost: 2_500_000 });
  });

  test("adjustStock: takes the average of the level before the variant's cost", async () => {
    const tins = await article("2");
    await adjust(tins, "10", "3");
    await adjust(tins, "10");
    expect(await levelOf(tins)).toMatchObject({ quantity: 20, value: 6000 });
    await adjust(tins, "-20");
    await adjust(tins, "1");
    expect(await levelOf(tins)).toMatchObject({ quantity: 1, value: 300 });
  });

  test("adjustStock: a later change of the variant's cost moves nothing that is booked", async () => {
    const tins = await article("2");
    await adjust(tins, "10");
    const before = await levelOf(tins);
    await ask(`mutation ($input: PatchVariantInput!) { patchVariant(input: $input) { ${FAILURES} } }`, {
      input: { variantId: tins.id, version: 1, unitCost: "9" },
    });
    const { booking, ledger } = counter.shop;
    await rebuildEntries(booking, ledger);
    expect((await verify(booking, ledger)).differences).toEqual([]);
    expect(await levelOf(tins)).toEqual(before);
  });

  test.each([
    ["-1", "1"],
    ["1", "-0.01"],
    ["1", "1.0000001"],
    ["9999999.999", "999999999.999999"],
  ])("adjustStock: INVALID_COST when %s are added at %s", async (quantity, unitCost) => {
    const answer = await adjust(await article(), quantity, unitCost);
    expect(refusals(answer)).toEqual([["INVALID_COST", "input.lines.0.unitCost"]]);
  });

  test("refundSale: goods without a sale come back at the variant's cost when the level knows none", async () => {
    const tins = await article("2");
    const { clock, locationId } = counter.shop;
    const input = {
      ...{ id: clock.newId("ref"), occurredAt: clock.now(), locationId },
      lines: [{ variant: { sku: tins.sku }, quantity: "3", unitPrice: "5" }],
      payments: [payment(counter, 1500)],
    };
    const cost = await costOf(async () => {
      await ask(`mutation ($input: RefundSaleInput!) { refundSale(input: $input) { ${FAILURES} } }`, { input });
      await counter.api.reader.caughtUp();
    });
    expect([cost, (await levelOf(tins)).value]).toEqual([-600, 600]);
  });

  test("stockLevels: shows what a unit costs to those who may see costs", async () => {
    const tins = await article();
    const unitCost = async (token = counter.owner) => {
      const variables = { id: counter.shop.locationId, skus: [tins.sku] };
      const query =
        "query ($id: ID!, $skus: [String!]) { stockLevels(locationId: $id, skus: $skus) { nodes { unitCost } } }";
      return (await ask(query, variables, token)).stockLevels.nodes[0].unitCost;
    };
    await adjust(tins, "3");
    expect(await unitCost()).toBeNull();
    await adjust(tins, "-3");
    await adjust(tins, "3", "0.333333");
    expect(await unitCost()).toBe("0.333333");
    await adjust(tins, "3", "1");
    expect(await unitCost()).toBe("0.666667");
  });
});

describe("R1: goods without any cost", () => {
  test("COST_UNKNOWN: is raised once, shows the sales it touches, and is closed when goods come at a cost", async () => {
    const tins = await article();
    await adjust(tins, "10");
    await adjust(tins, "10");
    const sales = [await sell(tins, 1), await sell(tins, 2)];
    const [alarm, ...more] = await costAlarms(tins);
    expect(more).toEqual([]);
    expect(alarm).toMatchObject({ status: "OPEN", message: expect.stringContaining(tins.sku) });
    expect(alarm.details).toMatchObject([{ name: "sku", text: tins.sku }]);
    const id = `${alarm.subject}:COST_UNKNOWN`;
    const touched = await ask("query ($id: ID!) { node(id: $id) { ... on Exception { touchedSales { id } } } }", {
      id,
    });
    expect(touched.node.touchedSales).toEqual(sales.reverse().map((sale) => ({ id: sale.id })));
    await adjust(tins, "1", "2");
    expect(await costAlarms(tins)).toEqual([]);
    expect(await costAlarms(tins, false)).toMatchObject([{ status: "CLOSED" }]);
  });

  test("COST_UNKNOWN: stays resolved while goods without a cost go on coming", async () => {
    const tins = await article();
    await adjust(tins, "10");
    const [alarm] = await costAlarms(tins);
    expect((await resolve(counter, alarm, "Samples")).userErrors).toEqual([]);
    await adjust(tins, "10");
    expect(await costAlarms(tins)).toEqual([]);
  });

  test.each([
    ["opening stock of a variant without one", undefined, undefined, 1],
    ["opening stock that states 0", undefined, "0", 0],
    ["opening stock of a variant that costs 0", "0", undefined, 0],
    ["opening stock at the variant's cost", "2", undefined, 0],
  ])("COST_UNKNOWN: %s", async (_what, ofVariant, stated, count) => {
    const tins = await article(ofVariant);
    const { clock, locationId } = counter.shop;
    const line = { variant: { id: tins.id }, quantity: "5", ...(stated === undefined ? {} : { unitCost: stated }) };
    const input = { id: clock.newId("ops"), locationId, occurredAt: clock.now(), lines: [line] };
    const query = `mutation ($input: RecordOpeningStockInput!) { recordOpeningStock(input: $input) { ${FAILURES} } }`;
    expect((await ask(query, { input })).recordOpeningStock.userErrors).toEqual([]);
    expect(await costAlarms(tins)).toHaveLength(count);
  });

  test("COST_UNKNOWN: adjustments that state 0, or are of a variant that costs 0, raise none", async () => {
    const [stated, free] = [await article(), await article("0")];
    await adjust(stated, "5", "0");
    await adjust(free, "5");
    expect([await costAlarms(stated), await costAlarms(free)]).toEqual([[], []]);
  });

  test("recordOpeningStock: goods without any cost take the average of what is there", async () => {
    const tins = await article();
    await adjust(tins, "10", "3");
    await counter.shop.stock("10", { variants: [{ id: tins.id }] as unknown as Counter["shop"]["variants"] });
    await counter.api.reader.caughtUp();
    expect(await levelOf(tins)).toEqual({ quantity: 20, value: 6000, unitCost: 3_000_000 });
    expect(await costAlarms(tins)).toEqual([]);
  });

  test("syncSales: a sale from stock without a cost is recorded without an exception of its own", async () => {
    const tins = await article();
    await adjust(tins, "10");
    const input = saleInput(counter, {
      lines: [{ variant: { sku: tins.sku }, quantity: "1", unitPrice: "5" }],
      payments: [payment(counter, 500)],
    });
    const answer = await syncOne(counter, input);
    expect([answer.status, answer.sale.exceptions]).toEqual(["RECORDED", []]);
    expect(await costAlarms(tins)).toHaveLength(1);
  });
});

import { rebuildEntries, verify } from "@pos/core/ledger/index.ts";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Data } from "../../../support/api.ts";
import {
  type Counter,
  closeCounter,
  complete,
  line,
  openCounter,
  payment,
  refusals,
  saleInput,
} from "../../api/counter.ts";

/** A stock take: many counts in one adjustment, against the levels as they were read. */
let counter: Counter;
beforeAll(async () => {
  counter = await openCounter({ variants: 40 });
});
afterAll(() => closeCounter(counter));

async function ask(query: string, variables: object, token = counter.owner): Promise<Data> {
  const { data, errors } = await counter.api.call(query, { variables, token });
  expect(errors).toBeUndefined();
  return data;
}

const TAKE = `mutation ($input: RecordStockTakeInput!) { recordStockTake(input: $input) {
  replayed userErrors { code path }
  stockAdjustment { id reason reasonCode operator { name } lines { sku quantity counted expected unitCost } } } }`;

async function take(lines: readonly object[], more: object = {}): Promise<Data> {
  const { clock, locationId } = counter.shop;
  const input = { id: clock.newId("adj"), locationId, occurredAt: clock.now(), lines, ...more };
  const { recordStockTake } = await ask(TAKE, { input });
  await counter.api.reader.caughtUp();
  return recordStockTake;
}

async function levelOf(sku: string): Promise<string | undefined> {
  const query = "query ($id: ID!, $skus: [String!]) { stockLevels(locationId: $id, skus: $skus) { nodes { onHand } } }";
  const { stockLevels } = await ask(query, { id: counter.shop.locationId, skus: [sku] });
  return stockLevels.nodes[0]?.onHand;
}

async function sell(sku: string, quantity: string): Promise<void> {
  const lines = [line({ variant: { sku }, quantity, unitPrice: "0" })];
  const input = saleInput(counter, { lines, payments: [payment(counter, 0)] });
  expect((await complete(counter, input)).userErrors).toEqual([]);
  await counter.api.reader.caughtUp();
}

const counted = (sku: string, count: string, expected?: string) => ({
  variant: { sku },
  counted: count,
  ...(expected === undefined ? {} : { expected }),
});

test("recordStockTake: moves each level by its difference in one adjustment when many are counted", async () => {
  const skus = counter.shop.variants.map(({ sku }) => sku);
  const answer = await take(
    skus.map((sku, index) => counted(sku, String(index))),
    { note: "Shelf 3" },
  );
  expect(answer.userErrors).toEqual([]);
  expect(answer.stockAdjustment).toMatchObject({ reason: "Shelf 3", reasonCode: "STOCK_TAKE" });
  expect(answer.stockAdjustment.lines).toHaveLength(40);
  expect(answer.stockAdjustment.lines[7]).toMatchObject({ quantity: "7", counted: "7", expected: "0" });
  expect(await Promise.all(skus.slice(0, 3).map(levelOf))).toEqual([undefined, "1", "2"]);
  expect(await levelOf(skus[39] ?? "")).toBe("39");
});

test("recordStockTake: keeps what was sold after the count when the level was read before", async () => {
  await take([counted("SKU-0005", "10")]);
  // Ten are read and nine counted; two are sold before the count is recorded.
  await sell("SKU-0005", "2");
  await take([counted("SKU-0005", "9", "10")]);
  expect(await levelOf("SKU-0005")).toBe("7");
  await take([counted("SKU-0005", "9")]);
  expect(await levelOf("SKU-0005")).toBe("9");
});

test("recordStockTake: records a count that was right and moves nothing", async () => {
  await take([counted("SKU-0006", "4")]);
  const { stockAdjustment } = await take([counted("SKU-0006", "4.000")]);
  expect(stockAdjustment.lines).toMatchObject([{ quantity: "0", counted: "4", expected: "4" }]);
  expect(await levelOf("SKU-0006")).toBe("4");
  const { booking, ledger } = counter.shop;
  await rebuildEntries(booking, ledger);
  expect((await verify(booking, ledger)).differences).toEqual([]);
});

test("recordStockTake: returns the stored adjustment when the id is known and the content is equal", async () => {
  const more = { id: counter.shop.clock.newId("adj"), occurredAt: counter.shop.clock.now() };
  const first = await take([counted("SKU-0007", "12")], more);
  await sell("SKU-0007", "1");
  expect(await take([counted("SKU-0007", "12")], more)).toEqual({ ...first, replayed: true });
  expect(await levelOf("SKU-0007")).toBe("11");
  expect(refusals(await take([counted("SKU-0007", "13")], more))).toEqual([["ID_CONFLICT", "input.id"]]);
});

test("recordStockTake: INVALID_LINES when a variant is counted twice", async () => {
  const [first] = counter.shop.variants;
  const answer = await take([counted("SKU-0001", "1"), { variant: { id: first?.id }, counted: "2" }]);
  expect(refusals(answer)).toEqual([["INVALID_LINES", "input.lines.1.variant"]]);
});

test("movements: show who moved the goods and why (dashboard bug 10)", async () => {
  const { clock, locationId, variants } = counter.shop;
  await take([counted("SKU-0009", "3")]);
  const query = `query ($id: ID!, $variant: ID!) { movements(locationId: $id, variantId: $variant) { nodes {
    quantity reason reasonCode operatorId operator { name } occurredAt recordedAt } } }`;
  const ADJUST = "mutation ($input: AdjustStockInput!) { adjustStock(input: $input) { userErrors { code path } } }";
  const of = { locationId, lines: [{ variant: { sku: "SKU-0009" }, quantity: "-1" }] };
  const adjust = (more: object) =>
    ask(ADJUST, { input: { ...of, id: clock.newId("adj"), occurredAt: clock.now(), ...more } });
  await adjust({ reason: "Fell from the shelf", reasonCode: "DAMAGED" });
  await adjust({ reason: "", reasonCode: "LOST" });
  const refused = await adjust({ reason: "" });
  expect(refusals(refused.adjustStock)).toEqual([["INVALID_REASON", "input.reason"]]);
  await counter.api.reader.caughtUp();
  const { movements } = await ask(query, { id: locationId, variant: variants[8]?.id });
  const { id, name } = counter.shop.staff.OWNER;
  const by = { operatorId: id, operator: { name } };
  expect(movements.nodes).toMatchObject([
    { quantity: "-1", reason: null, reasonCode: "LOST", ...by },
    { quantity: "-1", reason: "Fell from the shelf", reasonCode: "DAMAGED", ...by },
    { quantity: "-5", reason: null, reasonCode: "STOCK_TAKE", ...by },
    { quantity: "8", reason: "Shelf 3", reasonCode: "STOCK_TAKE", ...by },
  ]);
});

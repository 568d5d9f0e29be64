import { present } from "@pos/core/base/result.ts";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Data, signInOperator } from "../../../support/api.ts";
import { type Counter, closeCounter, line, openCounter, openLine, refusals } from "../../api/counter.ts";

/** Sales that are parked: listed and recalled at any terminal of the location, each by one; nothing of them is in the books. */
let counter: Counter;
/** A cashier at the second terminal. */
let there: string;
beforeAll(async () => {
  counter = await openCounter({ terminals: 2 });
  there = await signInOperator(counter.api, counter.shop, present(counter.terminals[1], "a terminal"), "CASHIER");
});
afterAll(() => closeCounter(counter));

type Fields = { readonly [field: string]: unknown };

const CART = `id label note parkedAt expiresAt terminal { id } operatorId customerId customer { id name } total { amount }
  discounts { percent amount { amount } reason } lines { id variant { sku } description quantity tare unitPrice
    taxCodeId categoryId discounts { percent amount { amount } reason } note }`;
const PARK = `mutation ($input: ParkSaleInput!) { done: parkSale(input: $input) {
  replayed parkedSale { ${CART} } userErrors { code path } } }`;
const RECALL = `mutation ($input: RecallParkedSaleInput!) { done: recallParkedSale(input: $input) {
  replayed parkedSale { ${CART} } userErrors { code path } } }`;
const DISCARD = `mutation ($input: DiscardParkedSaleInput!) { done: discardParkedSale(input: $input) {
  replayed parkedSale { id } userErrors { code path } } }`;

async function change(document: string, input: Fields, token = counter.cashier): Promise<Data> {
  const { data, errors } = await counter.api.call(document, { variables: { input }, token });
  expect(errors).toBeUndefined();
  return data.done;
}

function cart(fields: Fields = {}): Fields & { readonly id: string } {
  const lines = [line({ quantity: "2", adjustments: [{ percent: "10", reason: "Scratched" }] }), openLine("0.99")];
  return { id: counter.shop.clock.newId("prk"), label: "Table 4", lines, total: 457, ...fields };
}

const recallOf = (parkedSaleId: string) => ({ id: counter.shop.clock.newId("rcl"), parkedSaleId });

async function waiting(token = counter.cashier): Promise<string[]> {
  const query = "query ($id: ID!) { parkedSales(locationId: $id) { id } }";
  const { data } = await counter.api.call(query, { variables: { id: counter.shop.locationId }, token });
  return data.parkedSales.map(({ id }: Data) => id);
}

describe("parked sales", () => {
  test("parkSale: lists the cart at every terminal and at the dashboard, and recallParkedSale gives it back as it was", async () => {
    const input = cart({ note: "Waits for a friend", discounts: [{ amount: 5 }] });
    const { parkedSale, userErrors, replayed } = await change(PARK, input);
    expect([userErrors, replayed]).toEqual([[], false]);
    for (const token of [counter.cashier, there, counter.owner]) expect(await waiting(token)).toContain(input.id);
    const recalled = await change(RECALL, recallOf(input.id), there);
    expect(recalled).toEqual({ replayed: false, userErrors: [], parkedSale });
    expect(parkedSale).toMatchObject({
      ...{ label: "Table 4", note: "Waits for a friend", total: { amount: 457 } },
      discounts: [{ percent: null, amount: { amount: 5 }, reason: null }],
      lines: [
        {
          ...{ variant: { sku: "SKU-0001" }, quantity: "2", unitPrice: "1.99" },
          discounts: [{ percent: "10", amount: null, reason: "Scratched" }],
        },
        { variant: null, description: "Something", quantity: "1", unitPrice: "0.99" },
      ],
    });
    expect(await waiting()).not.toContain(input.id);
  });

  test("recallParkedSale: an open line keeps its department and tax code, a weighed one its tare", async () => {
    const { data } = await counter.api.call("{ taxCodes { id } }", { token: counter.owner });
    const [{ id: taxCodeId }] = data.taxCodes;
    const category = {
      id: counter.shop.clock.newId("cat"),
      name: "Flowers",
      departmentTaxCodeId: taxCodeId,
    };
    const mutation =
      "mutation ($input: CreateCategoryInput!) { done: createCategory(input: $input) { userErrors { code } } }";
    expect((await change(mutation, category, counter.owner)).userErrors).toEqual([]);
    const flowers = openLine("7.50", { categoryId: category.id, taxCodeId });
    const input = cart({ lines: [flowers, line({ quantity: "0.5", tare: "0.012" })] });
    expect((await change(PARK, input)).userErrors).toEqual([]);
    expect((await change(RECALL, recallOf(input.id))).parkedSale.lines).toMatchObject([
      { categoryId: category.id, taxCodeId, tare: null },
      { quantity: "0.5", tare: "0.012", categoryId: null },
    ]);
  });

  test("recallParkedSale: gives a parked sale to one of twenty that ask at once", async () => {
    for (let round = 0; round < 5; round++) {
      const { id } = cart();
      await change(PARK, cart({ id }));
      const answers = await Promise.all(
        Array.from({ length: 20 }, (_, index) =>
          change(RECALL, recallOf(id), index % 2 === 0 ? counter.cashier : there),
        ),
      );
      const [given, taken] = [true, false].map((has) =>
        answers.filter(({ parkedSale }) => (parkedSale !== null) === has),
      );
      expect(given).toHaveLength(1);
      for (const answer of taken ?? []) expect(refusals(answer)).toEqual([["PARKED_SALE_TAKEN", "input.parkedSaleId"]]);
    }
  });

  test("recallParkedSale: gives the same answer to the same recall, and none to another terminal or recall", async () => {
    const { id } = cart();
    await change(PARK, cart({ id }));
    const recall = recallOf(id);
    const [first, second] = [await change(RECALL, recall), await change(RECALL, recall)];
    expect(second).toEqual({ ...first, replayed: true });
    const taken = [["PARKED_SALE_TAKEN", "input.parkedSaleId"]];
    expect(refusals(await change(RECALL, recall, there))).toEqual(taken);
    expect(refusals(await change(RECALL, recallOf(id)))).toEqual(taken);
    expect(refusals(await change(DISCARD, { parkedSaleId: id }))).toEqual(taken);
  });

  test("parkSale: returns what was parked when it is sent twice, ID_CONFLICT when its content is another", async () => {
    const input = cart();
    const first = await change(PARK, input);
    expect(await change(PARK, input)).toEqual({ ...first, replayed: true });
    expect(refusals(await change(PARK, { ...input, label: "Table 5" }))).toEqual([["ID_CONFLICT", "input.id"]]);
    expect(refusals(await change(PARK, input, there))).toEqual([["ID_CONFLICT", "input.id"]]);
  });

  test("parkSale: refuses what no cart is, with the path of each field", async () => {
    const bad = cart({ id: "prk_x", label: "x".repeat(201), lines: [line({ quantity: "0" })], total: -1 });
    expect(refusals(await change(PARK, bad))).toEqual([
      ["INVALID_ID", "input.id"],
      ["INVALID_LABEL", "input.label"],
      ["INVALID_AMOUNT", "input.total"],
      ["INVALID_QUANTITY", "input.lines.0.quantity"],
    ]);
    const long = cart({ lines: Array.from({ length: 201 }, () => line()) });
    expect(refusals(await change(PARK, long))).toEqual([["INVALID_LINES", "input.lines"]]);
    expect(refusals(await change(PARK, cart({ lines: [] })))).toEqual([["INVALID_LINES", "input.lines"]]);
    // 200 lines of texts of the greatest length are more than one record holds.
    const texts = { description: "名".repeat(200), note: "备".repeat(500) };
    const wordy = (count: number) => cart({ lines: Array.from({ length: count }, () => openLine("1", texts)) });
    expect(refusals(await change(PARK, wordy(200)))).toEqual([["INVALID_LINES", "input.lines"]]);
    const fitting = wordy(180);
    expect((await change(PARK, fitting)).userErrors).toEqual([]);
    expect((await change(RECALL, recallOf(fitting.id))).userErrors).toEqual([]);
  });

  test("discardParkedSale: removes it for good, at the dashboard too", async () => {
    const [one, two] = [cart(), cart()];
    for (const input of [one, two]) await change(PARK, input);
    expect(await change(DISCARD, { parkedSaleId: one.id })).toMatchObject({ replayed: false, userErrors: [] });
    expect(await change(DISCARD, { parkedSaleId: one.id })).toMatchObject({ replayed: true, userErrors: [] });
    const atDesk = { parkedSaleId: two.id, locationId: counter.shop.locationId };
    expect(await change(DISCARD, atDesk, counter.owner)).toMatchObject({ userErrors: [] });
    const elsewhere = { ...atDesk, locationId: counter.shop.clock.newId("loc") };
    expect(refusals(await change(DISCARD, elsewhere, counter.owner))).toEqual([
      ["UNKNOWN_LOCATION", "input.locationId"],
    ]);
    expect(refusals(await change(RECALL, recallOf(two.id)))).toEqual([["PARKED_SALE_TAKEN", "input.parkedSaleId"]]);
    expect(await waiting()).not.toContain(one.id);
  });

  test("parkSale: LIMIT_REACHED beyond 100 that wait; nothing parked is in the books", async () => {
    let [parked, last]: [number, Data] = [(await waiting()).length, {}];
    while (parked++ < 101) last = await change(PARK, cart());
    expect(refusals(last).map(([code]) => code)).toEqual(["LIMIT_REACHED"]);
    await counter.api.reader.caughtUp();
    const query = '{ salesSummary(from: "2026-06-15", to: "2026-06-15") { saleCount } }';
    expect((await counter.api.call(query, { token: counter.owner })).data.salesSummary.saleCount).toBe(0);
  });

  test("recallParkedSale: UNKNOWN_PARKED_SALE when it has expired or never was", async () => {
    const unknown = [["UNKNOWN_PARKED_SALE", "input.parkedSaleId"]];
    expect(refusals(await change(RECALL, recallOf(counter.shop.clock.newId("prk"))))).toEqual(unknown);
    const [id = ""] = await waiting();
    counter.shop.clock.advance(7 * 86_400_000);
    const cashier = await signInOperator(counter.api, counter.shop, counter.terminal, "CASHIER");
    expect(await waiting(cashier)).toEqual([]);
    expect(refusals(await change(RECALL, recallOf(id), cashier))).toEqual(unknown);
    // What expired makes room.
    expect(await change(PARK, cart(), cashier)).toMatchObject({ userErrors: [] });
  });
});

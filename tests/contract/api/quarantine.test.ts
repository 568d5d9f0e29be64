import { present } from "@pos/core/base/result.ts";
import { copiesOf, type FactCopy } from "@pos/core/selling/sale/index.ts";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Data, signInOperator } from "../../support/api.ts";
import {
  type Counter,
  closeCounter,
  complete,
  exceptionsOf,
  type Input,
  line,
  listedExceptions,
  openCounter,
  openLine,
  payment,
  refusals,
  resolve,
  saleInput,
  storedSale,
  sync,
  syncOne,
} from "./counter.ts";

/** contract.md, "Recording a sale": a known id with other content. */
let counter: Counter;
beforeAll(async () => {
  counter = await openCounter({ terminals: 3 });
});
afterAll(() => closeCounter(counter));

function asStored({ exceptions: _, ...sale }: Data): Data {
  return sale;
}

describe("a known id with other content", () => {
  const OTHER: readonly (readonly [string, (input: Input) => Input])[] = [
    ["another quantity", (input) => ({ ...input, lines: [line({ quantity: "2" })] })],
    ["another number", (input) => ({ ...input, sequence: Number(input.sequence) + 5000 })],
    ["another instant", (input) => ({ ...input, occurredAt: "2026-06-15T08:59:59.999Z" })],
    ["one line more", (input) => ({ ...input, lines: [line(), openLine("0")] })],
    ["another payment", (input) => ({ ...input, payments: [payment(counter, 199)] })],
    ["a note", (input) => ({ ...input, note: "x" })],
    ["a customer", (input) => ({ ...input, customerId: "cus_x" })],
    ["an expected total", (input) => ({ ...input, expectedTotal: 199 })],
    ["the catalogue's price left out", (input) => ({ ...input, lines: [line({ unitPrice: null })] })],
    [
      "the variant by another name",
      (input) => ({ ...input, lines: [line({ variant: { id: counter.shop.variants[0]?.id } })] }),
    ],
    ["a discount of 0", (input) => ({ ...input, discounts: [{ amount: 0 }] })],
  ];
  test.each(OTHER)(
    "%s: quarantined both ways, the stored sale stays and carries an exception",
    async (_name, changed) => {
      const input = saleInput(counter);
      const { sale } = await complete(counter, input);
      const copy = changed(input);
      const live = await complete(counter, copy);
      expect(live).toMatchObject({ sale: null, replayed: false, epoch: 1 });
      expect(refusals(live)).toEqual([["ID_CONFLICT", "input.id"]]);
      const synced = await syncOne(counter, copy);
      expect(synced).toMatchObject({ id: input.id, status: "QUARANTINED", sale: null });
      expect(refusals(synced)).toEqual([["ID_CONFLICT", "input.sales.0.id"]]);
      const stored = await storedSale(counter, input.id);
      expect(asStored(stored)).toEqual(asStored(sale));
      expect(stored.exceptions).toMatchObject([{ code: "ID_CONFLICT" }]);
      expect(await listedExceptions(counter, input.id)).toMatchObject([{ code: "ID_CONFLICT", status: "OPEN" }]);
      expect(await complete(counter, input)).toMatchObject({ replayed: true });
    },
  );

  test("the same content from another terminal is other content", async () => {
    const input = saleInput(counter);
    await complete(counter, input);
    const second = present(counter.terminals[1], "the second terminal");
    expect(await syncOne(counter, input, second)).toMatchObject({ status: "QUARANTINED", sale: null });
    const operator = await signInOperator(counter.api, counter.shop, second, "MANAGER");
    expect(refusals(await complete(counter, input, operator))).toEqual([["ID_CONFLICT", "input.id"]]);
    expect(await exceptionsOf(counter, input.id)).toEqual(["ID_CONFLICT"]);
  });

  test("twenty different copies at once: one is the sale, the others are kept", async () => {
    const input = saleInput(counter);
    const results = await Promise.all(
      Array.from({ length: 20 }, (_, index) => syncOne(counter, { ...input, note: `copy ${index}` })),
    );
    const statuses = results.map(({ status }) => status).sort();
    expect(statuses).toEqual([...Array.from({ length: 19 }, () => "QUARANTINED"), "RECORDED"]);
    expect(await exceptionsOf(counter, input.id)).toEqual(["ID_CONFLICT"]);
  });

  test("what would be refused anyway is a conflict all the same", async () => {
    const input = saleInput(counter);
    await complete(counter, input);
    const copy = { ...input, customerId: "cus_nobody", payments: [payment(counter, 1)] };
    expect(refusals(await complete(counter, copy))).toEqual([["ID_CONFLICT", "input.id"]]);
  });

  test("a settled conflict is raised anew by a new copy, not by one that is kept already", async () => {
    const input = saleInput(counter);
    await complete(counter, input);
    await syncOne(counter, { ...input, note: "one" });
    const [conflict] = await listedExceptions(counter, input.id);
    const resolved = await resolve(counter, conflict, "Counted twice");
    expect(resolved).toMatchObject({ exception: { status: "RESOLVED", note: "Counted twice" }, userErrors: [] });
    expect(await resolve(counter, conflict, "Counted twice")).toEqual(resolved);
    expect((await resolve(counter, conflict, "Another note")).userErrors).toMatchObject([
      { code: "VERSION_CONFLICT", version: resolved.exception.version },
    ]);
    expect(await listedExceptions(counter, input.id)).toEqual([]);
    expect(await listedExceptions(counter, input.id, false)).toMatchObject([
      { status: "RESOLVED", note: "Counted twice" },
    ]);
    expect(await syncOne(counter, { ...input, note: "one" })).toMatchObject({ status: "QUARANTINED" });
    expect(await listedExceptions(counter, input.id)).toEqual([]);
    expect(await syncOne(counter, { ...input, note: "two" })).toMatchObject({ status: "QUARANTINED" });
    expect(await listedExceptions(counter, input.id)).toMatchObject([{ code: "ID_CONFLICT", status: "OPEN" }]);
  });
});

test("beyond 1,000 unresolved copies a terminal keeps its own, its neighbours are not held up, and a manager frees it", async () => {
  const third = present(counter.terminals[2], "the third terminal");
  const [full, second] = [saleInput(counter), saleInput(counter)];
  await sync(counter, [full, second]);
  const copies = Array.from({ length: 1000 }, (_, index) => ({ ...full, note: `copy ${index}` }));
  for (let from = 0; from < copies.length; from += 100) {
    const results = await sync(counter, copies.slice(from, from + 100), third);
    expect(new Set(results.map(({ status }) => status))).toEqual(new Set(["QUARANTINED"]));
  }
  const neighbour = saleInput(counter);
  const results = await sync(
    counter,
    [{ ...second, note: "one more" }, neighbour, present(copies[0], "a kept copy")],
    third,
  );
  expect(results.map(({ status, sale, userErrors }) => [status, sale === null, userErrors[0]?.code])).toEqual([
    ["REJECTED", true, "QUARANTINE_FULL"],
    ["RECORDED", false, undefined],
    ["QUARANTINED", true, "ID_CONFLICT"],
  ]);
  const operator = await signInOperator(counter.api, counter.shop, third, "MANAGER");
  const live = await complete(counter, { ...second, note: "one more" }, operator);
  expect(live).toMatchObject({ sale: null, replayed: false });
  expect(refusals(live)).toEqual([["QUARANTINE_FULL", "input.id"]]);
  expect(await exceptionsOf(counter, second.id)).toEqual([]);
  // Another terminal is not held up.
  expect(await syncOne(counter, { ...second, note: "by the first" })).toMatchObject({ status: "QUARANTINED" });

  const [conflict] = await listedExceptions(counter, full.id);
  expect(await resolve(counter, conflict)).toMatchObject({ userErrors: [], exception: { status: "RESOLVED" } });
  const freed = await sync(counter, [{ ...second, note: "one more" }], third);
  expect(freed.map(({ status }) => status)).toEqual(["QUARANTINED"]);
});

describe("A15: a copy that is too large for one record", () => {
  const LARGE = {
    lines: Array.from({ length: 1_900 }, () => openLine("0", { note: "漢字😀".repeat(30) })),
    payments: [],
  };

  async function copiesKept(id: string): Promise<FactCopy[]> {
    const copies: FactCopy[] = [];
    const { table, merchantId } = counter.shop;
    for await (const copy of copiesOf(table, merchantId, id)) copies.push(copy);
    return copies;
  }

  test("syncSales, completeSale: QUARANTINED and kept as it was sent", async () => {
    const input = saleInput(counter);
    await complete(counter, input);
    const copy = { ...input, ...LARGE };
    expect(JSON.stringify(copy).length).toBeGreaterThan(400_000 / 3);
    expect(Buffer.byteLength(JSON.stringify(copy))).toBeGreaterThan(400_000);
    const [first, second] = await sync(counter, [copy, saleInput(counter)]);
    expect([first?.status, second?.status]).toEqual(["QUARANTINED", "RECORDED"]);
    expect(refusals(await complete(counter, copy))).toEqual([["ID_CONFLICT", "input.id"]]);
    expect(await copiesKept(input.id)).toMatchObject([{ id: input.id, input: { id: input.id, lines: LARGE.lines } }]);
    const [exception] = await listedExceptions(counter, input.id);
    expect((await resolve(counter, exception)).userErrors).toEqual([]);
    expect(await copiesKept(input.id)).toMatchObject([{ settledAt: expect.any(String) }]);
  });

  test("syncFacts: the same for a stock adjustment and a refund", async () => {
    const { clock, locationId } = counter.shop;
    const sale = saleInput(counter);
    await complete(counter, sale);
    const variant = { id: counter.shop.variants[0]?.id };
    const adjustment = { id: clock.newId("adj"), locationId, occurredAt: clock.now(), reason: "Found" };
    const refund = { id: clock.newId("ref"), occurredAt: clock.now() };
    const of = (count: number) => [
      {
        stockAdjustment: { ...adjustment, lines: Array.from({ length: count }, () => ({ variant, quantity: "1" })) },
      },
      {
        refund: {
          ...refund,
          lines: Array.from({ length: count }, () => openLine("0", { description: "漢字".repeat(90) })),
          payments: [],
        },
      },
    ];
    const send = async (facts: readonly object[]) => {
      const { data, errors } = await counter.api.call(
        "mutation ($facts: [FactInput!]!) { syncFacts(input: { facts: $facts }) { results { status } } }",
        { variables: { facts }, token: counter.manager },
      );
      expect(errors).toBeUndefined();
      return data.syncFacts.results.map(({ status }: Data) => status);
    };
    expect(await send(of(1))).toEqual(["RECORDED", "RECORDED"]);
    for (const fact of of(1_000)) expect(await send([fact])).toEqual(["QUARANTINED"]);
    expect(await copiesKept(refund.id)).toMatchObject([{ input: { lines: { length: 1_000 } } }]);
  });
});

import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Data, signInOperator } from "../../support/api.ts";
import {
  type Counter,
  closeCounter,
  complete,
  exceptionsOf,
  type Input,
  line,
  openCounter,
  openLine,
  payment,
  refusals,
  saleInput,
  storedSale,
  sync,
  syncOne,
} from "./counter.ts";

/** contract.md, "Recording a sale": what is the same content, and what a known id is answered with. */
let counter: Counter;
beforeAll(async () => {
  counter = await openCounter({ terminals: 2 });
});
afterAll(() => closeCounter(counter));

/** All of a sale but what the answer may change in between. */
function asStored({ exceptions: _, ...sale }: Data): Data {
  return sale;
}

/** A sale with something in every field. */
function fullSale(): Input {
  return saleInput(counter, {
    lines: [line({ quantity: "2", discounts: [{ percent: "10" }], note: "Ripe" }), openLine("1.5")],
    discounts: [{ amount: 8 }],
    payments: [payment(counter, 500, { method: "CASH", tendered: 600, reference: "a reference" })],
    expectedTotal: 500,
    note: "A note",
  });
}

describe("a new id", () => {
  test("is recorded live: the sale, not replayed, epoch 1", async () => {
    const input = fullSale();
    const answer = await complete(counter, input);
    expect(answer).toMatchObject({ replayed: false, epoch: 1, userErrors: [] });
    expect(answer.sale).toMatchObject({
      id: input.id,
      receiptNumber: `T1-${input.sequence}`,
      sequence: input.sequence,
      operatorId: counter.shop.staff.MANAGER.id,
      customerId: null,
      note: "A note",
      expectedTotal: null,
      location: { id: counter.shop.locationId },
      terminal: { id: counter.shop.terminals[0]?.id },
      total: { amount: 500, currency: "GBP" },
      changeDue: { amount: 100 },
    });
    expect(asStored(await storedSale(counter, input.id))).toEqual(asStored(answer.sale));
  });

  test("is recorded by syncSales, and the sale is there at once", async () => {
    const input = fullSale();
    const result = await syncOne(counter, input);
    expect(result).toMatchObject({ id: input.id, status: "RECORDED", userErrors: [], sale: { id: input.id } });
  });
});

describe("a known id with the same content", () => {
  type Way = (input: Input) => Promise<{ readonly again: boolean; readonly sale: Data }>;
  const live =
    (token: () => string): Way =>
    async (input) => {
      const { replayed, sale } = await complete(counter, input, token());
      return { again: replayed, sale };
    };
  const synced =
    (token: () => string): Way =>
    async (input) => {
      const { status, sale } = await syncOne(counter, input, token());
      return { again: status === "REPLAYED", sale };
    };
  const WAYS: readonly (readonly [string, Way])[] = [
    ["live by the manager", live(() => counter.manager)],
    ["live by the cashier", live(() => counter.cashier)],
    ["by syncSales of the terminal", synced(() => counter.terminal)],
    ["by syncSales of an operator", synced(() => counter.cashier)],
  ];
  const PAIRS = WAYS.flatMap(([first, send]) =>
    WAYS.map(([then, sendAgain]) => [first, then, send, sendAgain] as const),
  );

  test.each(PAIRS)("sent %s, then %s, is the stored sale", async (_first, _then, send, sendAgain) => {
    const input = fullSale();
    const first = await send(input);
    expect(first.again).toBe(false);
    for (let time = 0; time < 2; time++) {
      const then = await sendAgain(input);
      expect(then.again).toBe(true);
      expect(asStored(then.sale)).toEqual(asStored(first.sale));
    }
    expect(await exceptionsOf(counter, input.id)).toEqual([]);
  });

  const SAME: readonly (readonly [string, (input: Input) => Input])[] = [
    ["an operatorId", (input) => ({ ...input, operatorId: "stf_somebody" })],
    ["null for absent", (input) => ({ ...input, discounts: null, customerId: null, operatorId: null, note: null })],
    ["empty texts for absent", (input) => ({ ...input, note: "", customerId: "", operatorId: "" })],
    ["an empty list for absent", (input) => ({ ...input, discounts: [] })],
    [
      "nothing said within a line and a payment",
      (input) => ({
        ...input,
        lines: [line({ description: "", note: null, discounts: [], quantity: "1", unitPrice: "1.99" })],
        payments: (input.payments as object[]).map((paid) => ({ ...paid, reference: "", tendered: null })),
      }),
    ],
    ["a quantity of 1.000", (input) => ({ ...input, lines: [line({ quantity: "1.000" })] })],
    ["a quantity of +01", (input) => ({ ...input, lines: [line({ quantity: "+01" })] })],
    ["a price of 1.990", (input) => ({ ...input, lines: [line({ unitPrice: "01.990" })] })],
    ["another offset", (input) => ({ ...input, occurredAt: withOffset(String(input.occurredAt)) })],
    ["more digits of a second", (input) => ({ ...input, occurredAt: String(input.occurredAt).replace("Z", "999Z") })],
    ["its fields in another order", (input) => Object.fromEntries(Object.entries(input).reverse()) as Input],
  ];
  test.each(SAME)("%s is the same content", async (_name, changed) => {
    const input = saleInput(counter);
    await complete(counter, input);
    expect(await complete(counter, changed(input))).toMatchObject({ replayed: true, userErrors: [] });
    expect(await syncOne(counter, changed(input))).toMatchObject({ status: "REPLAYED", userErrors: [] });
    const other = saleInput(counter);
    await syncOne(counter, changed(other));
    expect(await syncOne(counter, other)).toMatchObject({ status: "REPLAYED" });
  });

  test("twenty at once are one sale", async () => {
    const input = fullSale();
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, index) =>
        index % 2 === 0
          ? complete(counter, input).then(({ replayed, sale }) => ({ again: replayed, sale }))
          : syncOne(counter, input).then(({ status, sale }) => ({ again: status === "REPLAYED", sale })),
      ),
    );
    expect(answers.filter(({ again }) => !again)).toHaveLength(1);
    const ids = new Set(answers.map(({ sale }) => JSON.stringify(asStored({ ...sale, operatorId: null }))));
    expect(ids.size).toBe(1);
    expect(await exceptionsOf(counter, input.id)).toEqual([]);
  });

  test("the same sale twice in one batch is recorded once, the answers in the order sent", async () => {
    const [one, other] = [saleInput(counter), saleInput(counter)];
    const results = await sync(counter, [one, other, one]);
    expect(results.map(({ id, status }) => [id, status])).toEqual([
      [one.id, "RECORDED"],
      [other.id, "RECORDED"],
      [one.id, "REPLAYED"],
    ]);
  });
});

describe("who sold", () => {
  test.each<[string, () => string, string | undefined, () => string | null]>([
    ["the terminal without operatorId", () => counter.terminal, undefined, () => null],
    ["the terminal with operatorId", () => counter.terminal, "CASHIER", () => counter.shop.staff.CASHIER.id],
    ["an operator without operatorId", () => counter.manager, undefined, () => counter.shop.staff.MANAGER.id],
    ["an operator with another's operatorId", () => counter.manager, "CASHIER", () => counter.shop.staff.CASHIER.id],
  ])("syncSales by %s", async (_name, token, named, expected) => {
    const operatorId = named === undefined ? {} : { operatorId: counter.shop.staff.CASHIER.id };
    const { status, sale } = await syncOne(counter, saleInput(counter, operatorId), token());
    expect(status).toBe("RECORDED");
    expect(sale.operatorId).toBe(expected());
    expect(await exceptionsOf(counter, sale.id)).toEqual([]);
  });

  test("completeSale records the token's operator and ignores operatorId", async () => {
    for (const operatorId of [counter.shop.staff.OWNER.id, "stf_nobody"]) {
      const { sale } = await complete(counter, saleInput(counter, { operatorId }), counter.cashier);
      expect(sale.operatorId).toBe(counter.shop.staff.CASHIER.id);
      expect(await exceptionsOf(counter, sale.id)).toEqual([]);
    }
  });
});

describe("before a business refusal the record is looked up", () => {
  test("a sale whose price has changed since is still the stored one, live by an operator who may not override it", async () => {
    const { api, shop, owner, cashier } = counter;
    const variant = { sku: "SKU-0002" };
    const input = saleInput(counter, {
      lines: [line({ variant, unitPrice: "2.5" })],
      payments: [payment(counter, 250)],
    });
    const first = await complete(counter, input, cashier);
    expect(first.userErrors).toEqual([]);
    await api.call(
      `mutation ($id: ID!) { changePrice(input: { variantId: $id, unitPrice: "2.75", version: 1 }) { userErrors { code } } }`,
      { variables: { id: shop.variants[1]?.id }, token: owner },
    );
    const again = await complete(counter, input, cashier);
    expect(again).toMatchObject({ replayed: true, userErrors: [] });
    expect(asStored(again.sale)).toEqual(asStored(first.sale));
    const fresh = { ...input, id: shop.clock.newId("sal") };
    expect(refusals(await complete(counter, fresh, cashier))).toEqual([
      ["PRICE_NOT_ALLOWED", "input.lines.0.unitPrice"],
    ]);
  });

  test("a synced sale that live would refuse is answered live as it is stored", async () => {
    const odd = saleInput(counter, { payments: [payment(counter, 1)], customerId: "cus_nobody", expectedTotal: 5 });
    const { sale } = await syncOne(counter, odd);
    const again = await complete(counter, odd);
    expect(again).toMatchObject({ replayed: true, userErrors: [] });
    expect(asStored(again.sale)).toEqual(asStored(sale));
  });
});

describe("what was refused recorded nothing", () => {
  test("its id and its number can be used again", async () => {
    const input = saleInput(counter);
    const refused = await complete(counter, { ...input, customerId: "cus_nobody" });
    expect(refused).toMatchObject({ sale: null, replayed: false });
    expect(await storedSale(counter, input.id)).toBeNull();
    const rejected = await syncOne(counter, { ...input, sequence: 0 });
    expect(rejected).toMatchObject({ status: "REJECTED", sale: null });
    expect(await complete(counter, input)).toMatchObject({ replayed: false, userErrors: [], sale: { id: input.id } });
    expect(await exceptionsOf(counter, input.id)).toEqual([]);
  });
});

describe("malformed content is looked at first", () => {
  test("even for a known id: refused and rejected, nothing is kept", async () => {
    const input = saleInput(counter);
    const { sale } = await complete(counter, input);
    const bad = { ...input, sequence: 0 };
    expect(refusals(await complete(counter, bad))).toEqual([["INVALID_SEQUENCE", "input.sequence"]]);
    expect(await syncOne(counter, bad)).toMatchObject({ status: "REJECTED", sale: null });
    expect(await storedSale(counter, input.id)).toEqual(sale);
  });
});

test("years later the same content is still the stored sale", async () => {
  const input = fullSale();
  const { sale } = await complete(counter, input);
  await counter.api.reader.caughtUp();
  counter.shop.clock.advance(5 * 365 * 86_400_000);
  const manager = await signInOperator(counter.api, counter.shop, counter.terminal, "CASHIER");
  const again = await complete(counter, input, manager);
  expect(again.replayed).toBe(true);
  expect(asStored(again.sale)).toEqual(asStored(sale));
  expect(await syncOne(counter, input)).toMatchObject({ status: "REPLAYED" });
});

function withOffset(instant: string): string {
  return new Date(Date.parse(instant) + 3 * 3_600_000).toISOString().replace("Z", "+03:00");
}

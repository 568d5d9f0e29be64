import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Data, signInOperator } from "../../../support/api.ts";
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
  syncOne,
} from "../../api/counter.ts";

/** Quotes: they hold their prices until their day, and each becomes one sale. */
let counter: Counter;
beforeAll(async () => {
  counter = await openCounter({ terminals: 2 });
});
afterAll(() => closeCounter(counter));

type Fields = { readonly [field: string]: unknown };

const QUOTE = `id number state validUntil saleId cancelledAt customerId note subtotal { amount } discountTotal { amount }
  taxTotal { amount } total { amount currency } lines { description sku quantity unitPrice total { amount }
  discounts { source amount { amount } reason } taxes { codeId rate amount { amount } } }`;
const CREATE = `mutation ($input: CreateQuoteInput!) { done: createQuote(input: $input) {
  replayed quote { ${QUOTE} } userErrors { code path ... on TotalMismatch { total { amount } } } } }`;
const CANCEL = `mutation ($input: CancelQuoteInput!) { done: cancelQuote(input: $input) {
  replayed quote { state cancelledAt } userErrors { code path } } }`;

async function change(document: string, input: Fields, token = counter.manager): Promise<Data> {
  const { data, errors } = await counter.api.call(document, { variables: { input }, token });
  expect(errors).toBeUndefined();
  return data.done;
}

/** Two SKU-0001, a tenth less, and something for 0.99. */
function cart(fields: Fields = {}): Fields & { readonly id: string; readonly lines: readonly object[] } {
  const lines = [line({ quantity: "2", adjustments: [{ percent: "10", reason: "Friend" }] }), openLine("0.99")];
  return { id: counter.shop.clock.newId("quo"), validUntil: "2026-07-01", lines, ...fields };
}
const TOTAL = 457;

async function quoted(fields: Fields = {}): Promise<Data> {
  const { quote, userErrors } = await change(CREATE, cart(fields));
  expect(userErrors).toEqual([]);
  return quote;
}

/** What a terminal sends of a quote of `cart`: prices do not matter, lines do. */
function saleOf(quoteId: string, fields: Fields = {}): Input {
  const lines = [line({ quantity: "2" }), openLine("0.99")];
  const payments = [payment(counter, TOTAL)];
  return saleInput(counter, { quoteId, lines, payments, expectedTotal: TOTAL, ...fields });
}

async function seen(id: string, token = counter.owner): Promise<Data> {
  const query = `query ($id: ID!) { quote(id: $id) { ${QUOTE} } }`;
  const variables = { id };
  return (await counter.api.call(query, { variables, token })).data.quote;
}

async function listed(filter: Fields = {}, page: Fields = {}): Promise<Data> {
  const query = `query ($at: ID!, $filter: QuoteFilter, $first: Int, $after: String) {
    quotes(locationId: $at, filter: $filter, first: $first, after: $after) { nodes { id } pageInfo { hasNextPage endCursor } } }`;
  const variables = { at: counter.shop.locationId, filter, ...page };
  const { data, errors } = await counter.api.call(query, { variables, token: counter.cashier });
  expect(errors).toBeUndefined();
  return data.quotes;
}

/** The price of SKU-0001 becomes another while something is tried. */
async function atPrice(unitPrice: string, work: () => Promise<void>): Promise<void> {
  const token = counter.owner;
  const query = '{ variant(by: { sku: "SKU-0001" }) { id version } }';
  const change = async (price: string) => {
    const { id: variantId, version } = (await counter.api.call(query, { token })).data.variant;
    const mutation = "mutation ($input: ChangePriceInput!) { changePrice(input: $input) { userErrors { code } } }";
    const input = { variantId, unitPrice: price, version };
    expect((await counter.api.call(mutation, { variables: { input }, token })).data.changePrice.userErrors).toEqual([]);
  };
  await change(unitPrice);
  await work();
  await change("1.99");
}

describe("createQuote", () => {
  test("prices the cart as a sale and lists it, by state, customer and number", async () => {
    const quote = await quoted({ note: "As agreed" });
    expect(quote).toMatchObject({
      ...{ state: "OPEN", note: "As agreed", subtotal: { amount: 497 }, discountTotal: { amount: 40 }, saleId: null },
      total: { amount: TOTAL, currency: "GBP" },
      lines: [
        { sku: "SKU-0001", unitPrice: "1.99", discounts: [{ source: "MANUAL", amount: { amount: 40 } }] },
        { sku: null, description: "Something", unitPrice: "0.99" },
      ],
    });
    expect(quote.number).toBe(`Q-${quote.id.slice(-6)}`);
    // The newest first: what is made within a millisecond has no order.
    counter.shop.clock.advance(1);
    const other = await quoted();
    expect((await listed({ number: ` ${quote.number.toLowerCase()} ` })).nodes).toEqual([{ id: quote.id }]);
    expect((await listed({ state: "SOLD" })).nodes).toEqual([]);
    const first = await listed({ state: "OPEN" }, { first: 1 });
    expect(first).toMatchObject({ nodes: [{ id: other.id }], pageInfo: { hasNextPage: true } });
    const next = await listed({ state: "OPEN" }, { first: 1, after: first.pageInfo.endCursor });
    expect(next).toMatchObject({ nodes: [{ id: quote.id }], pageInfo: { hasNextPage: false } });
  });

  test("lists by the business days on which quotes were made", async () => {
    const { id } = await quoted();
    const today = counter.shop.clock.now().slice(0, "2026-01-01".length);
    const ids = async (filter: Fields) => (await listed(filter)).nodes.map((node: Data) => node.id);
    expect(await ids({ from: today, to: today })).toContain(id);
    expect(await ids({ from: "2099-01-01" })).toEqual([]);
    expect(await ids({ to: "2020-01-01" })).toEqual([]);
  });

  test("parkSale: keeps the quote that the cart sells, for callers who may quote", async () => {
    const quote = await quoted();
    const park = "mutation ($input: ParkSaleInput!) { done: parkSale(input: $input) { userErrors { code path } } }";
    const input = { id: counter.shop.clock.newId("prk"), lines: [openLine("0.99")], quoteId: quote.id };
    expect(await change(park, { ...input, quoteId: "quo_x" })).toMatchObject({ userErrors: [{ code: "INVALID_ID" }] });
    expect(await change(park, input)).toEqual({ userErrors: [] });
    const query = "query ($at: ID!) { parkedSales(locationId: $at) { quoteId quote { id state } } }";
    const variables = { at: counter.shop.locationId };
    const { data } = await counter.api.call(query, { variables, token: counter.owner });
    expect(data.parkedSales).toEqual([{ quoteId: quote.id, quote: { id: quote.id, state: "OPEN" } }]);
  });

  test("prints in both languages, for callers who may quote", async () => {
    const { id, number } = await quoted({ note: "As agreed" });
    const query = `query ($id: ID!, $in: ReceiptLanguage!) {
      receipt(factId: $id, format: TEXT_48, language: $in) { content } }`;
    const paper = async (language: string, token = counter.cashier) =>
      (await counter.api.call(query, { variables: { id, in: language }, token })).data.receipt;
    const { content } = await paper("EN");
    for (const text of ["QUOTE", number, "Valid until", "1 Jul 2026", "Something", "£4.57", "As agreed"])
      expect(content).toContain(text);
    const chinese = (await paper("ZH_HANS")).content;
    for (const text of ["报价单", number, "有效期至", "2026年7月1日", "4.57"]) expect(chinese).toContain(text);
    expect(await paper("EN", counter.terminal)).toBeNull();
  });

  test("returns what was quoted when it is sent twice, ID_CONFLICT when its content is another", async () => {
    const input = cart();
    const first = await change(CREATE, input);
    expect(await change(CREATE, input)).toEqual({ ...first, replayed: true });
    expect(refusals(await change(CREATE, { ...input, note: "x" }))).toEqual([["ID_CONFLICT", "input.id"]]);
  });

  test("refuses what no quote is, a total that is another, and a discount beyond the operator's right", async () => {
    const bad = cart({ id: "quo_x", validUntil: "2026-06-14", lines: [line({ quantity: "0" })] });
    expect(refusals(await change(CREATE, bad))).toEqual([
      ["INVALID_ID", "input.id"],
      ["INVALID_DAY", "input.validUntil"],
      ["INVALID_QUANTITY", "input.lines.0.quantity"],
    ]);
    expect(refusals(await change(CREATE, cart({ validUntil: "2027-06-17" })))).toEqual([
      ["INVALID_DAY", "input.validUntil"],
    ]);
    const long = cart({ lines: Array.from({ length: 201 }, () => line()) });
    expect(refusals(await change(CREATE, long))).toEqual([["INVALID_LINES", "input.lines"]]);
    const texts = { description: "名".repeat(200), note: "备".repeat(500) };
    const wordy = cart({ lines: Array.from({ length: 200 }, () => openLine("1", texts)) });
    expect(refusals(await change(CREATE, wordy))).toEqual([["INVALID_LINES", "input.lines"]]);
    const { userErrors } = await change(CREATE, cart({ expectedTotal: 456 }));
    expect(userErrors).toEqual([
      { code: "TOTAL_MISMATCH", path: ["input", "expectedTotal"], total: { amount: TOTAL } },
    ]);
    const cheap = cart({ lines: [line({ unitPrice: "0.5" })] });
    expect(refusals(await change(CREATE, cheap, counter.cashier))).toEqual([
      ["PRICE_NOT_ALLOWED", "input.lines.0.unitPrice"],
    ]);
  });
});

describe("a sale of a quote", () => {
  test("costs what was quoted when the price has changed, for a cashier too, and names its quote", async () => {
    const lines = [line({ unitPrice: "1.5" })];
    const quote = await quoted({ lines });
    await atPrice("2.49", async () => {
      const input = saleOf(quote.id, { lines: [line()], payments: [payment(counter, 150)], expectedTotal: 150 });
      const { sale, userErrors } = await complete(counter, input, counter.cashier);
      expect(userErrors).toEqual([]);
      expect(sale).toMatchObject({ total: { amount: 150 }, lines: [{ unitPrice: "1.5", total: { amount: 150 } }] });
      expect(await seen(quote.id)).toMatchObject({ state: "SOLD", saleId: input.id });
      expect(await exceptionsOf(counter, input.id)).toEqual([]);
      const query = "query ($id: ID!) { sale(id: $id) { quoteId quote { id state } } }";
      const { data } = await counter.api.call(query, { variables: { id: input.id }, token: counter.owner });
      expect(data.sale).toEqual({ quoteId: quote.id, quote: { id: quote.id, state: "SOLD" } });
    });
  });

  test("is one of ten that ask at once", async () => {
    for (let round = 0; round < 5; round++) {
      const { id } = await quoted();
      const answers = await Promise.all(Array.from({ length: 10 }, () => complete(counter, saleOf(id))));
      const sold = answers.filter(({ sale }) => sale !== null);
      expect(sold).toHaveLength(1);
      const codes = answers.filter(({ sale }) => sale === null).map((answer) => refusals(answer));
      expect(new Set(codes.flat().map(String))).toEqual(new Set(["QUOTE_SOLD,input.quoteId"]));
      expect((await seen(id)).saleId).toBe(sold[0]?.sale.id);
    }
  });

  test("is replayed when it is sent twice, though its quote is sold", async () => {
    const { id } = await quoted();
    const input = saleOf(id);
    const first = await complete(counter, input);
    expect(await complete(counter, input)).toEqual({ ...first, replayed: true });
    expect((await syncOne(counter, { ...input, operatorId: counter.shop.staff.MANAGER.id })).status).toBe("REPLAYED");
  });

  test("has the lines and the customer of its quote, else QUOTE_MISMATCH", async () => {
    const { id } = await quoted();
    const mismatch = ["QUOTE_MISMATCH", "input.quoteId"];
    const others: Fields[] = [
      { lines: [line({ quantity: "3" }), openLine("0.99")] },
      { lines: [line({ quantity: "2" })] },
      { lines: [line({ quantity: "2" }), openLine("0.99", { description: "Another" })] },
      { lines: [line({ quantity: "2", variant: { sku: "SKU-0002" } }), openLine("0.99")] },
    ];
    for (const fields of others) expect(refusals(await complete(counter, saleOf(id, fields)))).toContainEqual(mismatch);
    expect((await seen(id)).state).toBe("OPEN");
    const { data } = await counter.api.call(
      "mutation ($input: CreateCustomerInput!) { createCustomer(input: $input) { customer { id } } }",
      { variables: { input: { id: counter.shop.clock.newId("cus"), name: "Ada" } }, token: counter.owner },
    );
    const customerId = data.createCustomer.customer.id;
    const ofCustomer = await quoted({ customerId });
    expect((await listed({ customerId })).nodes).toEqual([{ id: ofCustomer.id }]);
    expect(refusals(await complete(counter, saleOf(ofCustomer.id)))).toContainEqual(mismatch);
    expect((await complete(counter, saleOf(ofCustomer.id, { customerId }))).userErrors).toEqual([]);
  });

  test("is refused when the quote is cancelled, has expired or is of another location", async () => {
    const { id } = await quoted();
    expect(await change(CANCEL, { quoteId: id })).toMatchObject({ replayed: false, quote: { state: "CANCELLED" } });
    expect(await change(CANCEL, { quoteId: id })).toMatchObject({ replayed: true, userErrors: [] });
    expect(refusals(await complete(counter, saleOf(id)))).toEqual([["QUOTE_CANCELLED", "input.quoteId"]]);
    const unknown = counter.shop.clock.newId("quo");
    expect(refusals(await complete(counter, saleOf(unknown)))).toContainEqual(["UNKNOWN_QUOTE", "input.quoteId"]);
    const sold = await quoted();
    await complete(counter, saleOf(sold.id));
    expect(refusals(await change(CANCEL, { quoteId: sold.id }))).toEqual([["QUOTE_SOLD", "input.quoteId"]]);
    const none = { quoteId: counter.shop.clock.newId("quo") };
    expect(refusals(await change(CANCEL, none, counter.owner))).toEqual([["UNKNOWN_QUOTE", "input.quoteId"]]);
    expect(await seen(none.quoteId)).toBeNull();
  });

  test("priceSale: prices it as quoted", async () => {
    const { id } = await quoted();
    const query =
      "query ($input: CompleteSaleInput!) { priceSale(input: $input) { total { amount } userErrors { code } } }";
    await atPrice("9.99", async () => {
      const { data } = await counter.api.call(query, { variables: { input: saleOf(id) }, token: counter.cashier });
      expect(data.priceSale).toEqual({ total: { amount: TOTAL }, userErrors: [] });
    });
  });
});

describe("syncSales", () => {
  test("records a sale that happened at the quoted prices, and flags one beyond it", async () => {
    const { id } = await quoted();
    const operatorId = counter.shop.staff.CASHIER.id;
    const [one, two] = [saleOf(id, { operatorId }), saleOf(id, { operatorId })];
    await atPrice("9.99", async () => {
      for (const sale of [one, two]) expect((await syncOne(counter, sale)).status).toBe("RECORDED");
    });
    for (const { id: saleId } of [one, two])
      expect(await storedSale(counter, saleId)).toMatchObject({ total: { amount: TOTAL } });
    expect(await exceptionsOf(counter, one.id)).toEqual([]);
    expect(await exceptionsOf(counter, two.id)).toEqual(["QUOTE_SOLD"]);
    expect((await seen(id)).saleId).toBe(one.id);
  });

  test("flags what is wrong with the quote and keeps what was charged", async () => {
    const { id } = await quoted();
    await change(CANCEL, { quoteId: id });
    const cancelled = saleOf(id);
    const other = saleOf((await quoted()).id, {
      ...{ lines: [line()], payments: [payment(counter, 199)], expectedTotal: 199 },
    });
    const unknown = saleOf(counter.shop.clock.newId("quo"), {
      ...{ lines: [line()], payments: [payment(counter, 199)], expectedTotal: 199 },
    });
    for (const sale of [cancelled, other, unknown]) expect((await syncOne(counter, sale)).status).toBe("RECORDED");
    expect(await exceptionsOf(counter, cancelled.id)).toEqual(["QUOTE_CANCELLED"]);
    expect(await exceptionsOf(counter, other.id)).toEqual(["QUOTE_MISMATCH"]);
    expect(await exceptionsOf(counter, unknown.id)).toEqual(["UNKNOWN_QUOTE"]);
  });

  test("QUOTE_EXPIRED after its last day, live and late; the day is the sale's own", async () => {
    const today = { validUntil: counter.shop.clock.now().slice(0, 10) };
    const [late, inTime] = [await quoted(today), await quoted(today)];
    const before = saleOf(inTime.id);
    counter.shop.clock.advance(86_400_000);
    const manager = await signInOperator(counter.api, counter.shop, counter.terminal, "MANAGER");
    expect((await seen(late.id, manager)).state).toBe("EXPIRED");
    expect(refusals(await complete(counter, saleOf(late.id), manager))).toEqual([["QUOTE_EXPIRED", "input.quoteId"]]);
    const after = saleOf(late.id);
    for (const sale of [before, after]) expect((await syncOne(counter, sale)).status).toBe("RECORDED");
    const flagged = async (id: string) =>
      (await storedSale(counter, id, manager)).exceptions.map(({ code }: Data) => code);
    expect(await flagged(before.id)).not.toContain("QUOTE_EXPIRED");
    expect(await flagged(after.id)).toContain("QUOTE_EXPIRED");
    expect(await seen(late.id, manager)).toMatchObject({ state: "SOLD", saleId: after.id });
  });
});

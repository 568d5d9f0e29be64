import { present } from "@pos/core/base/result.ts";
import { readFact, exceptionsOf as storedExceptions } from "@pos/core/ledger/index.ts";
import { archiveLines } from "@pos/core/office/archive/index.ts";
import { type Table, TableUnavailable } from "@pos/core/table/port/port.ts";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Data, signInOperator } from "../../support/api.ts";
import {
  type Counter,
  closeCounter,
  codeOf,
  complete,
  type Input,
  line,
  listedExceptions,
  openCounter,
  payment,
  refusals,
  resolve,
  saleInput,
} from "./counter.ts";

/** contract.md, "Facts of every kind": `syncFacts`. The books balance at the end of the file. */
let counter: Counter;
/** Ids whose writes fail, or are slow, just now. */
let failing: string | undefined;
let slow: string | undefined;
beforeAll(async () => {
  counter = await openCounter({ terminals: 3, wrap });
});
afterAll(() => closeCounter(counter));

function wrap(table: Table): Table {
  const hasId = (writes: readonly unknown[], id: string | undefined) =>
    id !== undefined && JSON.stringify(writes).includes(id);
  const disturbed = async (writes: readonly unknown[]) => {
    if (hasId(writes, failing)) throw new TableUnavailable("none", "planted");
    if (hasId(writes, slow)) await new Promise((done) => setTimeout(done, 50));
  };
  return {
    ...table,
    write: (write) => disturbed([write]).then(() => table.write(write)),
    transact: (writes) => disturbed(writes).then(() => table.transact(writes)),
  };
}

const SYNC = `mutation ($facts: [FactInput!]!) { syncFacts(input: { facts: $facts }) { epoch userErrors { code } results {
  id status userErrors { code path } fact { __typename
    ... on Sale { id total { amount } operatorId }
    ... on Refund { id total { amount } operatorId customerId terminal { id } sale { id } payments { method } exceptions { code } }
    ... on StockAdjustment { id reason lines { sku quantity } } } } } }`;

type Fact = { readonly [kind in "sale" | "refund" | "stockAdjustment"]?: Input };

async function send(facts: readonly Fact[], token = counter.terminal): Promise<Data[]> {
  const { data, errors } = await counter.api.call(SYNC, { variables: { facts }, token });
  expect(errors).toBeUndefined();
  expect(data.syncFacts).toMatchObject({ epoch: 1, userErrors: [] });
  return data.syncFacts.results;
}

async function sendOne(fact: Fact, token = counter.terminal): Promise<Data> {
  return present((await send([fact], token))[0], "a result");
}

function refundInput(sale: Input, fields: { readonly [field: string]: unknown } = {}): Input {
  const { clock } = counter.shop;
  return {
    id: clock.newId("ref"),
    occurredAt: clock.now(),
    saleId: sale.id,
    lines: [{ line: 1, quantity: "1" }],
    payments: [payment(counter, 199)],
    operatorId: counter.shop.staff.MANAGER.id,
    ...fields,
  };
}

function unlinkedRefund(fields: { readonly [field: string]: unknown } = {}): Input {
  const { saleId: _, ...input } = refundInput(saleInput(counter));
  return { ...input, lines: [line()], ...fields } as Input;
}

function adjustmentInput(fields: { readonly [field: string]: unknown } = {}): Input {
  const { clock, locationId } = counter.shop;
  return {
    id: clock.newId("adj"),
    locationId,
    occurredAt: clock.now(),
    reason: "Damaged",
    lines: [{ variant: { sku: "SKU-0002" }, quantity: "-1" }],
    ...fields,
  };
}

async function soldSale(fields: { readonly [field: string]: unknown } = {}): Promise<Input> {
  const input = saleInput(counter, fields);
  expect((await complete(counter, input)).userErrors).toEqual([]);
  return input;
}

/** The codes of the exceptions on a fact, once it is booked. */
async function codesOn(id: string): Promise<string[]> {
  await counter.api.reader.caughtUp();
  const { engine, merchantId } = counter.shop;
  const exceptions = await storedExceptions(engine.table, merchantId, id);
  return exceptions.map(({ code }) => code).sort((a, b) => (a < b ? -1 : 1));
}

/** How many refunds a sale has. */
async function refundsOf({ id }: Input): Promise<string[]> {
  const query = "query ($id: ID!) { sale(id: $id) { refunds { id } } }";
  const { data } = await counter.api.call(query, { variables: { id }, token: counter.owner });
  return data.sale.refunds.map((refund: Data) => refund.id);
}

const KINDS: readonly (readonly [kind: string, make: () => Promise<Fact>, change: object, type: string])[] = [
  ["sale", async () => ({ sale: saleInput(counter) }), { note: "Other" }, "Sale"],
  ["refund", async () => ({ refund: refundInput(await soldSale()) }), { reason: "Other" }, "Refund"],
  ["refund without a sale", async () => ({ refund: unlinkedRefund() }), { reason: "Other" }, "Refund"],
  ["stock adjustment", async () => ({ stockAdjustment: adjustmentInput() }), { reason: "Other" }, "StockAdjustment"],
];

function inputOf(fact: Fact): Input {
  return present(Object.values(fact)[0], "an input");
}

function changed(fact: Fact, fields: object): Fact {
  return Object.fromEntries(Object.entries(fact).map(([kind, input]) => [kind, { ...input, ...fields }]));
}

describe.each(KINDS)("%s", (_kind, make, change, type) => {
  test("syncFacts: records it once when it is sent twice, in one batch or in two", async () => {
    const fact = await make();
    const { id } = inputOf(fact);
    const [first, second] = await send([fact, fact], counter.manager);
    expect(first).toMatchObject({ id, status: "RECORDED", userErrors: [], fact: { __typename: type, id } });
    expect(second).toEqual({ ...first, status: "REPLAYED" });
    expect(await sendOne(fact)).toEqual({ ...first, status: "REPLAYED" });
    expect(await codesOn(id)).toEqual([]);
  });

  test("syncFacts: records it with an exception when the terminal's clock is more than 5 minutes ahead", async () => {
    const ahead = new Date(Date.parse(counter.shop.clock.now()) + 5 * 60_000 + 1).toISOString();
    const fact = changed(await make(), { occurredAt: ahead });
    expect(await sendOne(fact, counter.manager)).toMatchObject({ status: "RECORDED", userErrors: [] });
    expect(await codesOn(inputOf(fact).id)).toEqual(["CLOCK_SKEW"]);
  });

  test("syncFacts: quarantines a copy with other content and leaves the stored fact as it is", async () => {
    const fact = await make();
    const { id } = inputOf(fact);
    const recorded = await sendOne(fact, counter.manager);
    const field = Object.keys(fact)[0];
    for (const token of [counter.manager, counter.terminal]) {
      const copy = await sendOne(changed(fact, change), token);
      expect(copy).toMatchObject({ id, status: "QUARANTINED", fact: null });
      expect(refusals(copy)).toEqual([["ID_CONFLICT", `input.facts.0.${field}.id`]]);
    }
    expect(await codesOn(id)).toEqual(["ID_CONFLICT"]);
    expect(await sendOne(fact)).toMatchObject({ status: "REPLAYED", fact: { id } });
    const [conflict] = await listedExceptions(counter, id);
    expect(await resolve(counter, conflict, "Seen")).toMatchObject({ userErrors: [] });
    // Resolved, the same copy raises nothing; another one does.
    await sendOne(changed(fact, change));
    expect(await listedExceptions(counter, id)).toEqual([]);
    await sendOne(changed(fact, { ...change, occurredAt: "2026-06-15T08:00:00.000Z" }));
    expect(await listedExceptions(counter, id)).toMatchObject([{ code: "ID_CONFLICT", status: "OPEN" }]);
    expect(recorded.status).toBe("RECORDED");
  });

  test("syncFacts: twenty different copies at once are one fact and nineteen kept copies", async () => {
    const fact = await make();
    const results = await Promise.all(
      Array.from({ length: 20 }, (_, index) => {
        const occurredAt = new Date(Date.parse(counter.shop.clock.now()) + index).toISOString();
        return sendOne(changed(fact, { occurredAt }), counter.manager);
      }),
    );
    const statuses = results.map(({ status }) => status).sort();
    expect(statuses).toEqual([...Array.from({ length: 19 }, () => "QUARANTINED"), "RECORDED"]);
    expect(await codesOn(inputOf(fact).id)).toEqual(["ID_CONFLICT"]);
  });
});

describe("order", () => {
  test("syncFacts: records a sale and its refunds in one batch, in the order sent", async () => {
    const sale = saleInput(counter, { lines: [line({ quantity: "2" })], payments: [payment(counter, 398)] });
    const [first, second] = [refundInput(sale), refundInput(sale)];
    // The sale is written last unless its refunds wait for it.
    slow = sale.id;
    const results = await send([{ sale }, { refund: first }, { refund: second }]);
    slow = undefined;
    expect(results.map(({ id, status }) => [id, status])).toEqual(
      [sale, first, second].map(({ id }) => [id, "RECORDED"]),
    );
    expect(await refundsOf(sale)).toEqual([first.id, second.id]);
    expect(await codesOn(second.id)).toEqual([]);
  });

  test("syncFacts: takes the second of two refunds of the last piece as the one beyond the sale", async () => {
    for (let time = 0; time < 10; time++) {
      const sale = saleInput(counter);
      const refunds = [refundInput(sale), refundInput(sale)];
      const results = await send([{ sale }, ...refunds.map((refund) => ({ refund }))]);
      expect(results.map(({ status }) => status)).toEqual(["RECORDED", "RECORDED", "RECORDED"]);
      expect(await codesOn(present(refunds[0], "a refund").id)).toEqual([]);
      expect(await codesOn(present(refunds[1], "a refund").id)).toContain("REFUND_EXCEEDS_SALE");
    }
  });

  test("syncFacts: rejects a refund that is sent before its sale, and records it when it is sent again", async () => {
    const sale = saleInput(counter);
    const refund = refundInput(sale);
    const results = await send([{ refund }, { sale }]);
    expect(results.map(({ status }) => status)).toEqual(["REJECTED", "RECORDED"]);
    expect(refusals(present(results[0], "a result"))).toEqual([["UNKNOWN_SALE", "input.facts.0.refund.saleId"]]);
    expect(await sendOne({ refund })).toMatchObject({ status: "RECORDED" });
  });

  test("syncFacts: keeps the other content of one id in one batch as a copy", async () => {
    const sale = saleInput(counter);
    const results = await send([{ sale }, { sale: { ...sale, note: "Other" } }, { sale }]);
    expect(results.map(({ status }) => status)).toEqual(["RECORDED", "QUARANTINED", "REPLAYED"]);
  });
});

describe("refused", () => {
  test("syncFacts: rejects what is malformed by its code and records its neighbours", async () => {
    const sale = await soldSale();
    const facts: readonly Fact[] = [
      { sale: saleInput(counter, { sequence: 0 }) },
      { sale: saleInput(counter) },
      { sale: saleInput(counter, { lines: Array.from({ length: 2001 }, () => line()) }) },
      { refund: refundInput(sale, { id: "ref_x" }) },
      { refund: refundInput(sale, { lines: [{ line: 1, quantity: "-1" }] }) },
      { refund: refundInput(sale, { lines: [{ line: 2, quantity: "1" }] }) },
      { refund: refundInput(sale, { customerId: "a\nb" }) },
      { refund: refundInput(sale) },
      { stockAdjustment: adjustmentInput({ reason: "" }) },
      { stockAdjustment: adjustmentInput({ lines: [{ variant: { sku: "NOPE" }, quantity: "1" }] }) },
      { stockAdjustment: adjustmentInput({ locationId: counter.shop.clock.newId("loc") }) },
      { stockAdjustment: adjustmentInput() },
    ];
    const results = await send(facts, counter.manager);
    expect(results.map(({ id }) => id)).toEqual(facts.map((fact) => inputOf(fact).id));
    expect(results.map((result) => [result.status, ...refusals(result).flat()])).toEqual([
      ["REJECTED", "INVALID_SEQUENCE", "input.facts.0.sale.sequence"],
      ["RECORDED"],
      ["REJECTED", "INVALID_LINES", "input.facts.2.sale.lines"],
      ["REJECTED", "INVALID_ID", "input.facts.3.refund.id"],
      ["REJECTED", "INVALID_QUANTITY", "input.facts.4.refund.lines.0.quantity"],
      ["REJECTED", "UNKNOWN_LINE", "input.facts.5.refund.lines.0.line"],
      ["REJECTED", "INVALID_CUSTOMER", "input.facts.6.refund.customerId"],
      ["RECORDED"],
      ["REJECTED", "INVALID_REASON", "input.facts.8.stockAdjustment.reason"],
      ["REJECTED", "UNKNOWN_VARIANT", "input.facts.9.stockAdjustment.lines.0.variant"],
      ["REJECTED", "UNKNOWN_LOCATION", "input.facts.10.stockAdjustment.locationId"],
      ["RECORDED"],
    ]);
  });

  test.each<[string, () => string]>([
    ["the terminal's own", () => counter.terminal],
    ["a cashier's", () => counter.cashier],
  ])("syncFacts: %s token books neither goods nor money that no sale brought in", async (_name, token) => {
    const facts = [{ stockAdjustment: adjustmentInput() }, { refund: unlinkedRefund() }, { sale: saleInput(counter) }];
    const results = await send(facts, token());
    expect(results.map((result) => [result.status, ...refusals(result).flat()])).toEqual([
      ["REJECTED", "STOCK_ADJUSTMENT_NOT_ALLOWED", "input.facts.0.stockAdjustment"],
      ["REJECTED", "REFUND_NOT_ALLOWED", "input.facts.1.refund.saleId"],
      ["RECORDED"],
    ]);
    for (const fact of facts.slice(0, 2)) {
      const { data } = await counter.api.call("query ($id: ID!) { node(id: $id) { id } }", {
        variables: { id: inputOf(fact).id },
        token: counter.owner,
      });
      expect(data.node).toBeNull();
    }
  });

  test("syncFacts: refuses 101 facts as a whole, and takes 100 of mixed kinds", async () => {
    const facts = Array.from({ length: 100 }, (_, index): Fact => {
      if (index % 2 === 0) return { sale: saleInput(counter) };
      return { stockAdjustment: adjustmentInput({ reason: `Counted ${index}` }) };
    });
    const variables = { facts: [...facts, { sale: saleInput(counter) }] };
    expect(codeOf(await counter.api.call(SYNC, { variables, token: counter.manager }))).toBe("BAD_REQUEST");
    const results = await send(facts, counter.manager);
    expect(new Set(results.map(({ status }) => status))).toEqual(new Set(["RECORDED"]));
    expect(await send([])).toEqual([]);
  });

  test("syncFacts: refuses a fact of two kinds or of none as a whole", async () => {
    for (const fact of [{}, { sale: saleInput(counter), stockAdjustment: adjustmentInput() }]) {
      const answer = await counter.api.call(SYNC, { variables: { facts: [fact] }, token: counter.manager });
      expect(codeOf(answer)).toBe("BAD_USER_INPUT");
    }
  });

  test("syncFacts: fails as a whole when the table fails for one fact, and records each once when sent again", async () => {
    const [sale, adjustment] = [saleInput(counter), adjustmentInput()];
    const refund = refundInput(sale);
    const facts = [{ sale }, { refund }, { stockAdjustment: adjustment }];
    failing = refund.id;
    const answer = await counter.api.call(SYNC, { variables: { facts }, token: counter.manager });
    failing = undefined;
    expect([codeOf(answer), answer.data?.syncFacts]).toEqual(["UNAVAILABLE", undefined]);
    const results = await send(facts, counter.manager);
    expect(results.map(({ status }) => status)).toEqual(["REPLAYED", "RECORDED", "REPLAYED"]);
    expect(await refundsOf(sale)).toEqual([refund.id]);
  });
});

describe("an offline refund", () => {
  test.each<[string, () => object, () => string, string[]]>([
    ["a manager", () => ({ operatorId: counter.shop.staff.MANAGER.id }), () => counter.terminal, []],
    [
      "a cashier",
      () => ({ operatorId: counter.shop.staff.CASHIER.id }),
      () => counter.terminal,
      ["REFUND_NOT_ALLOWED"],
    ],
    [
      "an unknown operator",
      () => ({ operatorId: counter.shop.clock.newId("stf") }),
      () => counter.terminal,
      ["UNKNOWN_OPERATOR"],
    ],
    ["no operator", () => ({ operatorId: null }), () => counter.terminal, ["REFUND_NOT_ALLOWED"]],
    ["the token's manager", () => ({ operatorId: null }), () => counter.manager, []],
    ["the token's cashier", () => ({ operatorId: null }), () => counter.cashier, ["REFUND_NOT_ALLOWED"]],
    [
      "a cashier, sent by a manager",
      () => ({ operatorId: counter.shop.staff.CASHIER.id }),
      () => counter.manager,
      ["REFUND_NOT_ALLOWED"],
    ],
  ])("syncFacts: records a refund by %s, with an exception beyond the right", async (_name, fields, token, codes) => {
    const refund = refundInput(await soldSale(), fields() as { readonly [field: string]: unknown });
    const signedIn = token() === counter.manager ? "MANAGER" : token() === counter.cashier ? "CASHIER" : undefined;
    const operatorId = refund.operatorId ?? (signedIn ? counter.shop.staff[signedIn].id : null);
    const result = await sendOne({ refund }, token());
    expect(result).toMatchObject({ status: "RECORDED", userErrors: [], fact: { operatorId } });
    expect(await codesOn(refund.id)).toEqual(codes);
  });

  test("syncFacts: records a refund beyond its sale with exceptions", async () => {
    const sale = await soldSale();
    const fields = { lines: [{ line: 1, quantity: "3" }], payments: [payment(counter, 500)] };
    const refund = refundInput(sale, fields);
    expect(await sendOne({ refund })).toMatchObject({ status: "RECORDED", fact: { total: { amount: -597 } } });
    const codes = ["PAYMENT_MISMATCH", "REFUND_EXCEEDS_PAYMENT", "REFUND_EXCEEDS_SALE"];
    expect(await codesOn(refund.id)).toEqual(codes);
  });

  test("syncFacts: rejects a refund whose sum no number holds, and books one whose goods no number can value", async () => {
    const { clock, locationId } = counter.shop;
    const open = { description: "Dear", quantity: "0.001", unitPrice: "999999999" };
    const dear = await soldSale({ lines: [open], payments: [payment(counter, 100_000_000)] });
    const all = [{ line: 1, quantity: "9999999.999" }];
    const tooMuch = await sendOne({ refund: refundInput(dear, { lines: all }) });
    expect([tooMuch.status, refusals(tooMuch)]).toEqual([
      "REJECTED",
      [["INVALID_QUANTITY", "input.facts.0.refund.lines.0.quantity"]],
    ]);
    const variant = { id: clock.newId("var"), sku: "DEAR", unitPrice: "0", unitCost: "999999999.999999" };
    const made = await counter.api.call(
      `mutation ($product: CreateProductInput!, $stock: RecordOpeningStockInput!) {
        createProduct(input: $product) { userErrors { code } } recordOpeningStock(input: $stock) { userErrors { code } } }`,
      {
        variables: {
          product: { id: clock.newId("prd"), name: "Dear", variants: [variant] },
          stock: {
            ...{ id: clock.newId("ops"), locationId, occurredAt: clock.now() },
            lines: [{ variant: { sku: "DEAR" }, quantity: "0.001" }],
          },
        },
        token: counter.owner,
      },
    );
    expect(made.data).toMatchObject({ createProduct: { userErrors: [] }, recordOpeningStock: { userErrors: [] } });
    await counter.api.reader.caughtUp();
    const line = { variant: { sku: "DEAR" }, quantity: "0.001", unitPrice: "0" };
    const sale = await soldSale({ lines: [line], payments: [] });
    const refund = refundInput(sale, { lines: all, payments: [] });
    expect(await sendOne({ refund })).toMatchObject({ status: "RECORDED", fact: { total: { amount: 0 } } });
    expect(await codesOn(refund.id)).toEqual(["REFUND_EXCEEDS_SALE"]);
  });

  test.each<["terminal" | "cashier" | "manager", "CASHIER" | null | undefined]>([
    ["terminal", null],
    ["cashier", "CASHIER"],
    // Signed in as the one whom the refund names.
    ["manager", undefined],
  ])(
    "syncFacts: keeps who was signed in beside the operator whom a refund names, by the token of the %s",
    async (token, role) => {
      const refund = refundInput(await soldSale());
      expect(await sendOne({ refund }, counter[token])).toMatchObject({ status: "RECORDED" });
      const { engine, merchantId, staff } = counter.shop;
      const stored = await readFact(engine.table, merchantId, refund.id);
      expect(stored?.fact.operatorId).toBe(staff.MANAGER.id);
      expect(stored?.fact.authenticatedOperatorId).toBe(role ? staff[role].id : role);
    },
  );

  test("syncFacts: records a refund that would be before its sale on the day of recording, with an exception", async () => {
    const sale = await soldSale();
    const earlier = new Date(Date.parse(String(sale.occurredAt)) - 3 * 86_400_000).toISOString();
    const refund = refundInput(sale, { occurredAt: earlier });
    expect(await sendOne({ refund })).toMatchObject({ status: "RECORDED" });
    // Its time is before the pairing of the terminal, too.
    expect(await codesOn(refund.id)).toEqual(["BEFORE_PAIRING", "CLOCK_SKEW"]);
    const stored = await readFact(counter.shop.engine.table, counter.shop.merchantId, refund.id);
    expect(stored?.fact.day).toBe(counter.shop.clock.now().slice(0, 10));
  });

  test("syncFacts: records a method that is not available and an unknown customer with exceptions", async () => {
    const refund = unlinkedRefund({ customerId: "cus_x", payments: [payment(counter, 199, { method: "GIFT_CARD" })] });
    expect(await sendOne({ refund }, counter.manager)).toMatchObject({
      status: "RECORDED",
      fact: { customerId: "cus_x", payments: [{ method: "GIFT_CARD" }] },
    });
    expect(await codesOn(refund.id)).toEqual(["METHOD_NOT_AVAILABLE", "UNKNOWN_CUSTOMER"]);
  });

  test("refundSale and syncFacts: one request that goes both ways is one refund, whomever it names", async () => {
    const live = `mutation ($input: RefundSaleInput!) { refundSale(input: $input) {
      replayed epoch refund { id operatorId } userErrors { code } } }`;
    const refund = refundInput(await soldSale(), { operatorId: counter.shop.staff.CASHIER.id });
    const first = await counter.api.call(live, { variables: { input: refund }, token: counter.manager });
    const operatorId = counter.shop.staff.MANAGER.id;
    expect(first.data.refundSale).toMatchObject({ replayed: false, epoch: 1, refund: { operatorId }, userErrors: [] });
    for (const sent of [refund, { ...refund, operatorId: null }, { ...refund, operatorId }])
      expect(await sendOne({ refund: sent })).toMatchObject({ status: "REPLAYED", fact: { operatorId } });
    const other = refundInput(await soldSale());
    expect(await sendOne({ refund: other })).toMatchObject({ status: "RECORDED" });
    const again = await counter.api.call(live, { variables: { input: other }, token: counter.manager });
    expect(again.data.refundSale).toMatchObject({ replayed: true, userErrors: [] });
    const byOwner = await counter.api.call(live, { variables: { input: other }, token: counter.owner });
    expect(byOwner.data.refundSale).toMatchObject({ replayed: true, epoch: null });
  });
});

test("syncFacts: copies of every kind count together against a terminal, which keeps the first beyond the limit", async () => {
  const third = present(counter.terminals[2], "the third terminal");
  const facts: readonly Fact[] = [
    { sale: saleInput(counter) },
    { refund: refundInput(await soldSale()) },
    { stockAdjustment: adjustmentInput() },
  ];
  await send(facts, counter.manager);
  const copyOf = (fact: Fact, index: number) =>
    changed(fact, { occurredAt: new Date(Date.parse("2026-06-15T08:00:00Z") + index).toISOString() });
  for (let from = 0; from < 999; from += 99) {
    const copies = Array.from({ length: Math.min(99, 999 - from) }, (_, index) =>
      copyOf(present(facts[index % 3], "a fact"), from + index),
    );
    const results = await send(copies, third);
    expect(new Set(results.map(({ status }) => status))).toEqual(new Set(["QUARANTINED"]));
  }
  const [sale, refund] = facts;
  const statuses = async (fact: Fact | undefined, index: number) => {
    const result = await sendOne(copyOf(present(fact, "a fact"), index), third);
    return [result.status, result.userErrors[0]?.code];
  };
  expect(await statuses(sale, 2_000)).toEqual(["QUARANTINED", "ID_CONFLICT"]);
  expect(await statuses(refund, 2_001)).toEqual(["REJECTED", "QUARANTINE_FULL"]);
  const [conflict] = await listedExceptions(counter, inputOf(present(facts[2], "the adjustment")).id);
  await resolve(counter, conflict, "Seen");
  expect(await statuses(refund, 2_001)).toEqual(["QUARANTINED", "ID_CONFLICT"]);
});

test("archive: has the copies of every kind", async () => {
  const { engine, merchantId, clock } = counter.shop;
  const ids = new Map<string, string>();
  for (const [kind, make, change] of KINDS) {
    const fact = await make();
    await sendOne(fact, counter.manager);
    await sendOne(changed(fact, change));
    ids.set(inputOf(fact).id, kind);
  }
  const found = new Set<string>();
  for await (const archived of archiveLines({ table: engine.table, clock }, merchantId))
    if ("record" in archived && archived.record === "copy") found.add(String(archived.id));
  expect([...ids.keys()].filter((id) => !found.has(id))).toEqual([]);
});

test("announceTerminal: returns the epoch to a terminal and its operators", async () => {
  const second = present(counter.terminals[1], "the second terminal");
  const operator = await signInOperator(counter.api, counter.shop, second, "CASHIER");
  for (const token of [second, operator]) {
    const { data, errors } = await counter.api.call("mutation { announceTerminal { epoch userErrors { code } } }", {
      token,
    });
    expect([errors, data.announceTerminal]).toEqual([undefined, { epoch: 1, userErrors: [] }]);
  }
});

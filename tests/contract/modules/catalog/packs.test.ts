import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Counter, closeCounter, complete, openCounter, payment, saleInput, sync } from "../../api/counter.ts";

/** Units with conversion: one article sold by the piece, in sixes and by the case, from the catalogue to the level and back. */
let counter: Counter;
const CASE = "5000112637922";
const PACKS = [
  { name: "Six", size: 6, barcode: "96385074", unitPrice: "4.5" },
  { name: "Case", size: 24, barcode: CASE, unitPrice: "15" },
];
const cola = { id: "", sku: "COLA", unitPrice: "0.99", barcodes: ["40170725"], packs: PACKS };

beforeAll(async () => {
  counter = await openCounter();
  cola.id = counter.shop.clock.newId("var");
  expect(await create("Cola", cola)).toEqual([]);
}, 60_000);
afterAll(() => closeCounter(counter));

async function ask(query: string, variables: object = {}, token = counter.owner) {
  const { data, errors } = await counter.api.call(query, { variables: { ...variables }, token });
  expect(errors).toBeUndefined();
  return data;
}

async function create(name: string, variant: object) {
  const mutation =
    "mutation ($input: CreateProductInput!) { createProduct(input: $input) { userErrors { code path } } }";
  const input = { id: counter.shop.clock.newId("prd"), name, variants: [variant] };
  return (await ask(mutation, { input })).createProduct.userErrors;
}

async function patch(fields: object) {
  const { version } = (await ask('{ variant(by: { sku: "COLA" }) { version } }')).variant;
  const mutation = `mutation ($input: PatchVariantInput!) {
    patchVariant(input: $input) { variant { packs { name size barcode unitPrice } } userErrors { code path } } }`;
  return (await ask(mutation, { input: { variantId: cola.id, version, ...fields } })).patchVariant;
}

async function onHand(): Promise<number> {
  await counter.api.reader.caughtUp();
  const query = 'query ($at: ID!) { stockLevels(locationId: $at, skus: ["COLA"]) { nodes { onHand } } }';
  const { nodes } = (await ask(query, { at: counter.shop.locationId })).stockLevels;
  return Number(nodes[0]?.onHand ?? 0);
}

async function exceptionsOf(id: string): Promise<readonly string[]> {
  await counter.api.reader.caughtUp();
  const { sale } = await ask("query ($id: ID!) { sale(id: $id) { exceptions { code } } }", { id });
  return sale.exceptions.map(({ code }: { code: string }) => code);
}

const pieces = (quantity: string) => ({ variant: { sku: "COLA" }, quantity });
const packs = (quantity: string, packSize = 24) => ({ ...pieces(quantity), packSize });
const paid = (amount: number, lines: readonly object[]) =>
  saleInput(counter, { lines, payments: [payment(counter, amount)], expectedTotal: amount });

async function sell(amount: number, lines: readonly object[]) {
  const { sale, userErrors } = await complete(counter, paid(amount, lines), counter.cashier);
  expect(userErrors).toEqual([]);
  const query = `query ($id: ID!) { sale(id: $id) { id payments { id }
    lines { description quantity unit pack { name size } unitPrice priceSource total { amount } } } }`;
  return (await ask(query, { id: sale.id })).sale;
}

describe("scannedArticle", () => {
  test("scannedArticle: returns the pack whose code it is, in each form of its GTIN, and the article alone for its own", async () => {
    const query =
      "query ($code: String!) { scannedArticle(code: $code) { variant { sku } pack { name size unitPrice } } }";
    const scanned = async (code: string) => (await ask(query, { code }, counter.terminal)).scannedArticle;
    const variant = { sku: "COLA" };
    const pack = { name: "Case", size: 24, unitPrice: "15" };
    for (const code of [CASE, `0${CASE}`]) expect(await scanned(code)).toEqual({ variant, pack });
    expect(await scanned("96385074")).toEqual({ variant, pack: { name: "Six", size: 6, unitPrice: "4.5" } });
    expect(await scanned("40170725")).toEqual({ variant, pack: null });
  });
});

describe("completeSale", () => {
  test("completeSale: sells two cases, a six and one piece at the price of each, moves 55 and counts 55", async () => {
    const before = await onHand();
    const sale = await sell(3549, [packs("2"), packs("1", 6), pieces("1")]);
    const line = { description: "Cola", unit: "EACH", priceSource: "CATALOG" };
    expect(sale.lines).toEqual([
      { ...line, quantity: "2", pack: { name: "Case", size: 24 }, unitPrice: "15", total: { amount: 3000 } },
      { ...line, quantity: "1", pack: { name: "Six", size: 6 }, unitPrice: "4.5", total: { amount: 450 } },
      { ...line, quantity: "1", pack: null, unitPrice: "0.99", total: { amount: 99 } },
    ]);
    expect((await onHand()) - before).toBe(-55);
    const day = counter.shop.clock.now().slice(0, 10);
    const query =
      "query ($at: ID!, $day: Date!) { bestSellers(locationId: $at, from: $day, to: $day) { sku quantity } }";
    const { bestSellers } = await ask(query, { at: counter.shop.locationId, day });
    expect(bestSellers).toContainEqual({ sku: "COLA", quantity: "55" });
  });

  test("completeSale: the code of a case sells the case, whether or not its size is stated", async () => {
    const before = await onHand();
    const sale = await sell(1500, [{ variant: { barcode: CASE }, quantity: "1" }]);
    expect(sale.lines[0].pack).toEqual({ name: "Case", size: 24 });
    expect((await onHand()) - before).toBe(-24);
  });

  test("refundSale: gives back what one of two cases cost, and puts 24 back", async () => {
    const { id: saleId } = await sell(3000, [packs("2")]);
    const before = await onHand();
    const { newId, now } = counter.shop.clock;
    const input = { id: newId("ref"), saleId, occurredAt: now(), lines: [{ line: 1, quantity: "1" }] };
    const payments = [{ id: newId("pay"), method: "CARD", amount: 1500 }];
    const mutation = `mutation ($input: RefundSaleInput!) { refundSale(input: $input) {
      refund { lines { quantity pack { name size } total { amount } } } userErrors { code path } } }`;
    expect((await ask(mutation, { input: { ...input, payments } })).refundSale).toEqual({
      refund: { lines: [{ quantity: "-1", pack: { name: "Case", size: 24 }, total: { amount: -1500 } }] },
      userErrors: [],
    });
    expect((await onHand()) - before).toBe(24);
  });

  test("refundSale: without its sale, a case comes back as 24 at its own price and what they cost", async () => {
    const variant = { ...cola, id: counter.shop.clock.newId("var"), sku: "WATER", barcodes: [], unitCost: "0.3" };
    const [{ barcode: _, ...pack }] = PACKS.slice(1) as [(typeof PACKS)[number]];
    expect(await create("Water", { ...variant, packs: [pack] })).toEqual([]);
    const { newId, now } = counter.shop.clock;
    const refunded = async (unitPrice: string) => {
      const line = { variant: { sku: "WATER" }, quantity: "1", packSize: 24, unitPrice };
      const payments = [{ id: newId("pay"), method: "CARD", amount: Number(unitPrice) * 100 }];
      const input = { id: newId("ref"), occurredAt: now(), lines: [line], payments };
      const mutation = "mutation ($input: RefundSaleInput!) { refundSale(input: $input) { userErrors { code path } } }";
      expect((await ask(mutation, { input }, counter.manager)).refundSale.userErrors).toEqual([]);
      await counter.api.reader.caughtUp();
      const exceptions = "query ($id: ID!) { refund(id: $id) { exceptions { code } } }";
      return (await ask(exceptions, { id: input.id })).refund.exceptions.map(({ code }: { code: string }) => code);
    };
    expect(await refunded("15")).toEqual([]);
    const levels =
      'query ($at: ID!) { stockLevels(locationId: $at, skus: ["WATER"]) { nodes { onHand value { amount } } } }';
    const { nodes } = (await ask(levels, { at: counter.shop.locationId })).stockLevels;
    expect(nodes).toEqual([{ onHand: "24", value: { amount: 720 } }]);
    expect(await refunded("16")).toEqual(["REFUND_ABOVE_PRICE"]);
  });

  test("exchangeSale: a case comes back for 20 pieces", async () => {
    const { id: saleId, payments } = await sell(1500, [packs("1")]);
    const before = await onHand();
    const { newId } = counter.shop.clock;
    const id = newId("exc");
    const { sequence, occurredAt } = saleInput(counter);
    const sale = { id: `sal_${id.slice(4)}`, sequence, occurredAt, lines: [pieces("20")] };
    const back = [{ line: 1, quantity: "1" }];
    const input = {
      id,
      saleId,
      reason: "Too many",
      back,
      paymentsBack: [],
      sale: { ...sale, payments: [payment(counter, 480)] },
    };
    expect(payments).toHaveLength(1);
    const mutation =
      "mutation ($input: ExchangeSaleInput!) { exchangeSale(input: $input) { userErrors { code path } } }";
    expect((await ask(mutation, { input }, counter.manager)).exchangeSale.userErrors).toEqual([]);
    expect((await onHand()) - before).toBe(4);
  });

  test("completeSale: refuses a pack that the article does not have; offline it moves as many pieces, and is flagged", async () => {
    const before = await onHand();
    const line = { ...packs("2", 12), unitPrice: "9" };
    const refused = await complete(counter, paid(1800, [line]), counter.cashier);
    expect(refused.userErrors).toContainEqual(
      expect.objectContaining({ code: "UNKNOWN_PACK", path: ["input", "lines", "0", "packSize"] }),
    );
    const [{ status, sale }] = await sync(counter, [paid(1800, [line])]);
    expect(status).toBe("RECORDED");
    expect((await onHand()) - before).toBe(-24);
    expect(await exceptionsOf(sale.id)).toContain("UNKNOWN_PACK");
    // Without a price it costs as many pieces.
    const [assumed] = await sync(counter, [paid(2376, [packs("2", 12)])]);
    expect(await exceptionsOf(assumed.sale.id)).not.toContain("PAYMENT_MISMATCH");
  });

  test("syncSales: takes the price that a pack had when it was sold, and flags another", async () => {
    const occurredAt = counter.shop.clock.now();
    expect((await patch({ packs: [PACKS[0], { ...PACKS[1], unitPrice: "16" }] })).userErrors).toEqual([]);
    const at = (amount: number) => {
      const line = { ...packs("1"), unitPrice: String(amount / 100) };
      return { ...paid(amount, [line]), occurredAt };
    };
    const results = await sync(counter, [at(1500), at(1400)]);
    const [former, other] = await Promise.all(
      results.map(({ sale }: { sale: { id: string } }) => exceptionsOf(sale.id)),
    );
    expect(former).not.toContain("PRICE_OVERRIDDEN");
    expect(other).toContain("PRICE_OVERRIDDEN");
    expect((await patch({ packs: PACKS })).variant.packs).toEqual(PACKS);
  });
});

describe("GS1 element strings", () => {
  const GS = "\u001d";

  test("scannedArticle: finds the pack of its number, from GS1-128, DataMatrix and what people read", async () => {
    const query = "query ($code: String!) { scannedArticle(code: $code) { variant { sku } pack { size } quantity } }";
    for (const code of [
      `]C10105000112637922${"10L7"}${GS}17260131`,
      `(01)05000112637922(10)L7`,
      `010500011263792210L7`,
    ])
      expect([code, (await ask(query, { code }, counter.terminal)).scannedArticle]).toEqual([
        code,
        { variant: { sku: "COLA" }, pack: { size: 24 }, quantity: null },
      ]);
  });

  test("completeSale: a line shows lot, expiry and serial of its code", async () => {
    const code = "(01)05000112637922(17)260131(10)L7(21)S-1";
    const { id } = await sell(1500, [{ ...packs("1"), code }]);
    const query = "query ($id: ID!) { sale(id: $id) { lines { code lot expiresOn serial } } }";
    expect((await ask(query, { id })).sale.lines).toEqual([
      { code, lot: "L7", expiresOn: "2026-01-31", serial: "S-1" },
    ]);
  });
});

describe("price lists and promotions", () => {
  test("completeSale: a price list is of pieces alone, and a promotion sees what is in a pack", async () => {
    const { newId } = counter.shop.clock;
    const pricesOf = (unitPrice: string, ofTwo: string) => [
      { variantId: cola.id, unitPrice },
      { variantId: cola.id, minimumQuantity: "2", unitPrice: ofTwo },
    ];
    const list = { id: newId("prl"), name: "Summer", prices: pricesOf("0.50", "0.10") };
    const prices =
      "mutation ($input: CreatePriceListInput!) { createPriceList(input: $input) { userErrors { code path } } }";
    expect((await ask(prices, { input: list })).createPriceList.userErrors).toEqual([]);
    // A pack is no second piece.
    expect(
      (await sell(1550, [packs("1"), pieces("1")])).lines.map((one: { unitPrice: string }) => one.unitPrice),
    ).toEqual(["15", "0.5"]);
    const { product } = (await ask('{ variant(by: { sku: "COLA" }) { product { id } } }')).variant;
    const off = { amount: 10, isPerUnit: true, productIds: [product.id] };
    const promotion = { id: newId("prm"), name: "Ten off each", kind: "AMOUNT", ...off, isEnabled: true };
    const make =
      "mutation ($input: CreatePromotionInput!) { createPromotion(input: $input) { userErrors { code path } } }";
    expect((await ask(make, { input: promotion })).createPromotion.userErrors).toEqual([]);
    const { lines } = await sell(1300, [packs("1"), pieces("1")]);
    expect(lines.map(({ total }: { total: { amount: number } }) => total.amount)).toEqual([1260, 40]);
  });
});

test("createProduct: INVALID_PACK for a pack of one, two of a size, and more than ten", async () => {
  const variant = { id: counter.shop.clock.newId("var"), sku: "BEER", unitPrice: "1" };
  const sized = (...sizes: readonly number[]) => sizes.map((size) => ({ name: "Pack", size, unitPrice: "9" }));
  const refused = (...field: string[]) => [
    { code: "INVALID_PACK", path: ["input", "variants", "0", "packs", ...field] },
  ];
  expect(await create("Beer", { ...variant, packs: sized(1) })).toEqual(refused("0", "size"));
  expect(await create("Beer", { ...variant, packs: sized(6, 12, 6) })).toEqual(refused("2", "size"));
  expect(await create("Beer", { ...variant, packs: sized(2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12) })).toEqual(refused());
});

test("completeSale: INVALID_QUANTITY when packs contain more than a quantity holds", async () => {
  const line = { ...packs("416667"), unitPrice: "0" };
  const { userErrors } = await complete(counter, paid(0, [line]), counter.cashier);
  expect(userErrors).toContainEqual(
    expect.objectContaining({ code: "INVALID_QUANTITY", path: ["input", "lines", "0", "quantity"] }),
  );
});

test("scannedArticle: a pack has its own price, whatever an element string asks for", async () => {
  const query = "query ($code: String!) { scannedArticle(code: $code) { pack { size } quantity unitPrice } }";
  const code = `(01)0${CASE}(3922)001299`;
  expect((await ask(query, { code }, counter.terminal)).scannedArticle).toEqual({
    ...{ pack: { size: 24 }, quantity: null, unitPrice: null },
  });
});

test("patchVariant, createProduct: a barcode is of one article or pack", async () => {
  const other = { id: counter.shop.clock.newId("var"), sku: "LEMONADE", unitPrice: "1" };
  const taken = (...field: string[]) => [{ code: "BARCODE_TAKEN", path: ["input", "variants", "0", ...field] }];
  const pack = { name: "Case", size: 12, unitPrice: "9" };
  expect(await create("Lemonade", { ...other, barcodes: [`0${CASE}`] })).toEqual(taken("barcodes"));
  expect(await create("Lemonade", { ...other, packs: [{ ...pack, barcode: "40170725" }] })).toEqual(
    taken("packs", "0", "barcode"),
  );
  expect((await patch({ packs: [{ ...PACKS[0], barcode: "40170725" }] })).userErrors).toEqual([
    { code: "BARCODE_TAKEN", path: ["input", "packs", "0", "barcode"] },
  ]);
  // What a pack gives up is free.
  expect((await patch({ packs: [PACKS[0]] })).variant.packs).toEqual([PACKS[0]]);
  expect(await create("Lemonade", { ...other, barcodes: [CASE] })).toEqual([]);
  expect((await patch({ packs: PACKS })).userErrors).toEqual([
    { code: "BARCODE_TAKEN", path: ["input", "packs", "1", "barcode"] },
  ]);
  expect((await patch({ packs: null })).variant.packs).toEqual([]);
  expect((await patch({ packs: [PACKS[0]] })).userErrors).toEqual([]);
});

test("parkSale, createQuote: keep the pack", async () => {
  const { newId, now } = counter.shop.clock;
  const lines = [packs("2", 6)];
  const park = "mutation ($input: ParkSaleInput!) { parkSale(input: $input) { userErrors { code path } } }";
  expect((await ask(park, { input: { id: newId("prk"), lines } }, counter.cashier)).parkSale.userErrors).toEqual([]);
  const parked = "query ($at: ID!) { parkedSales(locationId: $at) { lines { quantity packSize } } }";
  const { parkedSales } = await ask(parked, { at: counter.shop.locationId });
  expect(parkedSales).toEqual([{ lines: [{ quantity: "2", packSize: 6 }] }]);
  const input = { id: newId("quo"), validUntil: now().slice(0, 10), lines };
  const quote = `mutation ($input: CreateQuoteInput!) { createQuote(input: $input) {
    quote { lines { quantity pack { name size } } total { amount } } userErrors { code path } } }`;
  const { createQuote } = await ask(quote, { input }, counter.cashier);
  expect(createQuote.userErrors).toEqual([]);
  expect(createQuote.quote.lines).toEqual([{ quantity: "2", pack: { name: "Six", size: 6 } }]);
  const sold = (line: object) =>
    complete(counter, { ...paid(createQuote.quote.total.amount, [line]), quoteId: input.id }, counter.cashier);
  expect((await sold(pieces("2"))).userErrors).toContainEqual(expect.objectContaining({ code: "QUOTE_MISMATCH" }));
  expect((await sold(packs("2", 6))).userErrors).toEqual([]);
});

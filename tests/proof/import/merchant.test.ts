import { mkdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { eraseCustomer, getCustomer, listCustomers } from "@pos/core/customers/customer/index.ts";
import { createProduct, findVariants } from "@pos/core/goods/catalog/index.ts";
import { LEVEL, type StockAdjustmentFact } from "@pos/core/goods/stock/index.ts";
import { readBalance } from "@pos/core/ledger/index.ts";
import { salesSummary } from "@pos/core/office/report/index.ts";
import type { Context } from "@pos/core/people/access/index.ts";
import { signIn } from "@pos/core/people/staff/index.ts";
import { terminalsAfter } from "@pos/core/people/terminal/index.ts";
import { listSales } from "@pos/core/selling/sale/index.ts";
import { createMemoryTable } from "@pos/core/table/memory/table.ts";
import { signUp } from "@pos/functions/api/sign-up.ts";
import { type ImportOptions, importOnlineRetail } from "@pos/host/cli/import/import.ts";
import { afterAll, expect, test } from "vitest";
import { createManualClock } from "../../support/clock.ts";
import { done, SHOP_STREAM } from "../../support/shop.ts";
import { factsOf, importedLedger, importInto, ledgerItems, ownerOf, scratch } from "./support.ts";

/** For whom documents are recorded, what they find there and what they make. */
const { folder, remove } = scratch("merchant");
afterAll(remove);

let made = 0;

function place() {
  const own = join(folder, String(++made));
  mkdirSync(own);
  const clock = createManualClock(made);
  const engine = createMemoryTable({ streamFilter: SHOP_STREAM });
  const fileOf = (...rows: readonly string[]) => {
    const file = join(own, `${rows.length}-${rows.join("").length}.csv`);
    const head = "InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country";
    writeFileSync(file, `${[head, ...rows].join("\n")}\n`);
    return file;
  };
  const run = (...rows: readonly string[]) => importInto(engine, { files: [fileOf(...rows)], folder: own, clock });
  /** Past the booking reader. */
  const start = (options: Partial<ImportOptions> = {}) =>
    importOnlineRetail({
      table: engine.table,
      clock,
      folder: own,
      files: [fileOf(SALE)],
      bookAll: async () => {},
      ...options,
    });
  return { own, clock, engine, table: engine.table, run, start };
}

const SALE = "536365,85123A,HOLDER,6,2010-12-01 08:26:00,2.55,17850.0,United Kingdom";

async function newMerchant(
  { table, clock }: ReturnType<typeof place>,
  name: string,
  currency = "GBP",
): Promise<Context> {
  const [id, taxCodeId] = [clock.newId("mer"), clock.newId("tax")];
  const owner = { id: clock.newId("stf"), name: "Owner", email: `${name}@shops.example`, password: "a long password" };
  const codes = { [taxCodeId]: { id: taxCodeId, name: "Standard", rate: "20" } };
  const regime = { pricesIncludeTax: true, level: "LINE", mode: "HALF_UP" } as const;
  const merchant = { id, name, currency, cashStep: 1 };
  return done(await signUp(table, clock, { merchant, taxes: { regime, defaultCodeId: taxCodeId, codes }, owner }));
}

test("import: without a merchant one is made, and its owner's password is where only the owner of the folder can read it", async () => {
  const { own, clock, table, start } = place();
  const paths: string[] = [];
  await start({ madeMerchant: async (path) => void paths.push(path) });
  const path = join(own, "online-retail-credentials.json");
  expect(paths).toEqual([path]);
  expect(statSync(path).mode & 0o777).toBe(0o600);
  const { owner } = JSON.parse(readFileSync(path, "utf8")) as { owner: { email: string; password: string } };
  expect((await signIn({ table, clock, caller: { kind: "nobody" } }, owner, { address: "192.0.2.1" })).ok).toBe(true);
  await start({ madeMerchant: async (again) => void paths.push(again) });
  expect(paths).toEqual([path]);
});

test("import: uses the only merchant or the named one, and fails with the reason otherwise", async () => {
  const shop = place();
  await newMerchant(shop, "One", "EUR");
  await expect(shop.start()).rejects.toThrow(/in GBP, but One \(mer_\w+\) counts in EUR/);
  const two = await newMerchant(shop, "Two");
  await expect(shop.start()).rejects.toThrow(/several merchants.*\n.*(One|Two).*\n.*(One|Two)/);
  await expect(shop.start({ merchantId: shop.clock.newId("mer") })).rejects.toThrow(/no merchant mer_\w+\. There are:/);
  const { merchantId } = two.caller;
  expect(await shop.start({ merchantId })).toMatchObject({ new: 1 });
  const [terminal, ...more] = await terminalsAfter(two, { limit: 10 });
  expect(more).toEqual([]);
  expect(terminal).toMatchObject({ code: "ONLINE-RETAIL", kind: "IMPORT" });
  const empty = place();
  await expect(empty.start({ merchantId })).rejects.toThrow("There is none yet");
});

test("import: reports the parts that are not booked", async () => {
  expect(await place().start({ bookAll: async () => {} })).toMatchObject({
    new: 1,
    problems: [expect.stringMatching(/^1 parts are not booked/)],
  });
});

test("import: what is there already is sold without tax too and stays as it is; what is not gets a code of 0 %", async () => {
  const shop = place();
  const owner = await newMerchant(shop, "Own");
  const own = { id: shop.clock.newId("var"), sku: "85123A", unitPrice: "9.99" };
  done(await createProduct(owner, { id: shop.clock.newId("prd"), name: "Our holder", variants: [own] }));
  const rows = [
    SALE,
    "536365,85123a,,1,2010-12-01 08:26:00,0.0,17850.0,United Kingdom",
    "536365,85123a, Little holder ,1,2010-12-01 08:26:00,0.001,17850.0,United Kingdom",
    "536365,POST,POSTAGE,1,2010-12-01 08:26:00,18,17850.0,United Kingdom",
    "536365,gift_0001_20,,1,2010-12-01 08:26:00,20,17850.0,United Kingdom",
  ];
  const imported = await shop.run(...rows);
  expect(imported.summary).toMatchObject({ new: 1, flagged: 0, problems: [] });
  const { merchantId } = imported.ledger;
  const found = await findVariants(
    shop.table,
    merchantId,
    ["85123A", "85123a", "POST", "gift_0001_20"].map((sku) => ({ sku })),
  );
  expect(found.map((variant) => [variant?.name, variant?.unitPrice, variant?.stocked])).toEqual([
    ["Our holder", "9.99", true],
    ["Little holder", "0.001", true],
    ["POSTAGE", "18", false],
    ["gift_0001_20", "20", false],
  ]);
  expect(found[0]?.id).toBe(own.id);
  const page = await listSales(owner, { filter: {}, limit: 10 });
  const sale = page?.sales[0]?.sale;
  expect(
    sale?.lines.map(({ description, unitPrice, taxes, total }) => [description, unitPrice, taxes[0]?.rate, total]),
  ).toEqual([
    ["HOLDER", "2.55", "0", 1530],
    ["Little holder", "0", "0", 0],
    ["Little holder", "0.001", "0", 0],
    ["POSTAGE", "18", "0", 1800],
    ["gift_0001_20", "20", "0", 2000],
  ]);
  expect(sale?.taxTotal).toBe(0);
  expect(sale).toMatchObject({ receiptNumber: "ONLINE-RETAIL-536365", sequence: 536365, total: 5330 });
  expect(sale?.payments).toMatchObject([{ method: "OTHER", amount: 5330 }]);
  expect(sale?.operatorId).toBeUndefined();
});

test("import: a write-off of what is not goods is recorded and moves nothing; one without a remark has a default note", async () => {
  const { run } = place();
  const imported = await run(
    "1,DOT,,-2,2010-12-01 08:26:00,0,,United Kingdom",
    "1,21777,,-10,2010-12-01 08:26:00,0,,United Kingdom",
    "2,21777,,3,2010-12-01 09:00:00,0,,United Kingdom",
    "2,21777,found again,1,2010-12-01 09:00:00,0,,United Kingdom",
  );
  expect(imported.summary).toMatchObject({ new: 2, problems: [] });
  const reasons: string[] = [];
  for await (const fact of factsOf(imported)) reasons.push((fact as StockAdjustmentFact).reason);
  expect(new Set(reasons)).toEqual(new Set(["No reason given", "found again"]));
  const levels = (await ledgerItems(imported)).filter(({ sk }) => sk.startsWith("LEVEL#"));
  expect(levels.map((item) => readBalance(LEVEL, item).quantity)).toEqual([-6_000]);
});

test("import: a sale of nothing has a payment of nothing, and a refund puts its goods back", async () => {
  const { run } = place();
  const imported = await run(
    "1,21777,FREE,4,2010-12-01 08:26:00,0,12647.0,Germany",
    "C2,21777,BACK,-3,2010-12-02 08:26:00,2.5,12647.0,Germany",
  );
  expect(imported.summary).toMatchObject({ new: 2, flagged: 0, problems: [] });
  const { locationId, ...span } = { locationId: imported.ledger.ledgerId, from: "2010-12-01", to: "2010-12-31" };
  expect(await salesSummary(ownerOf(imported), { locationId, ...span })).toMatchObject({
    saleCount: 1,
    refundCount: 1,
    grossSales: 0,
    refunds: 750,
  });
  const levels = (await ledgerItems(imported)).filter(({ sk }) => sk.startsWith("LEVEL#"));
  expect(levels.map((item) => readBalance(LEVEL, item).quantity)).toEqual([-1_000]);
});

test("import: reports a number that occurs again with other rows, and goes on", async () => {
  const { run, table } = place();
  const other = "536366,22633,WARMER,1,2010-12-01 08:28:00,1.85,17850.0,United Kingdom";
  await run(SALE);
  const { summary } = await run(SALE, SALE, other);
  expect(summary).toMatchObject({ new: 1, known: 0 });
  expect(summary.problems).toEqual([
    expect.stringMatching(/^Document 536365 of 2010-12-01T08:26:00.000Z: ID_CONFLICT: /),
  ]);
  const refund = "C536379,D,Discount,-1,2010-12-01 09:41:00,27.5,14527.0,United Kingdom";
  await run(refund);
  expect((await run(refund, refund, other)).summary).toMatchObject({
    new: 0,
    known: 1,
    problems: [expect.stringContaining("Document C536379")],
  });
  // The rest of its rows carry another minute.
  const rest = "536366,22632,WARMER TOO,1,2010-12-01 08:29:00,1.85,17850.0,United Kingdom";
  expect((await run(rest, refund)).summary).toMatchObject({
    new: 0,
    known: 1,
    problems: [expect.stringMatching(/^Document 536366 of 2010-12-01T08:29:00.000Z: ID_CONFLICT: /)],
  });
  let facts = 0;
  for await (const _ of factsOf({ table, ledger: await importedLedger(table) })) facts++;
  expect(facts).toBe(3);
});

test("import: a document is the same whatever it is imported with", async () => {
  const { run } = place();
  const earlier = "536300,85123A,HOLDER (OLD NAME),1,2010-12-01 08:00:00,2.95,,France";
  await run(SALE);
  // The article is named otherwise, priced otherwise, and the customer seen elsewhere first.
  const abroad = "536301,85123A,HOLDER,1,2010-12-01 08:01:00,2.95,17850.0,France";
  expect((await run(earlier, abroad, SALE)).summary).toMatchObject({ new: 2, known: 1, problems: [] });
});

test("import: customers are made once, with their country; one who was erased stays erased", async () => {
  const { run, table, clock } = place();
  const imported = await run(SALE);
  const owner = ownerOf(imported);
  const [customer] = await listCustomers(owner, { limit: 10 });
  expect(customer?.id).toMatch(/^cus_/);
  const customerId = customer?.id ?? "";
  const known = await getCustomer({ ...owner, table, clock }, customerId);
  expect(known?.person).toEqual({ name: "Customer 17850", note: "United Kingdom" });
  done(await eraseCustomer(owner, { customerId, version: known?.version ?? 0 }));
  expect((await run(SALE)).summary).toMatchObject({ new: 0, known: 1, problems: [] });
  expect((await getCustomer(owner, customerId))?.person).toBeUndefined();
});

test("import: texts are cut to what the API takes", async () => {
  const { run } = place();
  const long = "x".repeat(700);
  const imported = await run(
    `1,21777,"${long}",4,2010-12-01 08:26:00,1,,${long}`,
    `2,21777,"\u0001a\nb${long}",-4,2010-12-01 08:26:00,0,,${long}`,
    `C3,21777,"${long}\u0085",-4,2010-12-01 08:26:00,1,,${long}`,
  );
  expect(imported.summary).toMatchObject({ new: 3, problems: [] });
});

import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { archiveLines } from "@pos/core/office/archive/index.ts";
import { CARD_CODE_BYTES, newCardCode, shownCardCode } from "@pos/core/selling/stored-value/model.ts";
import { expect, test } from "vitest";
import {
  type Counter,
  closeCounter,
  complete,
  line,
  openCounter,
  payment,
  saleInput,
  syncOne,
} from "../../contract/api/counter.ts";
import type { Data } from "../../support/api.ts";
import { freshFolder, openShopTable } from "../../support/folders.ts";

/**
 * The code of a gift card goes through every request that takes one, well-formed or not; afterwards it is in no byte of the data
 * folder, in no line of an archive or of the log. A word beside it is in all three: the search finds what is there.
 */
const MARKER = "CANARYWORD7";

/** Every form in which a code may have been written down. */
function formsOf(code: string): string[] {
  const plain = [code, shownCardCode(code), code.toLowerCase(), shownCardCode(code).toLowerCase()];
  // The part of it that is no matter of where it begins in a text that is encoded.
  const encoded = [0, 1, 2].map((before) => Buffer.from(" ".repeat(before) + code).toString("base64"));
  return [...plain, ...encoded.map((text) => text.slice(4, -4)), Buffer.from(code).toString("hex")];
}

function filesIn(folder: string): Buffer[] {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    const stat = statSync(path);
    if (stat.isDirectory()) return filesIn(path);
    return stat.isFile() ? [readFileSync(path)] : [];
  });
}

/** Sells, pays, loads, refunds, replays, conflicts, is refused and comes late with the code. */
async function useEverywhere(counter: Counter, code: string): Promise<void> {
  const { shop } = counter;
  const note = MARKER;
  const sale = (fields: { readonly [field: string]: unknown }) => saleInput(counter, { note, ...fields });
  const byCard = (amount: number, fields = {}) =>
    payment(counter, amount, { method: "GIFT_CARD", giftCard: code, ...fields });
  const card = (amount: number) => ({ quantity: "1", giftCard: { amount, code } });
  await complete(counter, sale({ lines: [card(5000)], payments: [payment(counter, 5000)] }));
  const paid = sale({ payments: [byCard(199)] });
  await complete(counter, paid);
  await complete(counter, paid);
  // Another content under the same id is quarantined, with the code in both fields.
  await syncOne(counter, { ...paid, payments: [byCard(198)] });
  await syncOne(counter, { ...paid, payments: [byCard(197, { giftCard: undefined, reference: code })] });
  await syncOne(counter, sale({ payments: [byCard(199, { giftCard: undefined, reference: shownCardCode(code) })] }));
  await syncOne(counter, sale({ payments: [byCard(199_999)], lines: [line({ unitPrice: "1999.99" })] }));
  await complete(counter, sale({ payments: [byCard(100)] }));
  await complete(counter, sale({ lines: [{ quantity: "2", giftCard: { amount: 1, code } }] }));
  const { clock } = shop;
  const back = {
    ...{ id: clock.newId("ref"), occurredAt: clock.now(), saleId: paid.id, reason: note },
    ...{ lines: [{ line: 1, quantity: "1" }], payments: [byCard(199)] },
  };
  const ask = (query: string, variables: object): Promise<Data> =>
    counter.api.call(query, { variables, token: counter.manager });
  await ask("mutation ($input: RefundSaleInput!) { refundSale(input: $input) { userErrors { code } } }", {
    input: back,
  });
  const pricing = "query ($input: CompleteSaleInput!) { priceSale(input: $input) { total { amount } } }";
  await ask(pricing, { input: sale({ lines: [card(1)], payments: [] }) });
  await ask("query LookupCanary($code: String!) { giftCard(code: $code) { balance { amount } } }", { code });
  // Written into the request itself, and into one that no parser takes.
  await ask(`{ giftCard(code: "${code}") { balance { amount } } }`, {});
  await ask(`{ giftCard(code: "${code}" { balance { amount } } }`, {});
  await ask("query ($code: Int!) { giftCard(code: $code) { id } }", { code });
}

test("the code of a gift card is in no table, archive or log", async () => {
  const folder = await freshFolder();
  const engine = await openShopTable(folder);
  const counter = await openCounter({ engine });
  const { shop, api } = counter;
  await shop.stock("100");
  const code = newCardCode(shop.clock.randomBytes(CARD_CODE_BYTES));
  await useEverywhere(counter, code);
  await closeCounter(counter);
  const archive: string[] = [];
  for await (const one of archiveLines({ table: shop.engine.table, clock: shop.clock }, shop.merchantId))
    archive.push(JSON.stringify(one));
  await engine.close();
  const log = api.log.map((one) => JSON.stringify(one)).join("\n");
  const stored = filesIn(folder);
  expect(stored.some((bytes) => bytes.includes(MARKER))).toBe(true);
  expect(archive.some((one) => one.includes(MARKER))).toBe(true);
  expect(log).toContain("LookupCanary");
  for (const form of formsOf(code)) {
    expect(stored.some((bytes) => bytes.includes(form))).toBe(false);
    expect(archive.filter((one) => one.includes(form))).toEqual([]);
    expect(log.includes(form)).toBe(false);
  }
});

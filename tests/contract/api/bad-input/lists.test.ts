import { present } from "@pos/core/base/result.ts";
import { afterAll, beforeAll, expect, test } from "vitest";
import { moduleContracts } from "../../generated/modules.ts";
import type { ListRow } from "../../module-contract.ts";
import { type Case, countsByClass, judge, spoilt } from "./judge.ts";
import { positionsOf } from "./positions.ts";
import { closeStand, openStand, type Stand } from "./stand.ts";

/** Lists of nothing and of too much, at every place of the contract for a list. */
let stand: Stand;
beforeAll(async () => {
  stand = await openStand();
});
afterAll(async () => {
  console.log(countsByClass());
  await closeStand(stand);
});

const id = (prefix: "pay" | "var" | "loc" | "grp"): string => stand.counter.shop.clock.newId(prefix);
const openLine = () => ({ description: "x", quantity: "1", unitPrice: "0" });
const stockLine = () => ({ variant: { sku: "SKU-0001" }, quantity: "1" });
const payment = () => ({ id: id("pay"), method: "CARD", amount: 0 });
const nothing = () => ({ amount: 0 });

function sale(at: string): { readonly [place: string]: ListRow } {
  return {
    ...cart(at),
    [`${at}.payments`]: { long: 101, element: payment, tooLong: `INVALID_PAYMENT ${at}.payments` },
  };
}

function cart(at: string): { readonly [place: string]: ListRow } {
  const discounts = { long: 101, element: nothing };
  return {
    [`${at}.lines`]: { empty: `INVALID_LINES ${at}.lines`, long: 2001, element: openLine, tooLong: "BAD_REQUEST" },
    [`${at}.lines.0.discounts`]: { ...discounts, tooLong: `INVALID_DISCOUNT ${at}.lines.0.discounts` },
    [`${at}.lines.0.adjustments`]: { ...discounts, tooLong: `INVALID_ADJUSTMENT ${at}.lines.0.adjustments` },
    [`${at}.adjustments`]: { ...discounts, tooLong: `INVALID_ADJUSTMENT ${at}.adjustments` },
    [`${at}.discounts`]: { ...discounts, tooLong: `INVALID_DISCOUNT ${at}.discounts` },
  };
}

/** A cart that is kept in one record. */
function shortCart(operation: string): { readonly [place: string]: ListRow } {
  const code = "INVALID_LINES input.lines";
  return {
    ...Object.fromEntries(Object.entries(cart("input")).map(([place, row]) => [`${operation}.${place}`, row])),
    [`${operation}.input.lines`]: { empty: code, long: 201, element: openLine, tooLong: code },
  };
}

function lines(code: string, element: () => unknown): ListRow {
  return { empty: code, long: 2001, element, tooLong: code };
}

function refund(operation: string, at: string): { readonly [place: string]: ListRow } {
  return {
    [`${operation}.${at}.lines`]: lines(`INVALID_LINES ${at}.lines`, () => ({ line: ++lineOfRefund, quantity: "1" })),
    [`${operation}.${at}.payments`]: { long: 101, element: payment, tooLong: `INVALID_PAYMENT ${at}.payments` },
  };
}

function exchange(operation: string, at: string): { readonly [place: string]: ListRow } {
  const ofSale = Object.entries(sale(`${at}.sale`)).map(([place, row]) => [`${operation}.${place}`, row] as const);
  return {
    ...Object.fromEntries(ofSale),
    // Its neighbours are not held up.
    [`${operation}.${at}.sale.lines`]: lines(`INVALID_LINES ${at}.sale.lines`, openLine),
    [`${operation}.${at}.back`]: lines(`INVALID_LINES ${at}.back`, () => ({ line: ++lineOfRefund, quantity: "1" })),
    [`${operation}.${at}.paymentsBack`]: { long: 101, element: payment, tooLong: `INVALID_PAYMENT ${at}.paymentsBack` },
  };
}

function barcodes(operation: string, at: string): { readonly [place: string]: ListRow } {
  return { [`${operation}.${at}`]: { long: 21, element: () => id("var"), tooLong: `INVALID_BARCODE ${at}` } };
}

let size = 1;
function packs(operation: string, at: string): { readonly [place: string]: ListRow } {
  const element = () => ({ name: "Case", size: ++size, unitPrice: "1" });
  return { [`${operation}.${at}`]: { long: 11, element, tooLong: `INVALID_PACK ${at}` } };
}

let recipient = 0;
function recipients(operation: string): { readonly [place: string]: ListRow } {
  const code = "INVALID_RECIPIENTS input.recipients";
  const element = () => `reports-${++recipient}@shop.example`;
  return { [`${operation}.input.recipients`]: { empty: code, long: 21, element, tooLong: code } };
}

const LISTS: { readonly [place: string]: ListRow } = {
  "stockLevels.skus": { long: 101, element: () => "SKU-0001", tooLong: "BAD_REQUEST" },
  "createStaff.input.locationIds": {
    empty: "INVALID_LOCATIONS input.locationIds",
    long: 1001,
    element: () => id("loc"),
    tooLong: "INVALID_LOCATIONS input.locationIds",
  },
  "createProduct.input.variants": {
    empty: "INVALID_VARIANTS input.variants",
    long: 21,
    element: () => ({ id: id("var"), sku: id("var"), unitPrice: "1" }),
    tooLong: "INVALID_VARIANTS input.variants",
  },
  ...barcodes("createProduct", "input.variants.0.barcodes"),
  ...barcodes("addVariant", "input.variant.barcodes"),
  ...packs("createProduct", "input.variants.0.packs"),
  ...packs("addVariant", "input.variant.packs"),
  ...packs("patchVariant", "input.packs"),
  ...barcodes("updateVariant", "input.barcodes"),
  ...barcodes("patchVariant", "input.barcodes"),
  "patchCustomer.input.groupIds": {
    ...{ long: 6, element: () => id("grp"), tooLong: "TOO_MANY_CUSTOMER_GROUPS input.groupIds" },
  },
  "recordOpeningStock.input.lines": lines("INVALID_LINES input.lines", stockLine),
  "adjustStock.input.lines": lines("INVALID_LINES input.lines", stockLine),
  ...Object.fromEntries(Object.entries(sale("input")).map(([place, row]) => [`completeSale.${place}`, row])),
  ...Object.fromEntries(Object.entries(sale("input")).map(([place, row]) => [`priceSale.${place}`, row])),
  "priceSale.testedPromotionIds": { long: 101, element: () => "prm_x", tooLong: "BAD_REQUEST" },
  "syncSales.input.sales": {
    long: 101,
    element: () => ({ id: "x", sequence: 1, occurredAt: "2026-06-15T09:00:00Z", lines: [], payments: [] }),
    tooLong: "BAD_REQUEST",
  },
  ...Object.fromEntries(Object.entries(sale("input.sales.0")).map(([place, row]) => [`syncSales.${place}`, row])),
  "syncFacts.input.facts": {
    long: 101,
    element: () => ({
      sale: { id: "x", sequence: 1, occurredAt: "2026-06-15T09:00:00Z", lines: [], payments: [] },
    }),
    tooLong: "BAD_REQUEST",
  },
  ...Object.fromEntries(Object.entries(sale("input.facts.0.sale")).map(([place, row]) => [`syncFacts.${place}`, row])),
  // Its neighbours are not held up.
  "syncFacts.input.facts.0.sale.lines": lines("INVALID_LINES input.facts.0.sale.lines", openLine),
  ...refund("syncFacts", "input.facts.0.refund"),
  "syncFacts.input.facts.0.stockAdjustment.lines": lines(
    "INVALID_LINES input.facts.0.stockAdjustment.lines",
    stockLine,
  ),
  ...refund("refundSale", "input"),
  ...exchange("exchangeSale", "input"),
  ...exchange("syncFacts", "input.facts.0.exchange"),
  ...shortCart("parkSale"),
  ...shortCart("createQuote"),
  ...recipients("createReportSchedule"),
  ...recipients("updateReportSchedule"),
  ...recipients("patchReportSchedule"),
  ...recipients("sendReport"),
  "recordJournalEntry.input.postings": {
    empty: "INVALID_POSTINGS input.postings",
    long: 51,
    element: () => ({ account: "CARD", amount: 1 }),
    tooLong: "INVALID_POSTINGS input.postings, NOT_BALANCED input.postings",
  },
  ...Object.fromEntries(moduleContracts.flatMap(({ lists = {} }) => Object.entries(lists))),
};
let lineOfRefund = 0;

test("every place of the schema for a list stands in the table", () => {
  expect(new Set(Object.keys(LISTS))).toEqual(new Set(positionsOf("list").keys()));
});

test("lists of nothing, where something is needed, and lists of too much are refused", async () => {
  const cases: Case[] = [];
  for (const [place, { empty, long, element, tooLong }] of Object.entries(LISTS)) {
    const position = present(positionsOf("list").get(place), place);
    if (empty) cases.push(await spoilt(stand, position, { name: "of nothing", value: [], expected: empty }));
    const value = Array.from({ length: long }, element);
    cases.push(await spoilt(stand, position, { name: `of ${long}`, value, expected: tooLong }));
  }
  await judge(stand, "lists", cases);
});

test("what a list may hold once is refused twice", async () => {
  const places = positionsOf("list");
  const twice = <T>(thing: T): T[] => [thing, thing];
  const variant = { id: id("var"), sku: "TWICE", unitPrice: "1" };
  const rows: readonly (readonly [place: string, value: unknown, expected: string])[] = [
    ["createProduct.input.variants", [variant, { ...variant, sku: "OTHER" }], "INVALID_ID input.variants.1.id"],
    ["createProduct.input.variants", [variant, { ...variant, id: id("var") }], "SKU_TAKEN input.variants.1.sku"],
    ["createProduct.input.variants.0.barcodes", twice("40"), "BARCODE_TAKEN input.variants.0.barcodes"],
    ["addVariant.input.variant.barcodes", twice("40"), "BARCODE_TAKEN input.variant.barcodes"],
    ["updateVariant.input.barcodes", twice("40"), "BARCODE_TAKEN input.barcodes"],
    ["patchVariant.input.barcodes", twice("40"), "BARCODE_TAKEN input.barcodes"],
    ["patchVariant.input.packs", twice({ name: "Case", size: 2, unitPrice: "1" }), "INVALID_PACK input.packs.1.size"],
    ["sendReport.input.recipients", ["a@shop.example", "A@shop.example"], "INVALID_RECIPIENTS input.recipients.1"],
    ["completeSale.input.payments", twice(payment()), "INVALID_PAYMENT input.payments.1.id"],
    ["refundSale.input.payments", twice(payment()), "INVALID_PAYMENT input.payments.1.id"],
    ["exchangeSale.input.back", twice({ line: 1, quantity: "1" }), "INVALID_LINE input.back.1.line"],
    ["exchangeSale.input.paymentsBack", twice(payment()), "INVALID_PAYMENT input.paymentsBack.1.id"],
    ["refundSale.input.lines", twice({ line: 1, quantity: "1" }), "INVALID_LINE input.lines.1.line"],
  ];
  const cases: Case[] = [];
  for (const [place, value, expected] of rows)
    cases.push(await spoilt(stand, present(places.get(place), place), { name: "has one twice", value, expected }));
  await judge(stand, "lists", cases);
});

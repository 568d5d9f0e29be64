import { LIMITS } from "@pos/core/base/limits.ts";
import { moduleContracts } from "../../generated/modules.ts";
import type { NumberRow } from "../../module-contract.ts";

/** Numbers that can be read and are no such number for their place: too large, negative, too precise. */
const MAX = Number.MAX_SAFE_INTEGER;
/** Of one fact. */
const AMOUNT_MAX = LIMITS.factAmountMax;
const INT_MAX = 2 ** 31 - 1;
const INT_MIN = -(2 ** 31);

/** The same answer for each. */
const each = (expected: string, ...values: readonly unknown[]): NumberRow => values.map((value) => [value, expected]);
const LONG = `1${"0".repeat(5_000)}`;

const PAGE = each("BAD_REQUEST", 0, -1, 101, INT_MAX, INT_MIN);
const version = (path = "input.version"): NumberRow => each(`VERSION_CONFLICT ${path}`, 0, -1, 99, INT_MAX, INT_MIN);
const price = (refusal: string): NumberRow =>
  each(
    refusal,
    "-0.000001",
    "-1",
    "1.0000001",
    "1000000000",
    "999999999.9999999",
    LONG,
    `-${LONG}`,
    `0.${"0".repeat(5_000)}1`,
  );
const quantity = (refusal: string): NumberRow =>
  each(refusal, "0", "-0", "0.000", "-1", "1.0001", "0.0009", "10000000", LONG, `-${LONG}`, `0.${"0".repeat(5_000)}1`);
const percent = (refusal: string): NumberRow =>
  each(refusal, "-0.000001", "-1", "100.000001", "101", "1.0000001", LONG);

function variant(operation: string, at: string): { readonly [place: string]: NumberRow } {
  return {
    [`${operation}.${at}.unitPrice`]: price(`INVALID_PRICE ${at}.unitPrice`),
    [`${operation}.${at}.unitCost`]: price(`INVALID_COST ${at}.unitCost`),
    [`${operation}.${at}.reorderPoint`]: each(
      `INVALID_QUANTITY ${at}.reorderPoint`,
      ...["-0.001", "-1", "1.0001", "0.0009", "10000000", LONG, `-${LONG}`],
    ),
  };
}

function tare(operation: string, at: string): { readonly [place: string]: NumberRow } {
  return { [`${operation}.${at}.tare`]: each(`INVALID_TARE ${at}.tare`, ...NO_TARES) };
}

function packs(operation: string, at: string): { readonly [place: string]: NumberRow } {
  return {
    [`${operation}.${at}.packs.0.size`]: each(`INVALID_PACK ${at}.packs.0.size`, ...NO_PACK_SIZES),
    [`${operation}.${at}.packs.0.unitPrice`]: price(`INVALID_PRICE ${at}.packs.0.unitPrice`),
  };
}

const NO_TARES = ["-0.001", "-1", "1.0001", "0.0009", "10000000", LONG, `-${LONG}`];
const NO_PACK_SIZES = [0, 1, -1, 10_000, INT_MAX, INT_MIN];

function adjustment(at: string): { readonly [place: string]: NumberRow } {
  return {
    [`${at}.percent`]: percent(`INVALID_ADJUSTMENT ${at}.percent`),
    [`${at}.amount`]: each(`INVALID_ADJUSTMENT ${at}.amount`, -1, -MAX),
  };
}

function sale(at: string): { readonly [place: string]: NumberRow } {
  return {
    [`${at}.sequence`]: each(`INVALID_SEQUENCE ${at}.sequence`, 0, -1, INT_MIN, 1_000_000_001, INT_MAX),
    ...cart(at),
    [`${at}.payments.0.amount`]: [
      ...each(`INVALID_PAYMENT ${at}.payments.0.amount`, -1, -MAX),
      ...each(`INVALID_PAYMENT ${at}.payments.0.tendered`, 181, AMOUNT_MAX),
    ],
    [`${at}.payments.0.tendered`]: each(`INVALID_PAYMENT ${at}.payments.0.tendered`, 179, 0, -1, -MAX),
    // By card alone.
    [`${at}.payments.0.cashBack`]: each(`INVALID_PAYMENT ${at}.payments.0.cashBack`, 1, -1, -MAX),
    [`${at}.tip`]: each(`INVALID_TIP ${at}.tip`, -1, -MAX, AMOUNT_MAX + 1, MAX),
  };
}

function cart(at: string): { readonly [place: string]: NumberRow } {
  return {
    [`${at}.lines.0.quantity`]: quantity(`INVALID_QUANTITY ${at}.lines.0.quantity`),
    [`${at}.lines.0.packSize`]: each(`INVALID_PACK ${at}.lines.0.packSize`, ...NO_PACK_SIZES),
    [`${at}.lines.0.tare`]: each(`INVALID_TARE ${at}.lines.0.tare`, ...NO_TARES),
    [`${at}.lines.0.unitPrice`]: price(`INVALID_PRICE ${at}.lines.0.unitPrice`),
    [`${at}.lines.0.discounts.0.percent`]: percent(`INVALID_DISCOUNT ${at}.lines.0.discounts.0.percent`),
    [`${at}.lines.0.discounts.0.amount`]: each(`INVALID_DISCOUNT ${at}.lines.0.discounts.0.amount`, -1, -MAX),
    ...adjustment(`${at}.lines.0.adjustments.0`),
    ...adjustment(`${at}.adjustments.0`),
    [`${at}.discounts.0.percent`]: percent(`INVALID_DISCOUNT ${at}.discounts.0.percent`),
    [`${at}.discounts.0.amount`]: each(`INVALID_DISCOUNT ${at}.discounts.0.amount`, -1, -MAX),
  };
}

function adjusted(at: string): NumberRow {
  return each(`INVALID_QUANTITY ${at}`, ...["0", "-0", "1.0001", "-0.0009", "10000000", "-10000000", LONG, `-${LONG}`]);
}

/** It has happened: what is more than was sold or paid is recorded with an exception. */
function refundSent(at: string): { readonly [place: string]: NumberRow } {
  return {
    [`syncFacts.${at}.lines.0.line`]: each(`UNKNOWN_LINE ${at}.lines.0.line`, 0, "§-0§", -1, 2, INT_MAX, INT_MIN),
    [`syncFacts.${at}.lines.0.quantity`]: quantity(`INVALID_QUANTITY ${at}.lines.0.quantity`),
    [`syncFacts.${at}.lines.0.packSize`]: each(`INVALID_PACK ${at}.lines.0.packSize`, ...NO_PACK_SIZES),
    [`syncFacts.${at}.lines.0.unitPrice`]: price(`INVALID_PRICE ${at}.lines.0.unitPrice`),
    [`syncFacts.${at}.payments.0.amount`]: each(`INVALID_PAYMENT ${at}.payments.0.amount`, -1, -MAX),
  };
}

/** @param mismatch where more is given back than what is too much; nothing: it has happened */
function exchange(at: string, mismatch: NumberRow): { readonly [place: string]: NumberRow } {
  return {
    [`${at}.back.0.line`]: each(`UNKNOWN_LINE ${at}.back.0.line`, 0, "§-0§", -1, 2, INT_MAX, INT_MIN),
    [`${at}.back.0.quantity`]: quantity(`INVALID_QUANTITY ${at}.back.0.quantity`),
    [`${at}.paymentsBack.0.amount`]: [...each(`INVALID_PAYMENT ${at}.paymentsBack.0.amount`, -1, -MAX), ...mismatch],
    ...sale(`${at}.sale`),
  };
}

const LIVE = "input";
const HAPPENED = "input.sales.0";
const SENT = "input.facts.0.sale";

export const NUMBERS: { readonly [place: string]: NumberRow } = {
  "products.first": PAGE,
  "lowStock.first": PAGE,
  "lowStockPage.first": PAGE,
  "movements.first": PAGE,
  "bestSellers.first": PAGE,
  "reportSendings.first": PAGE,
  "updateReportSchedule.input.version": version(),
  "patchReportSchedule.input.version": version(),
  "deleteReportSchedule.input.version": version(),
  "stockLevels.first": PAGE,
  "customers.first": PAGE,
  "sales.first": PAGE,
  "sales.last": PAGE,
  "exceptions.first": PAGE,
  ...variant("createProduct", "input.variants.0"),
  ...tare("createProduct", "input.variants.0"),
  ...tare("addVariant", "input.variant"),
  ...packs("createProduct", "input.variants.0"),
  ...packs("addVariant", "input.variant"),
  ...packs("patchVariant", "input"),
  ...tare("patchVariant", "input"),
  ...variant("addVariant", "input.variant"),
  ...variant("updateVariant", "input"),
  "updateVariant.input.version": version(),
  ...variant("patchVariant", "input"),
  "patchVariant.input.version": version(),
  "updateProduct.input.version": version(),
  "patchProduct.input.version": version(),
  "changePrice.input.unitPrice": price("INVALID_PRICE input.unitPrice"),
  "changePrice.input.version": version(),
  "revokeTerminal.input.version": version(),
  "updateCustomer.input.version": version(),
  "patchCustomer.input.version": version(),
  "eraseCustomer.input.version": version(),
  "resolveException.input.version": version(),
  // Any amount is one that a sale may come to or not.
  "sales.filter.totalFrom": [],
  "sales.filter.totalTo": [],
  "recordOpeningStock.input.lines.0.quantity": quantity("INVALID_QUANTITY input.lines.0.quantity"),
  "recordOpeningStock.input.lines.0.unitCost": price("INVALID_COST input.lines.0.unitCost"),
  "adjustStock.input.lines.0.quantity": adjusted("input.lines.0.quantity"),
  "adjustStock.input.lines.0.unitCost": price("INVALID_COST input.lines.0.unitCost"),
  ...Object.fromEntries(Object.entries(sale(LIVE)).map(([place, row]) => [`completeSale.${place}`, row])),
  "completeSale.input.expectedTotal": each("TOTAL_MISMATCH input.expectedTotal", 0, "§-0§", -1, -180, 179, MAX, -MAX),
  ...Object.fromEntries(Object.entries(sale(LIVE)).map(([place, row]) => [`priceSale.${place}`, row])),
  "priceSale.input.expectedTotal": each("TOTAL_MISMATCH input.expectedTotal", 0, "§-0§", -1, -180, 179, MAX, -MAX),
  ...Object.fromEntries(Object.entries(sale(HAPPENED)).map(([place, row]) => [`syncSales.${place}`, row])),
  // It has happened: any expected total is kept beside the server's.
  "syncSales.input.sales.0.expectedTotal": [],
  ...Object.fromEntries(Object.entries(sale(SENT)).map(([place, row]) => [`syncFacts.${place}`, row])),
  ...Object.fromEntries(
    ["parkSale", "createQuote"].flatMap((operation) =>
      Object.entries(cart(LIVE)).map(([place, row]) => [`${operation}.${place}`, row]),
    ),
  ),
  [`syncFacts.${SENT}.expectedTotal`]: [],
  ...refundSent("input.facts.0.refund"),
  "syncFacts.input.facts.0.stockAdjustment.lines.0.unitCost": price(
    "INVALID_COST input.facts.0.stockAdjustment.lines.0.unitCost",
  ),
  "syncFacts.input.facts.0.stockAdjustment.lines.0.quantity": adjusted(
    "input.facts.0.stockAdjustment.lines.0.quantity",
  ),
  "refundSale.input.lines.0.line": each("UNKNOWN_LINE input.lines.0.line", 0, "§-0§", -1, 2, INT_MAX, INT_MIN),
  "refundSale.input.lines.0.quantity": [
    ...quantity("INVALID_QUANTITY input.lines.0.quantity"),
    ...each("REFUND_EXCEEDS_SALE input.lines.0.quantity, PAYMENT_MISMATCH input.payments", "2.001", "9999999.999"),
  ],
  "refundSale.input.lines.0.packSize": each("INVALID_PACK input.lines.0.packSize", ...NO_PACK_SIZES),
  "refundSale.input.lines.0.unitPrice": price("INVALID_PRICE input.lines.0.unitPrice"),
  "refundSale.input.payments.0.amount": [
    ...each("INVALID_PAYMENT input.payments.0.amount", -1, -MAX),
    ...each("PAYMENT_MISMATCH input.payments", 0, 198, 200),
    ...each("REFUND_EXCEEDS_PAYMENT input.payments.0.amount, PAYMENT_MISMATCH input.payments", 399, AMOUNT_MAX),
  ],
  ...Object.fromEntries(
    Object.entries(exchange(LIVE, each("PAYMENT_MISMATCH input.paymentsBack", 1, 199))).map(([place, row]) => [
      `exchangeSale.${place}`,
      row,
    ]),
  ),
  "exchangeSale.input.sale.expectedTotal": each("TOTAL_MISMATCH input.sale.expectedTotal", 0, -1, -379, 378, MAX, -MAX),
  ...Object.fromEntries(
    Object.entries(exchange("input.facts.0.exchange", [])).map(([place, row]) => [`syncFacts.${place}`, row]),
  ),
  "syncFacts.input.facts.0.exchange.sale.expectedTotal": [],
  "recordJournalEntry.input.postings.0.amount": [
    ...each("INVALID_AMOUNT input.postings.0.amount, NOT_BALANCED input.postings", 0, "§-0§"),
    ...each("NOT_BALANCED input.postings", 4, -5),
    ...each("INVALID_AMOUNT input.postings", MAX, -MAX),
  ],
  ...Object.fromEntries(moduleContracts.flatMap(({ numbers = {} }) => Object.entries(numbers))),
};

/** Numbers as a document may write them, for the version of a price. */
export const LITERALS: readonly (readonly [text: string, expected: string])[] = [
  ["1e309", "GRAPHQL_VALIDATION_FAILED"],
  ["-1e309", "GRAPHQL_VALIDATION_FAILED"],
  ["1e3", "GRAPHQL_VALIDATION_FAILED"],
  ["1.0", "GRAPHQL_VALIDATION_FAILED"],
  ["2147483648", "GRAPHQL_VALIDATION_FAILED"],
  ["9".repeat(400), "GRAPHQL_VALIDATION_FAILED"],
  ["NaN", "GRAPHQL_VALIDATION_FAILED"],
  ["Infinity", "GRAPHQL_VALIDATION_FAILED"],
  ["null", "GRAPHQL_VALIDATION_FAILED"],
  ["true", "GRAPHQL_VALIDATION_FAILED"],
  ['"1"', "GRAPHQL_VALIDATION_FAILED"],
  ["[1, 2]", "GRAPHQL_VALIDATION_FAILED"],
  ["{}", "GRAPHQL_VALIDATION_FAILED"],
  ["$undefined", "GRAPHQL_VALIDATION_FAILED"],
  ["-Infinity", "GRAPHQL_PARSE_FAILED"],
  ["0x10", "GRAPHQL_PARSE_FAILED"],
  ["0b1", "GRAPHQL_PARSE_FAILED"],
  ["01", "GRAPHQL_PARSE_FAILED"],
  ["+1", "GRAPHQL_PARSE_FAILED"],
  ["1_000", "GRAPHQL_PARSE_FAILED"],
  ["1n", "GRAPHQL_PARSE_FAILED"],
  [".5", "GRAPHQL_PARSE_FAILED"],
  ["5.", "GRAPHQL_PARSE_FAILED"],
  ["-", "GRAPHQL_PARSE_FAILED"],
  ["", "GRAPHQL_PARSE_FAILED"],
];

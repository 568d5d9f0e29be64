import type { IdPrefix } from "@pos/core/base/id.ts";
import { moduleContracts } from "../../generated/modules.ts";
import type { IdRow } from "../../module-contract.ts";

const made = (kind: IdPrefix, malformed = "INVALID_ID"): IdRow => ({ kind, malformed });
const known = (kind: IdPrefix, unknown: string, more: Omit<IdRow, "kind" | "unknown"> = {}): IdRow => ({
  kind,
  unknown,
  ...more,
});

const LOCATION = known("loc", "UNKNOWN_LOCATION", { foreign: "locationId", located: "locationId" });
const ASKED_LOCATION = known("loc", "null", { foreign: "locationId", located: "locationId" });
const TERMINAL = known("trm", "UNKNOWN_TERMINAL", { foreign: "terminalId", located: "terminalId" });
const CUSTOMER = known("cus", "UNKNOWN_CUSTOMER", { foreign: "customerId" });
const STOCKED = known("var", "UNKNOWN_VARIANT <", { foreign: "variantId" });
const SOLD = known("var", "UNKNOWN_VARIANT <", { foreign: "variantId", broken: "INVALID_VARIANT" });
const SCHEDULE = known("rsc", "UNKNOWN_REPORT_SCHEDULE", { foreign: "reportScheduleId", located: "reportScheduleId" });
const HAPPENED = { isRecorded: true } as const;
const CLAIMED_OPERATOR = known("stf", "", { foreign: "staffId", broken: "INVALID_OPERATOR", ...HAPPENED });

const cause = (code: string): IdRow => known("cat", `${code}_NOT_AVAILABLE`, { broken: "INVALID_ADJUSTMENT" });
const causes = (at: string, more: Partial<IdRow> = {}): { readonly [place: string]: IdRow } =>
  Object.fromEntries(
    [`${at}.lines.0`, at].flatMap((of) => [
      [`${of}.adjustments.0.promotionId`, { ...cause("PROMOTION"), ...more }],
      [`${of}.adjustments.0.approvalId`, { ...cause("APPROVAL"), ...more }],
    ]),
  );
const METHOD = known("cat", "UNKNOWN_PAYMENT_METHOD", { broken: "INVALID_PAYMENT", good: 1 });

const TAXED = known("tax", "UNKNOWN_TAX_CODE", { foreign: "taxCodeId", broken: "INVALID_TAX_CODE" });

/** Of an open line. */
const DEPARTMENT = known("cat", "UNKNOWN_CATEGORY", { foreign: "categoryId", broken: "INVALID_LINE" });

/** Of the goods that an exchange takes back, and of the sale within it. @param good the first of the good requests with an exchange */
const exchange = (at: string, good: number, more: Partial<IdRow> = {}): { readonly [place: string]: IdRow } => ({
  [`${at}.id`]: made("exc"),
  [`${at}.saleId`]: known("sal", "UNKNOWN_SALE", { foreign: "saleId" }),
  [`${at}.paymentsBack.0.id`]: made("pay", "INVALID_PAYMENT"),
  [`${at}.paymentsBack.0.paymentId`]: known("pay", more.isRecorded ? "" : "UNKNOWN_PAYMENT", {
    foreign: "paymentId",
    ...more,
  }),
  [`${at}.sale.id`]: made("sal"),
  [`${at}.sale.lines.0.variant.id`]: { ...SOLD, ...more },
  [`${at}.sale.lines.0.taxCodeId`]: { ...TAXED, ...more },
  [`${at}.sale.lines.0.categoryId`]: { ...DEPARTMENT, ...more },
  [`${at}.sale.payments.0.id`]: made("pay", "INVALID_PAYMENT"),
  [`${at}.sale.payments.0.methodId`]: { ...METHOD, ...more, good: good + 1 },
  ...causes(`${at}.sale`, more),
  [`${at}.sale.customerId`]: { ...CUSTOMER, broken: "INVALID_CUSTOMER", ...more },
});

export const IDS: { readonly [place: string]: IdRow } = {
  "node.id": known("sal", "null", { foreign: "saleId", located: "saleId" }),
  "variant.by.id": known("var", "null", { foreign: "variantId" }),
  "product.id": known("prd", "null", { foreign: "productId" }),
  "products.filter.categoryId": known("cat", "0 nodes", { foreign: "categoryId", good: 2 }),
  "lowStock.locationId": ASKED_LOCATION,
  "lowStockPage.filter.locationId": ASKED_LOCATION,
  "movements.locationId": ASKED_LOCATION,
  "movements.variantId": known("var", "0 nodes", { foreign: "variantId", malformed: "null" }),
  "stockLevels.locationId": ASKED_LOCATION,
  "stockLevels.filter.categoryId": known("cat", "0 nodes", { foreign: "categoryId", good: 3 }),
  "customer.id": known("cus", "null", { foreign: "customerId" }),
  "sale.id": known("sal", "null", { foreign: "saleId", located: "saleId" }),
  "exchange.id": known("exc", "null"),
  "refund.id": known("ref", "null", { foreign: "refundId", located: "refundId" }),
  "sales.filter.locationId": ASKED_LOCATION,
  "sales.filter.customerId": known("cus", "0 nodes", { foreign: "customerId" }),
  "sales.filter.operatorId": known("stf", "0 nodes", { foreign: "staffId", good: 3 }),
  "sales.filter.terminalId": known("trm", "0 nodes", { foreign: "terminalId", good: 3 }),
  "sales.filter.variantId": known("var", "0 nodes", { foreign: "variantId", good: 3 }),
  "exceptions.locationId": ASKED_LOCATION,
  "accountBalances.locationId": ASKED_LOCATION,
  "salesSummary.locationId": ASKED_LOCATION,
  "salesUpTo.locationId": ASKED_LOCATION,
  "salesByDay.locationId": ASKED_LOCATION,
  "salesRange.locationId": ASKED_LOCATION,
  "salesByHour.locationId": ASKED_LOCATION,
  "bestSellers.locationId": ASKED_LOCATION,
  "salesParts.locationId": ASKED_LOCATION,
  "dailyReport.locationId": ASKED_LOCATION,
  "reportSchedules.locationId": ASKED_LOCATION,
  "reportSendings.locationId": ASKED_LOCATION,
  "createLocation.input.id": made("loc"),
  "createStaff.input.id": made("stf"),
  "createStaff.input.locationIds.0": known("loc", "INVALID_LOCATIONS", { foreign: "locationId" }),
  "createTerminal.input.id": made("trm"),
  "createTerminal.input.locationId": LOCATION,
  "issueActivationCode.input.terminalId": TERMINAL,
  "revokeTerminal.input.terminalId": TERMINAL,
  "createTaxCode.input.id": made("tax"),
  "createCategory.input.id": made("cat"),
  "createCategory.input.departmentTaxCodeId": known("tax", "UNKNOWN_TAX_CODE", { foreign: "taxCodeId" }),
  "createProduct.input.id": made("prd"),
  "createProduct.input.categoryId": known("cat", "UNKNOWN_CATEGORY", { foreign: "categoryId" }),
  "createProduct.input.taxCodeId": known("tax", "UNKNOWN_TAX_CODE", { foreign: "taxCodeId" }),
  "createProduct.input.variants.0.id": made("var"),
  "updateProduct.input.productId": known("prd", "UNKNOWN_PRODUCT", { foreign: "productId" }),
  "updateProduct.input.categoryId": known("cat", "UNKNOWN_CATEGORY", { foreign: "categoryId" }),
  "updateProduct.input.taxCodeId": known("tax", "UNKNOWN_TAX_CODE", { foreign: "taxCodeId" }),
  "patchProduct.input.productId": known("prd", "UNKNOWN_PRODUCT", { foreign: "productId" }),
  "patchProduct.input.categoryId": known("cat", "UNKNOWN_CATEGORY", { foreign: "categoryId" }),
  "patchProduct.input.taxCodeId": known("tax", "UNKNOWN_TAX_CODE", { foreign: "taxCodeId" }),
  "addVariant.input.productId": known("prd", "UNKNOWN_PRODUCT", { foreign: "productId" }),
  "addVariant.input.variant.id": made("var"),
  "updateVariant.input.variantId": known("var", "UNKNOWN_VARIANT", { foreign: "variantId" }),
  "patchVariant.input.variantId": known("var", "UNKNOWN_VARIANT", { foreign: "variantId" }),
  "changePrice.input.variantId": known("var", "UNKNOWN_VARIANT", { foreign: "variantId" }),
  "recordOpeningStock.input.id": made("ops"),
  "recordOpeningStock.input.locationId": LOCATION,
  "recordOpeningStock.input.lines.0.variant.id": STOCKED,
  "adjustStock.input.id": made("adj"),
  "adjustStock.input.locationId": LOCATION,
  "adjustStock.input.lines.0.variant.id": STOCKED,
  "createCustomer.input.id": made("cus"),
  "updateCustomer.input.customerId": CUSTOMER,
  "patchCustomer.input.customerId": CUSTOMER,
  "patchCustomer.input.groupIds.0": known("grp", "UNKNOWN_CUSTOMER_GROUP <", { foreign: "groupId" }),
  "eraseCustomer.input.customerId": CUSTOMER,
  "completeSale.input.id": made("sal"),
  "completeSale.input.lines.0.variant.id": SOLD,
  "completeSale.input.lines.0.taxCodeId": TAXED,
  "completeSale.input.lines.0.categoryId": DEPARTMENT,
  "completeSale.input.payments.0.id": made("pay", "INVALID_PAYMENT"),
  "completeSale.input.payments.0.methodId": METHOD,
  ...causes("completeSale.input"),
  "completeSale.input.customerId": { ...CUSTOMER, broken: "INVALID_CUSTOMER" },
  "completeSale.input.operatorId": known("stf", "", { broken: "INVALID_OPERATOR", ...HAPPENED }),
  "priceSale.input.id": made("sal"),
  "priceSale.input.lines.0.variant.id": SOLD,
  "priceSale.input.lines.0.taxCodeId": TAXED,
  "priceSale.input.lines.0.categoryId": DEPARTMENT,
  "priceSale.input.payments.0.id": made("pay", "INVALID_PAYMENT"),
  "priceSale.input.payments.0.methodId": METHOD,
  ...causes("priceSale.input"),
  // Whose it is does not change what it comes to.
  "priceSale.input.customerId": known("cus", "answered", { broken: "INVALID_CUSTOMER" }),
  "priceSale.input.operatorId": known("stf", "answered", { broken: "INVALID_OPERATOR" }),
  // A terminal's location is its own, and what is not there is not tested.
  "priceSale.locationId": known("loc", "answered"),
  "priceSale.testedPromotionIds.0": known("prm", "answered"),
  "syncSales.input.sales.0.id": made("sal"),
  "syncSales.input.sales.0.lines.0.variant.id": { ...SOLD, ...HAPPENED },
  "syncSales.input.sales.0.lines.0.taxCodeId": { ...TAXED, ...HAPPENED },
  "syncSales.input.sales.0.lines.0.categoryId": { ...DEPARTMENT, ...HAPPENED },
  "syncSales.input.sales.0.payments.0.id": made("pay", "INVALID_PAYMENT"),
  "syncSales.input.sales.0.payments.0.methodId": { ...METHOD, ...HAPPENED },
  ...causes("syncSales.input.sales.0", HAPPENED),
  "syncSales.input.sales.0.customerId": { ...CUSTOMER, broken: "INVALID_CUSTOMER", ...HAPPENED },
  "syncSales.input.sales.0.operatorId": CLAIMED_OPERATOR,
  "syncFacts.input.facts.0.sale.id": made("sal"),
  "syncFacts.input.facts.0.sale.lines.0.variant.id": { ...SOLD, ...HAPPENED },
  "syncFacts.input.facts.0.sale.lines.0.taxCodeId": { ...TAXED, ...HAPPENED },
  "syncFacts.input.facts.0.sale.lines.0.categoryId": { ...DEPARTMENT, ...HAPPENED },
  "syncFacts.input.facts.0.sale.payments.0.id": made("pay", "INVALID_PAYMENT"),
  "syncFacts.input.facts.0.sale.payments.0.methodId": { ...METHOD, ...HAPPENED },
  ...causes("syncFacts.input.facts.0.sale", HAPPENED),
  "syncFacts.input.facts.0.sale.customerId": { ...CUSTOMER, broken: "INVALID_CUSTOMER", ...HAPPENED },
  "syncFacts.input.facts.0.sale.operatorId": CLAIMED_OPERATOR,
  "syncFacts.input.facts.0.refund.id": made("ref"),
  "syncFacts.input.facts.0.refund.saleId": known("sal", "UNKNOWN_SALE", { foreign: "saleId" }),
  // A terminal's location is its own, whatever is sent.
  "syncFacts.input.facts.0.refund.locationId": known("loc", "", HAPPENED),
  "syncFacts.input.facts.0.refund.customerId": { ...CUSTOMER, broken: "INVALID_CUSTOMER", ...HAPPENED },
  "syncFacts.input.facts.0.refund.lines.0.variant.id": { ...SOLD, ...HAPPENED },
  "syncFacts.input.facts.0.refund.lines.0.taxCodeId": { ...TAXED, ...HAPPENED },
  "syncFacts.input.facts.0.refund.payments.0.id": made("pay", "INVALID_PAYMENT"),
  "syncFacts.input.facts.0.refund.payments.0.paymentId": known("pay", "", { foreign: "paymentId", ...HAPPENED }),
  "syncFacts.input.facts.0.refund.operatorId": CLAIMED_OPERATOR,
  "syncFacts.input.facts.0.stockAdjustment.id": made("adj"),
  "syncFacts.input.facts.0.stockAdjustment.locationId": known("loc", "UNKNOWN_LOCATION", { foreign: "locationId" }),
  "syncFacts.input.facts.0.stockAdjustment.lines.0.variant.id": STOCKED,
  "refundSale.input.id": made("ref"),
  "refundSale.input.saleId": known("sal", "UNKNOWN_SALE", { foreign: "saleId", located: "saleId" }),
  "refundSale.input.locationId": { ...LOCATION, good: 1 },
  ...exchange("exchangeSale.input", 0),
  "exchangeSale.input.sale.operatorId": known("stf", "", { broken: "INVALID_OPERATOR", ...HAPPENED }),
  ...exchange("syncFacts.input.facts.0.exchange", 12, HAPPENED),
  "syncFacts.input.facts.0.exchange.sale.operatorId": CLAIMED_OPERATOR,
  "refundSale.input.customerId": CUSTOMER,
  "refundSale.input.operatorId": known("stf", "", { broken: "INVALID_OPERATOR", good: 1, ...HAPPENED }),
  "refundSale.input.lines.0.variant.id": SOLD,
  "refundSale.input.lines.0.taxCodeId": TAXED,
  "refundSale.input.payments.0.id": made("pay", "INVALID_PAYMENT"),
  "refundSale.input.payments.0.paymentId": known("pay", "UNKNOWN_PAYMENT", { foreign: "paymentId" }),
  "recordJournalEntry.input.id": made("jou"),
  "recordJournalEntry.input.locationId": LOCATION,
  "createReportSchedule.input.id": made("rsc"),
  "createReportSchedule.input.locationId": LOCATION,
  "updateReportSchedule.input.reportScheduleId": SCHEDULE,
  "patchReportSchedule.input.reportScheduleId": SCHEDULE,
  "deleteReportSchedule.input.reportScheduleId": SCHEDULE,
  "sendReport.input.id": made("rsn"),
  "sendReport.input.locationId": LOCATION,
  "resolveException.input.subject": known("sal", "UNKNOWN_EXCEPTION", { foreign: "saleId", located: "saleId" }),
  ...Object.fromEntries(moduleContracts.flatMap(({ ids = {} }) => Object.entries(ids))),
};

/** What is spoilt about an id that is right. */
export const MALFORMED_IDS: readonly (readonly [name: string, spoil: (id: string) => string])[] = [
  ["of another kind", (id) => `${id.startsWith("cat") ? "tax" : "cat"}${id.slice(3)}`],
  ["in lower case", (id) => id.toLowerCase()],
  ["with its letters in lower case", (id) => id.slice(0, 4) + id.slice(4).toLowerCase()],
  ["without its prefix", (id) => id.slice(4)],
  ["with a letter no ULID has", (id) => `${id.slice(0, -1)}U`],
  ["one character short", (id) => id.slice(0, -1)],
  ["one character long", (id) => `${id}0`],
  ["of a time beyond 48 bits", (id) => `${id.slice(0, 4)}8${id.slice(5)}`],
  ["with a key's separator", (id) => `${id.slice(0, 20)}#FACT`],
  ["that every object has", () => "__proto__"],
];

export const BROKEN_IDS: readonly (readonly [name: string, spoil: (id: string) => string])[] = [
  ["with a line end", (id) => `${id}\n`],
  ["with NUL", (id) => `${id.slice(0, -1)}\0`],
  ["with a lone surrogate", (id) => `${id.slice(0, -1)}\ud800`],
  ["of 1,000 characters", (id) => id + "0".repeat(970)],
  ["of 100,000 characters", () => "0".repeat(100_000)],
];

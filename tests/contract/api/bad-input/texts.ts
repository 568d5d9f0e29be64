import { moduleContracts } from "../../generated/modules.ts";
import type { TextRow } from "../../module-contract.ts";

const query = (code: string): TextRow => ({ max: 64, code, at: "" });
const row = (max: number, code: string, more: Partial<TextRow> = {}): TextRow => ({ max, code, ...more });
const email = (text: string) => `${text}@shop.example`;

const NAME = row(200, "INVALID_NAME");
const NOTE = row(500, "INVALID_NOTE");
const REASON = row(500, "INVALID_REASON");
const CODE = row(64, "INVALID_CODE");
const EMAIL = row(320, "INVALID_EMAIL", { shape: email });
const REFERENCE = row(100, "INVALID_PAYMENT");
const DESCRIPTION = row(200, "INVALID_DESCRIPTION");
const COUPON = row(64, "INVALID_ADJUSTMENT");
const SOLD = row(64, "INVALID_VARIANT");
const STOCKED = row(64, "UNKNOWN_VARIANT", { up: 1 });
const CURSOR = query("BAD_REQUEST");

const RECIPIENT = row(254, "INVALID_RECIPIENTS", { shape: email });
const SEARCH = row(200, "BAD_REQUEST", { at: "" });

const variant = (at: string): { readonly [place: string]: TextRow } => ({
  [`${at}.sku`]: row(64, "INVALID_SKU"),
  [`${at}.name`]: NAME,
  [`${at}.barcodes.0`]: row(64, "INVALID_BARCODE", { up: 1 }),
});
const pack = (at: string): { readonly [place: string]: TextRow } => ({
  [`${at}.packs.0.name`]: row(40, "INVALID_NAME"),
  [`${at}.packs.0.barcode`]: row(64, "INVALID_BARCODE"),
});
const cart = (at: string): { readonly [place: string]: TextRow } => ({
  [`${at}.lines.0.variant.sku`]: SOLD,
  [`${at}.lines.0.variant.barcode`]: SOLD,
  [`${at}.lines.0.description`]: DESCRIPTION,
  [`${at}.lines.0.code`]: row(100, "INVALID_LINE"),
  [`${at}.lines.0.priceReason`]: REASON,
  [`${at}.lines.0.note`]: NOTE,
  [`${at}.lines.0.adjustments.0.reason`]: REASON,
  [`${at}.lines.0.adjustments.0.couponCode`]: COUPON,
  [`${at}.adjustments.0.reason`]: REASON,
  [`${at}.adjustments.0.couponCode`]: COUPON,
  [`${at}.note`]: NOTE,
});
const sale = (at: string): { readonly [place: string]: TextRow } => ({
  ...cart(at),
  [`${at}.payments.0.reference`]: REFERENCE,
});

const refund = (at: string): { readonly [place: string]: TextRow } => ({
  [`${at}.lines.0.variant.sku`]: SOLD,
  [`${at}.lines.0.variant.barcode`]: SOLD,
  [`${at}.lines.0.description`]: DESCRIPTION,
  [`${at}.payments.0.reference`]: REFERENCE,
  [`${at}.reason`]: REASON,
});
const exchange = (at: string): { readonly [place: string]: TextRow } => ({
  [`${at}.reason`]: REASON,
  [`${at}.paymentsBack.0.reference`]: REFERENCE,
  ...sale(`${at}.sale`),
});
const adjustment = (at: string): { readonly [place: string]: TextRow } => ({
  [`${at}.reason`]: REASON,
  [`${at}.lines.0.variant.sku`]: STOCKED,
  [`${at}.lines.0.variant.barcode`]: STOCKED,
});

export const TEXTS: { readonly [place: string]: TextRow } = {
  "variant.by.sku": query("null"),
  "variant.by.barcode": query("null"),
  "products.search": SEARCH,
  "products.after": CURSOR,
  "movements.after": CURSOR,
  "lowStockPage.after": CURSOR,
  "reportSendings.after": CURSOR,
  "stockLevels.skus.0": query("0 nodes"),
  "stockLevels.search": SEARCH,
  "customers.search": SEARCH,
  "stockLevels.after": CURSOR,
  "customers.after": CURSOR,
  "sales.after": CURSOR,
  "sales.before": CURSOR,
  "sales.filter.receiptNumber": query("0 nodes"),
  "exceptions.after": CURSOR,
  "createLocation.input.code": CODE,
  "createLocation.input.name": NAME,
  "createLocation.input.timeZone": row(64, "INVALID_TIME_ZONE"),
  "createStaff.input.name": NAME,
  "createStaff.input.email": EMAIL,
  "createStaff.input.password": row(128, "INVALID_PASSWORD", { shape: (text) => `${text} and twelve` }),
  "createStaff.input.operatorNumber": row(10, "INVALID_OPERATOR_NUMBER"),
  "createStaff.input.pin": row(12, "INVALID_PIN"),
  "createTerminal.input.code": CODE,
  "createTerminal.input.name": NAME,
  "activateTerminal.input.activationCode": row(40, "INVALID_ACTIVATION_CODE"),
  "activateTerminal.input.name": NAME,
  "activateTerminal.input.publicKey": row(500, "INVALID_PUBLIC_KEY"),
  "createTaxCode.input.name": NAME,
  "createCategory.input.name": NAME,
  "createProduct.input.name": NAME,
  ...variant("createProduct.input.variants.0"),
  ...pack("createProduct.input.variants.0"),
  ...pack("addVariant.input.variant"),
  ...pack("patchVariant.input"),
  "updateProduct.input.name": NAME,
  "patchProduct.input.name": NAME,
  ...variant("addVariant.input.variant"),
  ...variant("updateVariant.input"),
  ...variant("patchVariant.input"),
  "recordOpeningStock.input.lines.0.variant.sku": STOCKED,
  "recordOpeningStock.input.lines.0.variant.barcode": STOCKED,
  ...adjustment("adjustStock.input"),
  "createCustomer.input.name": NAME,
  "createCustomer.input.email": EMAIL,
  "createCustomer.input.phone": row(64, "INVALID_PHONE"),
  "createCustomer.input.note": NOTE,
  "updateCustomer.input.name": NAME,
  "updateCustomer.input.email": EMAIL,
  "updateCustomer.input.phone": row(64, "INVALID_PHONE"),
  "updateCustomer.input.note": NOTE,
  "patchCustomer.input.name": NAME,
  "patchCustomer.input.email": EMAIL,
  "patchCustomer.input.phone": row(64, "INVALID_PHONE"),
  "patchCustomer.input.note": NOTE,
  "patchCustomer.input.taxExemption.certificateNumber": row(64, "TAX_EXEMPTION_INVALID"),
  ...sale("completeSale.input"),
  ...sale("priceSale.input"),
  ...sale("syncSales.input.sales.0"),
  ...sale("syncFacts.input.facts.0.sale"),
  ...cart("parkSale.input"),
  ...cart("createQuote.input"),
  ...refund("syncFacts.input.facts.0.refund"),
  ...adjustment("syncFacts.input.facts.0.stockAdjustment"),
  ...refund("refundSale.input"),
  ...exchange("exchangeSale.input"),
  ...exchange("syncFacts.input.facts.0.exchange"),
  "recordJournalEntry.input.reason": REASON,
  "createReportSchedule.input.timeOfDay": row(5, "INVALID_TIME"),
  "createReportSchedule.input.recipients.0": RECIPIENT,
  "updateReportSchedule.input.timeOfDay": row(5, "INVALID_TIME"),
  "updateReportSchedule.input.recipients.0": RECIPIENT,
  "patchReportSchedule.input.timeOfDay": row(5, "INVALID_TIME"),
  "patchReportSchedule.input.recipients.0": RECIPIENT,
  "sendReport.input.recipients.0": RECIPIENT,
  "resolveException.input.code": row(64, "UNKNOWN_EXCEPTION", { at: "input.subject" }),
  "resolveException.input.note": NOTE,
  ...Object.fromEntries(moduleContracts.flatMap(({ texts = {} }) => Object.entries(texts))),
};

/** Where a guess is counted: tried each under a name of its own, see credentials.test.ts. */
export const CREDENTIALS: readonly string[] = [
  "signIn.input.email",
  "signIn.input.password",
  "signIn.input.totp",
  "signInOperator.input.operatorNumber",
  "signInOperator.input.pin",
  "updateAccount.input.currentPassword",
  "changePassword.input.currentPassword",
  "changePin.input.currentPassword",
];

/** What no text may hold. */
export const BROKEN: readonly (readonly [name: string, text: string])[] = [
  ["NUL", "a\0b"],
  ["a line end", "a\nb"],
  ["a carriage return", "a\rb"],
  ["a tab", "a\tb"],
  ["an escape", "a\u001b@b"],
  ["DEL", "a\u007fb"],
  ["a C1 control", "a\u0085b"],
  ["a lone high surrogate", "a\ud800b"],
  ["a lone low surrogate", "a\udc00b"],
  ["a surrogate pair the wrong way round", "a\udc00\ud800b"],
];

/** The refusal of a place, as it is answered. */
export function refusalAt({ code, up = 0, at }: TextRow, path: readonly string[]): string {
  const place = at ?? path.slice(0, path.length - up).join(".");
  return place === "" ? code : `${code} ${place}`;
}

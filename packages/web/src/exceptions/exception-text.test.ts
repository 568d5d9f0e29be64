import { EXCEPTION_CODES, type ExceptionCode } from "@pos/core/generated/names.ts";
import { CATALOGUE } from "@pos/messages/catalogue.ts";
import { DEFAULT_LOCALES, LANGUAGES, type Language } from "@pos/messages/languages.ts";
import { messageTree } from "@pos/messages/message-tree.ts";
import type { Translate } from "@pos/messages/translate.ts";
import type { ExceptionDetailWholeFragment } from "@pos/web/graphql/generated/graphql.ts";
import { createI18n, type I18n } from "@pos/web/i18n/i18n.ts";
import { createTranslator } from "use-intl/core";
import { describe, expect, test } from "vitest";
import { exceptionText } from "./exception-text.ts";

/** As the provider of the pages makes it: a message whose values are missing is its key. */
function i18nOf(language: Language): I18n {
  const locale = DEFAULT_LOCALES[language];
  const messages = messageTree(CATALOGUE[language]);
  return createI18n(createTranslator({ locale, messages, onError: () => {} }) as unknown as Translate, locale);
}

const ENGLISH = i18nOf("en");
const CHINESE = i18nOf("zh");

function detail(name: string, fields: Partial<ExceptionDetailWholeFragment>): ExceptionDetailWholeFragment {
  const none = { amount: null, unitPrice: null, instant: null, staffId: null, staff: null, text: null };
  return { name, currency: "GBP", ...none, ...fields };
}

const textOf = (i18n: I18n, code: string, details: ExceptionDetailWholeFragment[]) =>
  exceptionText(i18n, { code, details }, "Europe/London");

test("exceptionText: money in the merchant's currency when the details are amounts", () => {
  const details = [detail("given", { amount: { amount: 123_456, currency: "GBP" } }), detail("limit", { text: "20" })];
  expect(textOf(ENGLISH, "DISCOUNT_NOT_ALLOWED", details)).toBe(
    "Discounts of £1,234.56 were given; at most 20% of the price is allowed.",
  );
  expect(textOf(CHINESE, "DISCOUNT_NOT_ALLOWED", details)).toBe("折扣共 £1,234.56，最多可减价 20%。");
});

test("exceptionText: a minus sign when stock is below zero (day B28)", () => {
  const details = [detail("sku", { text: "SCARF" }), detail("onHand", { text: "-12.5" })];
  expect(textOf(ENGLISH, "STOCK_NEGATIVE", details)).toBe("SCARF: −12.5 in stock on record.");
  const dated = [detail("sku", { text: "-A-1" }), detail("onHand", { text: "-1" })];
  expect(textOf(ENGLISH, "STOCK_NEGATIVE", dated)).toBe("-A-1: −1 in stock on record.");
});

test("exceptionText: people by their names, and times in the location's zone", () => {
  const details = [
    detail("operator", { staffId: "stf_1", staff: { id: "stf_1", name: "Ada" } }),
    detail("occurredAt", { instant: "2026-06-15T09:00:00.000Z" }),
  ];
  expect(textOf(ENGLISH, "OPERATOR_NOT_SIGNED_IN", details)).toMatch(/^It names Ada, .* 15 Jun 2026, 10:00\.$/);
  const unknown = [detail("operator", { staffId: "stf_2" }), ...details.slice(1)];
  expect(textOf(ENGLISH, "OPERATOR_NOT_SIGNED_IN", unknown)).toMatch(/an unknown person/);
});

test("exceptionText: undefined when details are missing, or the code has no words", () => {
  expect(textOf(ENGLISH, "PAYMENT_MISMATCH", [])).toBeUndefined();
  expect(textOf(ENGLISH, "OF_A_LATER_VERSION", [])).toBeUndefined();
});

/**
 * What the server states with each code. An exception of an earlier version states nothing. A module that is not in the list
 * tests its own; here its texts only have to agree.
 */
const DETAILS: { readonly [Code in ExceptionCode]?: readonly string[] } = {
  UNKNOWN_TAX_CODE: [],
  CODE_TAKEN: ["code"],
  BEFORE_PAIRING: ["occurredAt", "pairedAt"],
  OPERATOR_NOT_SIGNED_IN: ["occurredAt", "operator"],
  SKU_TAKEN: ["sku"],
  BARCODE_TAKEN: ["barcode"],
  STOCK_NEGATIVE: ["onHand", "sku"],
  COST_UNKNOWN: ["sku"],
  UNKNOWN_CUSTOMER: [],
  UNKNOWN_PAYMENT_METHOD: [],
  METHOD_NOT_AVAILABLE: ["method"],
  PAYMENT_MISMATCH: ["due", "paid"],
  CASH_BACK_TOO_LARGE: ["given", "limit"],
  TENDERED_NOT_ALLOWED: ["method", "tendered"],
  UNKNOWN_VARIANT: ["variant"],
  VARIANT_DISCONTINUED: ["sku", "variant"],
  UNKNOWN_OPERATOR: [],
  DISCOUNT_TOO_LARGE: [],
  DISCOUNT_NOT_ALLOWED: ["given", "limit"],
  PROMOTION_NOT_AVAILABLE: [],
  PROMOTION_MISMATCH: ["charged", "expected"],
  COUPON_UNKNOWN: ["coupon"],
  COUPON_EXPIRED: ["coupon"],
  COUPON_USED_UP: [],
  COUPON_NOT_AVAILABLE: [],
  APPROVAL_NOT_AVAILABLE: [],
  TOTAL_MISMATCH: ["expected", "total"],
  PRICE_OVERRIDDEN: ["catalog", "charged", "sku"],
  TIME_BEFORE_PREVIOUS: ["occurredAt", "previous", "previousAt"],
  PRICE_ASSUMED: [],
  CLOCK_SKEW: ["occurredAt", "recordedAt"],
  LATE: ["occurredAt", "recordedAt"],
  SEQUENCE_GAP: ["numbers"],
  SEQUENCE_JUMP: ["last", "sequence"],
  SEQUENCE_REUSED: ["sequence"],
  ID_CONFLICT: [],
  REFUND_NOT_ALLOWED: [],
  REFUND_ABOVE_LIMIT: ["limit", "total"],
  REFUND_ABOVE_PRICE: ["catalog", "charged", "sku"],
  REFUND_EXCEEDS_SALE: ["left", "quantity"],
  REFUND_EXCEEDS_PAYMENT: ["left", "paid"],
  UNKNOWN_PAYMENT: [],
  DRAWER_NEGATIVE: ["left", "paid"],
};

describe("exceptionText: both languages state the same details", () => {
  const names = (text: string) => [...new Set([...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name))].sort();
  test.each(EXCEPTION_CODES)("%s", (code) => {
    const stated = DETAILS[code];
    const textIn = (language: Language) =>
      (CATALOGUE[language] as Readonly<Record<string, string | undefined>>)[`exceptionText.${code}`] ?? code;
    for (const language of LANGUAGES) {
      const text = textIn(language);
      if (stated !== undefined) expect(text).not.toBe(code);
      expect(names(text)).toEqual(stated ?? names(textIn("en")));
    }
    for (const i18n of [ENGLISH, CHINESE]) expect(i18n.code("exception", code)).not.toBe(code);
  });
});

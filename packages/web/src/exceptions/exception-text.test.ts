import { EXCEPTION_CODES, type ExceptionCode } from "@pos/core/generated/names.ts";
import { en, zh } from "@pos/web/generated/messages.ts";
import type { ExceptionDetailWholeFragment } from "@pos/web/graphql/generated/graphql.ts";
import { createFormats } from "@pos/web/i18n/formats.ts";
import type { I18n } from "@pos/web/i18n/provider.tsx";
import { createTranslate, type Dictionary, translateCode } from "@pos/web/i18n/translate.ts";
import { describe, expect, test } from "vitest";
import { exceptionText } from "./exception-text.ts";

function i18nOf(language: "en" | "zh", dictionary: Dictionary): I18n {
  const locale = language === "en" ? "en-GB" : "zh-CN";
  const t = createTranslate(dictionary, language);
  const code: I18n["code"] = (prefix, name) => translateCode(dictionary, prefix, name);
  return { language, locale, t, code, format: createFormats(locale), refusal: ({ code: name }) => name };
}

const ENGLISH = i18nOf("en", en);
const CHINESE = i18nOf("zh", zh);

function detail(name: string, fields: Partial<ExceptionDetailWholeFragment>): ExceptionDetailWholeFragment {
  const none = { amount: null, unitPrice: null, instant: null, staffId: null, staff: null, text: null };
  return { name, currency: "GBP", ...none, ...fields };
}

const textOf = (i18n: I18n, code: string, details: ExceptionDetailWholeFragment[]) =>
  exceptionText(i18n, { code, details }, "Europe/London");

test("exceptionText: money in the merchant's currency when the details are amounts", () => {
  const details = [detail("given", { amount: { amount: 123_456, currency: "GBP" } }), detail("limit", { text: "20" })];
  expect(textOf(ENGLISH, "DISCOUNT_NOT_ALLOWED", details)).toBe(
    "Discounts of £1,234.56 were given; at most 20 % of the price is allowed.",
  );
  expect(textOf(CHINESE, "DISCOUNT_NOT_ALLOWED", details)).toBe("折扣共 £1,234.56，最多可减价 20%。");
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
  TENDERED_NOT_ALLOWED: ["method", "tendered"],
  UNKNOWN_VARIANT: ["variant"],
  UNKNOWN_OPERATOR: [],
  DISCOUNT_TOO_LARGE: [],
  DISCOUNT_NOT_ALLOWED: ["given", "limit"],
  PROMOTION_NOT_AVAILABLE: [],
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
    for (const i18n of [ENGLISH, CHINESE]) {
      const text = i18n.code("exceptionText", code);
      if (stated !== undefined) expect(text).not.toBe(code);
      expect(names(text)).toEqual(stated ?? names(ENGLISH.code("exceptionText", code)));
      expect(i18n.code("exception", code)).not.toBe(code);
    }
  });
});

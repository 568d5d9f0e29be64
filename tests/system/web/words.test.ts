import { CATALOGUE } from "@pos/messages/catalogue.ts";
import { DEFAULT_LOCALES, LANGUAGES } from "@pos/messages/languages.ts";
import { messageTree } from "@pos/messages/message-tree.ts";
import { type Translate, translateCode } from "@pos/messages/translate.ts";
import { createTranslator } from "use-intl/core";
import { describe, expect, test } from "vitest";
import { codesIn, codesOf, latinIn } from "./words.ts";

describe.each(LANGUAGES)("messages: %s", (language) => {
  const locale = DEFAULT_LOCALES[language];
  const t = createTranslator({ locale, messages: messageTree(CATALOGUE[language]) }) as unknown as Translate;

  test.each([
    ["FailureCode", "refusal"],
    ["ExceptionCode", "exception"],
    ["PaymentMethod", "method"],
    ["Role", "role"],
    ["ExceptionStatus", "status"],
    ["TaxLevel", "taxLevel"],
    ["TaxRegimeName", "taxRegime"],
    ["FapiaoBuyerKind", "fapiaoBuyer"],
    ["TaxRounding", "taxRounding"],
    ["SetupStepName", "setup"],
  ] as const)("every %s is shown in words (dashboard bugs 12, 21)", (name, prefix) => {
    const codes = codesOf(name);
    expect(codes.length).toBeGreaterThanOrEqual(2);
    for (const code of codes) {
      const text = translateCode(t, prefix, code);
      expect([code, t.has(`${prefix}.${code}`), codesIn(text)]).toEqual([code, true, []]);
      expect(language === "zh" ? latinIn(text, []) : []).toEqual([]);
    }
  });

  test("a code of a later version is shown in words, too", () => {
    for (const prefix of ["refusal", "exception", "method", "role", "status"] as const)
      expect(codesIn(translateCode(t, prefix, "OF_A_LATER_VERSION"))).toEqual([]);
  });
});

test("messages: no Chinese one has words of another language, beyond a list", () => {
  const found = Object.entries(CATALOGUE.zh).flatMap(([key, message]) => {
    const words = latinIn(withoutArguments(message), []);
    return words.length === 0 ? [] : [`${key}: ${words.join(", ")}`];
  });
  expect(found).toEqual([]);
});

/** What a reader sees of a message in ICU syntax. */
function withoutArguments(message: string): string {
  return message
    .replace(/\{\w+(, \w+)?\}/g, " ")
    .replace(/\{\w+, (plural|select),/g, " ")
    .replace(/(=\d+|\w+) \{/g, " ");
}

test("codesIn: finds codes of the contract and what looks like one, and no other words", () => {
  expect(codesIn("Refused: STOCK_NEGATIVE (LTT-BLUE)")).toEqual(["STOCK_NEGATIVE"]);
  expect(codesIn("Paid by CASH, not in cash; OF_A_LATER_VERSION")).toEqual(["CASH", "OF_A_LATER_VERSION"]);
  expect(codesIn("SKU LTT-BLUE, PIN, 20% VAT, EN")).toEqual([]);
});

test("latinIn: finds words of another language, and no names, units or ids", () => {
  expect(latinIn("商品 Blue 已 archived，编号 …NGBSMN，SKU LTT", ["Blue – LTT"])).toEqual(["archived"]);
  expect(latinIn("80 mm 热敏纸", [])).toEqual([]);
});

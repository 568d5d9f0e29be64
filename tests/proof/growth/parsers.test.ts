import { canonicalJson, withoutEmpty } from "@pos/core/base/canonical.ts";
import { canonicalDecimal, toScaled } from "@pos/core/base/decimal.ts";
import { asciiAddress } from "@pos/core/base/email.ts";
import { comparedBarcode } from "@pos/core/base/gtin.ts";
import { isId } from "@pos/core/base/id.ts";
import { parseQuantity } from "@pos/core/base/quantity.ts";
import { cleanCode, cleanName, foldedCode, nameProblem, soughtCode } from "@pos/core/base/text.ts";
import { isCalendarDate, isTimeZone, parseInstant } from "@pos/core/base/time.ts";
import { searchWords, wordsOf } from "@pos/core/base/words.ts";
import { parsePrice } from "@pos/core/goods/catalog/index.ts";
import { parseToken } from "@pos/core/people/access/index.ts";
import { deviceOfOwnPage, sessionOfOwnPage } from "@pos/functions/api/cookie.ts";
import { isJson } from "@pos/functions/api/headers.ts";
import { networkOf } from "@pos/functions/api/network.ts";
import { DIRECT, isOwnOrigin } from "@pos/functions/api/origin.ts";
import { checkSearch, pageRequest } from "@pos/functions/api/pages.ts";
import { parseSender } from "@pos/functions/platform/mail-address.ts";
import { stepFor } from "@pos/functions/realtime/protocol.ts";
import { cleaned } from "@pos/host/cli/import/text.ts";
import { readNumber } from "@pos/web/components/typed-number.ts";
import { quantityOf } from "@pos/web/terminal/cart/cart.ts";
import { createCatalogIndex } from "@pos/web/terminal/catalog/catalog-index.ts";
import { typedCode } from "@pos/web/terminal/goods/typed-code.ts";
import { describe, expect, test } from "vitest";
import { defeats, textsOf } from "./growth.ts";

const CATALOG = createCatalogIndex([], [], "en");
const OWN_PAGE = { origin: "http://pos.example", host: "pos.example" };

/** Everything that reads a text from outside: of a request, of a file, or what a person types on a page. */
const PARSERS: { readonly [name: string]: (text: string) => unknown } = {
  canonicalDecimal,
  toScaled: (text) => toScaled(text, 6),
  parseQuantity,
  parsePrice,
  parseInstant,
  isCalendarDate,
  isTimeZone,
  isId: (text) => isId("sal", text),
  nameProblem: (text) => nameProblem(text),
  cleanName,
  cleanCode,
  soughtCode,
  foldedCode,
  comparedBarcode,
  asciiAddress,
  wordsOf: (text) => wordsOf(text),
  searchWords,
  canonicalJson: (text) => canonicalJson({ text }),
  withoutEmpty: (text) => withoutEmpty({ [text]: text }),
  parseToken,
  sessionOfOwnPage: (text) => sessionOfOwnPage({ ...OWN_PAGE, cookie: text }, DIRECT),
  deviceOfOwnPage: (text) => deviceOfOwnPage({ ...OWN_PAGE, cookie: text }, DIRECT),
  isOwnOrigin: (text) => isOwnOrigin({ origin: text, host: text }, DIRECT),
  networkOf,
  isJson,
  checkSearch,
  pageRequest: (text) => pageRequest({ after: text }, "list"),
  parseSender,
  stepFor: (text) => stepFor(text, { acknowledged: true }),
  "import: cleaned": (text) => cleaned(text, 200),
  "page: readNumber, money": (text) => readNumber(text, { kind: "money", currency: "GBP" }),
  "page: readNumber, quantity": (text) => readNumber(text, { kind: "quantity" }),
  "page: quantityOf": quantityOf,
  "page: typedCode": typedCode,
  "page: byCode": (text) => CATALOG.byCode(text),
  "page: search": (text) => CATALOG.search(text),
};

describe("parsers: their time grows with the length of the text, not faster", () => {
  test.each(Object.entries(PARSERS))("%s", async (_name, parser) => {
    expect(await defeats(textsOf(), parser)).toEqual([]);
  });
});

describe("growth: planted parsers are found", () => {
  test("A1: zeros that are stripped by a pattern", async () => {
    const texts = textsOf().filter(([name]) => name === '["","0","x"]');
    expect(await defeats(texts, (text) => text.replace(/0+$/, ""))).toHaveLength(1);
  });

  test("A2: a suggestion that is removed by a pattern", async () => {
    const texts = textsOf().filter(([name]) => name === '["","Did you mean ","x"]');
    expect(await defeats(texts, (text) => text.replace(/ ?Did you mean .+\?$/s, ""))).toHaveLength(1);
  });
});

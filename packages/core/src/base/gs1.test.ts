import fc from "fast-check";
import { expect, test } from "vitest";
import { readElements } from "./gs1.ts";
import { withCheckDigit } from "./gtin.ts";

const GS = "\u001d";

/** In the form of the examples of the GS1 General Specifications: GTIN, expiry, lot, serial; weight and price of what is weighed. */
test("readElements: reads number, lot, expiry and serial, with each way to mark the identifiers", () => {
  const found = { gtin: "09506000134352", expiresOn: "2026-01-31", lot: "ABC123", serial: "4711" };
  const text = "(01)09506000134352(17)260131(10)ABC123(21)4711";
  const sent = `01095060001343521726013110ABC123${GS}214711`;
  const prefixed = ["C1", "e0", "d2", "Q3", "J1"].map((prefix) => `]${prefix}${sent}${GS}`);
  for (const code of [text, sent, ...prefixed, `${GS}${sent}`, sent.replace(GS, "|")])
    expect([code, readElements(code)]).toEqual([code, { ...found, text }]);
});

test("readElements: reads weight and price, skips what a counter does not use, and takes best before for an expiry", () => {
  expect(readElements("(01)09506000134352(3103)000480(3922)1299")).toMatchObject({
    weighed: { KILOGRAM: "0.48" },
    price: "12.99",
  });
  expect(readElements("0195060001343527")).toBeUndefined();
  expect(readElements(`]C101095060001343523724${GS}320200125015261200`)).toEqual({
    ...{ gtin: "09506000134352", weighed: { POUND: "12.5" }, expiresOn: "2026-12-31" },
    text: "(01)09506000134352(3202)001250(15)261200",
  });
});

test("readElements: an expiry counts before best before, and no weight is none", () => {
  const article = { gtin: "09506000134352", text: expect.any(String) };
  expect(readElements("(01)09506000134352(15)260131(17)260228")).toEqual({ ...article, expiresOn: "2026-02-28" });
  expect(readElements("(01)09506000134352(3103)000000")).toEqual(article);
  // A length in metres, and the variant of a product.
  expect(readElements("(01)09506000134352(3113)000480")).toEqual({ ...article, text: "(01)09506000134352" });
  expect(readElements("010950600013435220013103000480")).toEqual({ ...article, weighed: { KILOGRAM: "0.48" } });
});

test("readElements: returns undefined for elements that are cut off, twice there, or of no identifier", () => {
  const sent = "0109506000134352";
  for (const rest of [
    "310300048",
    `310300${GS}480`,
    "ABC",
    "1726013117260131",
    `10A${GS}10B`,
    `172601311526013131030004803203000480392212345678901234510${"L".repeat(20)}${GS}21S`,
  ])
    expect([rest, readElements(`${sent}${rest}`)]).toEqual([rest, undefined]);
  expect(readElements("(01)9506000134352")).toBeUndefined();
});

test("readElements: returns undefined for a wrong check digit, a day that is none, and codes of other kinds", () => {
  const wrong = [
    "0109506000134353",
    "(01)09506000134352(17)260231",
    "01095060001343",
    "4006381333931",
    "2100001027506",
  ];
  for (const code of [
    ...wrong,
    "",
    "(",
    "(01)",
    "ABC-1",
    "(01)09506000134352(01)09506000134352",
    `(01)09506000134352(10)${"L".repeat(21)}`,
  ])
    expect([code, readElements(code)]).toEqual([code, undefined]);
});

test("readElements: what it writes in brackets reads the same, and every text has an answer", () => {
  const digits = (length: number) => fc.array(fc.integer({ min: 0, max: 9 }), { minLength: length, maxLength: length });
  const lot = fc.stringMatching(/^[A-Z0-9-]{1,12}$/);
  fc.assert(
    fc.property(digits(12), lot, fc.integer({ min: 1, max: 999_999 }), (body, batch, grams) => {
      const gtin = withCheckDigit(`1${body.join("")}`);
      const weight = String(grams).padStart(6, "0");
      const read = readElements(`]C101${gtin}3103${weight}10${batch}`);
      expect(read).toMatchObject({ gtin, lot: batch, text: `(01)${gtin}(3103)${weight}(10)${batch}` });
      expect(readElements(read?.text ?? "")).toEqual(read);
    }),
    { numRuns: 500 },
  );
  fc.assert(fc.property(fc.string(), (text) => readElements(text)?.gtin !== ""));
});

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readTypedNumber } from "./typed-number.ts";

const GBP = { places: 2, signs: ["£", "GBP"] };
const CNY = { places: 2, signs: ["¥", "元", "CNY"] };
const JPY = { places: 0, signs: ["¥"] };
const KWD = { places: 3, signs: ["KWD"] };

const read = (text: string, field = GBP) => {
  const typed = readTypedNumber(text, field);
  return typed.ok ? typed.decimal : typed.problem;
};

describe("readTypedNumber", () => {
  test.each([
    ["1,299", "1299"],
    ["1,299.50", "1299.5"],
    ["1299.5", "1299.5"],
    ["1,234,567.89", "1234567.89"],
    [" 12 ", "12"],
    ["012.30", "12.3"],
    [".5", "0.5"],
    ["5.", "5"],
    ["+5", "5"],
    ["-0", "0"],
    ["£ 1,299.50", "1299.5"],
    ["12 GBP", "12"],
    ["999999999.99", "999999999.99"],
  ])("a number: %s is %s", (text, decimal) => expect(read(text)).toBe(decimal));

  test.each([
    ["1.999", "TOO_PRECISE"],
    ["1.290", "TOO_PRECISE"],
    ["1,29", "AMBIGUOUS"],
    ["12,5", "AMBIGUOUS"],
    ["0,299", "AMBIGUOUS"],
    ["1,2999", "AMBIGUOUS"],
    ["12,34,567", "AMBIGUOUS"],
    ["1,299,5", "AMBIGUOUS"],
    [",5", "AMBIGUOUS"],
    ["1.299,50", "NOT_A_NUMBER"],
    ["1.299.500", "NOT_A_NUMBER"],
    ["1 299", "NOT_A_NUMBER"],
    ["1'299", "NOT_A_NUMBER"],
    ["1e3", "NOT_A_NUMBER"],
    ["0x10", "NOT_A_NUMBER"],
    ["½", "NOT_A_NUMBER"],
    ["٣", "NOT_A_NUMBER"],
    ["", "NOT_A_NUMBER"],
    [".", "NOT_A_NUMBER"],
    [",", "NOT_A_NUMBER"],
    ["--5", "NOT_A_NUMBER"],
    ["$5", "NOT_A_NUMBER"],
    ["5%", "NOT_A_NUMBER"],
    ["-5", "NEGATIVE"],
    ["9".repeat(41), "NOT_A_NUMBER"],
  ])("no number: %s is %s", (text, problem) => expect(read(text)).toBe(problem));

  test.each([
    ["１，２９９．５０", "1299.5"],
    ["１２。５", "12.5"],
    ["￥１２．３４", "12.34"],
    ["１２元", "12"],
    ["－５", "NEGATIVE"],
    ["−5", "NEGATIVE"],
    ["１，２９", "AMBIGUOUS"],
    ["１２　", "12"],
  ])("a Chinese input method: %s is %s", (text, expected) => expect(read(text, CNY)).toBe(expected));

  test("currencies without decimals, and with three", () => {
    expect([
      read("1,299", JPY),
      read("1299", JPY),
      read("1299.", JPY),
      read("1299.0", JPY),
      read("1.299", JPY),
    ]).toEqual([...["1299", "1299", "1299", "TOO_PRECISE", "TOO_PRECISE"]]);
    expect([read("1,299", KWD), read("1.299", KWD), read("1.2995", KWD)]).toEqual(["1299", "1.299", "TOO_PRECISE"]);
  });
});

/** How a person who counts on fingers reads it: character by character, without patterns. */
function independentReading(text: string, places: number): string | undefined {
  const [whole = "", fraction, ...more] = text.split(".");
  if (more.length > 0) return undefined;
  const groups = whole.split(",");
  const isGrouped = groups.length > 1;
  if (
    isGrouped &&
    (groups.some((group, at) => (at > 0 ? group.length !== 3 : group.length < 1 || group.length > 3)) ||
      groups[0]?.startsWith("0"))
  )
    return undefined;
  const digits = groups.join("");
  if ((fraction ?? "").length > places || digits + (fraction ?? "") === "") return undefined;
  for (const character of digits + (fraction ?? "")) if (!"0123456789".includes(character)) return undefined;
  const value = BigInt(`0${digits}${(fraction ?? "").padEnd(places, "0")}`);
  const scaled = value.toString().padStart(places + 1, "0");
  const left = scaled.slice(0, scaled.length - places);
  let right = scaled.slice(scaled.length - places);
  while (right.endsWith("0")) right = right.slice(0, -1);
  return right === "" ? left : `${left}.${right}`;
}

test("readTypedNumber: reads as an independent reading does, or refuses where it does", () => {
  const pieces = fc.array(fc.constantFrom(..."0123456789,.".split(""), "000", "299", ","), { maxLength: 9 });
  fc.assert(
    fc.property(pieces, fc.constantFrom(0, 2, 3, 6), (parts, places) => {
      const text = parts.join("");
      const typed = readTypedNumber(text, { places });
      expect(typed.ok ? typed.decimal : undefined).toBe(independentReading(text, places));
    }),
    { numRuns: 5_000 },
  );
});

test("readTypedNumber: reads back what the page shows, in English and in Chinese", () => {
  const amount = fc.integer({ min: 0, max: 999_999_999_999 });
  fc.assert(
    fc.property(
      amount,
      fc.constantFrom("en-GB", "zh-CN"),
      fc.constantFrom("GBP", "CNY", "JPY", "KWD"),
      (minor, locale, currency) => {
        const digits = { GBP: 2, CNY: 2, JPY: 0, KWD: 3 }[currency] ?? 2;
        const decimal = (minor / 10 ** digits).toFixed(digits);
        const format = new Intl.NumberFormat(locale, { minimumFractionDigits: digits, maximumFractionDigits: digits });
        const typed = readTypedNumber(format.format(Number(decimal)), { places: digits });
        expect(typed.ok && Number(typed.decimal)).toBe(Number(decimal));
      },
    ),
    { numRuns: 2_000 },
  );
});

test("readTypedNumber: takes the same from full-width characters", () => {
  const text = fc
    .array(fc.constantFrom(..."0123456789,.+-".split("")), { maxLength: 12 })
    .map((parts) => parts.join(""));
  const wide = (plain: string) =>
    [...plain].map((c) => String.fromCodePoint((c.codePointAt(0) ?? 0) + 0xfee0)).join("");
  fc.assert(
    fc.property(text, (plain) => {
      expect(readTypedNumber(wide(plain), GBP)).toEqual(readTypedNumber(plain, GBP));
    }),
    { numRuns: 1_000 },
  );
});

import { type GraphQLScalarType, parseValue as parseLiteralText } from "graphql";
import { describe, expect, test } from "vitest";
import { CurrencyCodeScalar, DateScalar, DateTimeScalar, DecimalScalar, MinorUnitsScalar } from "./scalars.ts";

interface Case {
  readonly scalar: GraphQLScalarType<unknown, unknown>;
  readonly reads: readonly [sent: unknown, handedOn: unknown][];
  readonly refuses: readonly unknown[];
}

const CASES: readonly Case[] = [
  {
    scalar: DateTimeScalar,
    reads: [
      ["2026-11-22T09:30:00Z", "2026-11-22T09:30:00.000Z"],
      ["2026-11-22T09:30:00.1239+08:00", "2026-11-22T01:30:00.123Z"],
      ["2024-02-29T23:59:59.9999Z", "2024-02-29T23:59:59.999Z"],
      ["2026-01-01T00:30:00+01:00", "2025-12-31T23:30:00.000Z"],
    ],
    refuses: [
      "2026-11-22",
      "2026-11-22T09:30:00",
      "2026-02-29T00:00:00Z",
      "2026-13-01T00:00:00Z",
      "2026-11-22T24:00:00Z",
      "2026-11-22T09:30:00+25:00",
      "2026-11-22T09:30:00+0800",
      "now",
      "",
      1_700_000_000_000,
      null,
    ],
  },
  {
    scalar: DateScalar,
    reads: [["2024-02-29", "2024-02-29"]],
    refuses: ["2026-02-29", "2026-2-1", "2026-11-31", "2026-11-22T00:00:00Z", " 2026-11-22", 20261122],
  },
  {
    scalar: DecimalScalar,
    reads: [
      ["2.000", "2"],
      ["+0.375", "0.375"],
      ["-0", "0"],
      ["-0.00", "0"],
      ["007.10", "7.1"],
      ["100", "100"],
      ["-2.550", "-2.55"],
    ],
    refuses: ["1e3", ".5", "5.", "", "-", "1,5", " 1", "0x1", "NaN", "Infinity", "１", 1, 1.5],
  },
  {
    scalar: MinorUnitsScalar,
    reads: [
      [0, 0],
      [-0, 0],
      [-250, -250],
      [Number.MAX_SAFE_INTEGER, Number.MAX_SAFE_INTEGER],
      [-Number.MAX_SAFE_INTEGER, -Number.MAX_SAFE_INTEGER],
    ],
    refuses: [1.5, 2 ** 53, -(2 ** 53), "1", true, Number.NaN, Number.POSITIVE_INFINITY, null],
  },
  { scalar: CurrencyCodeScalar, reads: [["EUR", "EUR"]], refuses: ["eur", "EURO", "E1R", "", "EUR\n", 978] },
];

for (const { scalar, reads, refuses } of CASES) {
  describe(`scalar ${scalar.name}`, () => {
    test.each(reads)("reads %j as %j, from a variable and from the document", (sent, handedOn) => {
      expect(scalar.parseValue(sent)).toBe(handedOn);
      expect(scalar.parseLiteral(parseLiteralText(Object.is(sent, -0) ? "-0" : JSON.stringify(sent)))).toBe(handedOn);
      expect(scalar.serialize(handedOn)).toBe(handedOn);
    });
    test.each(refuses.map((sent) => [sent]))("refuses %j without repeating it", (sent) => {
      expect(() => scalar.parseValue(sent)).toThrow(`${scalar.name} must be`);
      expect(() => scalar.serialize(sent)).toThrow(`${scalar.name} must be`);
    });
  });
}

test.each(["1e3", "1.0", "9007199254740992", '"1"', "null", "[1]"])(
  "scalar MinorUnits: refuses the literal %s",
  (text) => {
    expect(() => MinorUnitsScalar.parseLiteral(parseLiteralText(text))).toThrow("MinorUnits must be");
  },
);

test.each(["1", "1.5", "ONE", "{ a: 1 }"])("scalar Decimal: refuses the literal %s, which is no string", (text) => {
  expect(() => DecimalScalar.parseLiteral(parseLiteralText(text))).toThrow("Decimal must be");
});

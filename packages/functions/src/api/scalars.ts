import { canonicalDecimal } from "@pos/core/base/decimal.ts";
import { isCalendarDate, parseInstant } from "@pos/core/base/time.ts";
import { GraphQLError, GraphQLScalarType, Kind, type ValueNode } from "graphql";

/**
 * The scalars of the contract. Each reads one JSON type, hands on a canonical value, and writes what it would read.
 * What cannot be read fails the whole request; places and ranges are checked per sale, further inside.
 */

export const DateTimeScalar = stringScalar({
  name: "DateTime",
  charactersMax: 64,
  description: "RFC 3339 instant; output in UTC with milliseconds",
  expected: 'an RFC 3339 instant such as "2026-11-22T09:30:00.000Z"',
  read: parseInstant,
});

export const DateScalar = stringScalar({
  name: "Date",
  charactersMax: 10,
  description: "YYYY-MM-DD, a business day in the location's time zone",
  expected: 'a calendar date such as "2026-11-22"',
  read: (text) => (isCalendarDate(text) ? text : undefined),
});

export const DecimalScalar = stringScalar({
  name: "Decimal",
  // Above what the places and ranges of any field allow, so that a number too long for its field is refused with the field's own code.
  charactersMax: 8_192,
  description: 'decimal string: quantity "0.375" (<= 3 places), unit price "2.55" (<= 6 places), in major units',
  expected: 'a decimal in a string such as "2.55", without an exponent',
  read: canonicalDecimal,
});

export const CurrencyCodeScalar = stringScalar({
  name: "CurrencyCode",
  charactersMax: 3,
  description: "ISO 4217",
  expected: 'a currency code of three capital letters such as "EUR"',
  read: (text) => (/^[A-Z]{3}$/.test(text) ? text : undefined),
});

export const MinorUnitsScalar = new GraphQLScalarType<number, number>({
  name: "MinorUnits",
  description: "integer count of the currency's minor unit, JSON number, |n| <= 2^53-1",
  serialize: readMinorUnits,
  parseValue: readMinorUnits,
  parseLiteral(node) {
    // A literal such as 1e3 or 1.0 is a float by its form: what a client writes must say what it means.
    if (node.kind !== Kind.INT || node.value.length > MINOR_UNITS_CHARACTERS_MAX)
      throw refuse("MinorUnits", EXPECTED_MINOR_UNITS, node);
    return readMinorUnits(Number(node.value));
  },
});

/** For the resolver map of the schema. */
export const scalarResolvers = {
  DateTime: DateTimeScalar,
  Date: DateScalar,
  Decimal: DecimalScalar,
  CurrencyCode: CurrencyCodeScalar,
  MinorUnits: MinorUnitsScalar,
};

/** "-9007199254740991" */
const MINOR_UNITS_CHARACTERS_MAX = 17;
const EXPECTED_MINOR_UNITS = "a whole number from -9007199254740991 to 9007199254740991";

function readMinorUnits(value: unknown): number {
  if (typeof value !== "number" || !Number.isSafeInteger(value)) throw refuse("MinorUnits", EXPECTED_MINOR_UNITS);
  // Adding zero turns -0 into 0, so that no amount compares or prints differently from its equal.
  return value + 0;
}

interface StringScalar {
  readonly name: string;
  readonly description: string;
  readonly expected: string;
  /** Looked at before anything reads the text. */
  readonly charactersMax: number;
  /** The canonical value, or undefined when the text is not one. */
  readonly read: (text: string) => string | undefined;
}

function stringScalar({
  name,
  description,
  expected,
  charactersMax,
  read,
}: StringScalar): GraphQLScalarType<string, string> {
  const readText = (value: unknown, node?: ValueNode): string => {
    const canonical = typeof value === "string" && value.length <= charactersMax ? read(value) : undefined;
    if (canonical === undefined) throw refuse(name, expected, node);
    return canonical;
  };
  return new GraphQLScalarType<string, string>({
    name,
    description,
    serialize: (value) => readText(value),
    parseValue: (value) => readText(value),
    parseLiteral: (node) => readText(node.kind === Kind.STRING ? node.value : undefined, node),
  });
}

/** The refused text is not repeated: clients know what they sent, and a message may end up in somebody's log. */
function refuse(name: string, expected: string, node?: ValueNode): GraphQLError {
  return new GraphQLError(`${name} must be ${expected}.`, node === undefined ? {} : { nodes: node });
}

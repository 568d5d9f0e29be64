import { type inferParserType, parseAsString, parseAsStringLiteral } from "nuqs/server";
import { COMPARISONS, PERIODS } from "./range.ts";

/** A period and what it is compared with, as addresses have them. */
export const RANGE_ADDRESS = {
  period: parseAsStringLiteral(PERIODS).withDefault("today"),
  from: parseAsString,
  to: parseAsString,
  compare: parseAsStringLiteral(COMPARISONS),
};

export type RangeAddress = inferParserType<typeof RANGE_ADDRESS>;

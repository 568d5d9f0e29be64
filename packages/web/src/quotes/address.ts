import { LIST_POSITION } from "@pos/web/components/list-address.ts";
import { type inferParserType, parseAsString, parseAsStringLiteral } from "nuqs/server";

export const QUOTE_STATES = ["OPEN", "SOLD", "CANCELLED", "EXPIRED"] as const;

export const QUOTES_ADDRESS = {
  ...LIST_POSITION,
  search: parseAsString,
  state: parseAsStringLiteral(QUOTE_STATES),
  customer: parseAsString,
  from: parseAsString,
  to: parseAsString,
};

export type QuotesAddress = inferParserType<typeof QUOTES_ADDRESS>;

import { LIST_POSITION } from "@pos/web/components/list-address.ts";
import { type inferParserType, parseAsString, parseAsStringLiteral } from "nuqs/server";

export const STOCK_STATES = ["TRACKED", "LOW", "OUT", "NEGATIVE"] as const;

export const STOCK_ADDRESS = {
  ...LIST_POSITION,
  search: parseAsString,
  category: parseAsString,
  state: parseAsStringLiteral(STOCK_STATES).withDefault("TRACKED"),
};

export type StockAddress = inferParserType<typeof STOCK_ADDRESS>;

import { LIST_POSITION } from "@pos/web/components/list-address.ts";
import { type inferParserType, parseAsString } from "nuqs/server";

export const CUSTOMERS_ADDRESS = { ...LIST_POSITION, search: parseAsString };

export type CustomersAddress = inferParserType<typeof CUSTOMERS_ADDRESS>;

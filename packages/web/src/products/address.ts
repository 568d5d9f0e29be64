import { ARCHIVE_ADDRESS } from "@pos/web/components/list-address.ts";
import { type inferParserType, parseAsString } from "nuqs/server";

export const PRODUCTS_ADDRESS = { ...ARCHIVE_ADDRESS, search: parseAsString, category: parseAsString };

export type ProductsAddress = inferParserType<typeof PRODUCTS_ADDRESS>;

import { EXCEPTION_CODES } from "@pos/core/generated/names.ts";
import { LIST_POSITION } from "@pos/web/components/list-address.ts";
import { type inferParserType, parseAsStringLiteral } from "nuqs/server";

export const EXCEPTIONS_ADDRESS = {
  ...LIST_POSITION,
  show: parseAsStringLiteral(["done"]),
  kind: parseAsStringLiteral(EXCEPTION_CODES),
};

export type ExceptionsAddress = inferParserType<typeof EXCEPTIONS_ADDRESS>;

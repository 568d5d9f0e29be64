import { LIST_POSITION } from "@pos/web/components/list-address.ts";
import { RANGE_ADDRESS } from "@pos/web/figures/address.ts";
import { type inferParserType, parseAsString, parseAsStringLiteral } from "nuqs/server";
import { REPORT_VIEWS } from "./views.ts";

export const REPORTS_ADDRESS = {
  ...LIST_POSITION,
  ...RANGE_ADDRESS,
  view: parseAsStringLiteral(REPORT_VIEWS),
  day: parseAsString,
};

export type ReportsAddress = inferParserType<typeof REPORTS_ADDRESS>;

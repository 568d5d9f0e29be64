import { METHOD_ACCOUNTS, type PaymentMethod } from "@pos/core/selling/payment/model.ts";
import { LIST_POSITION } from "@pos/web/components/list-address.ts";
import { type inferParserType, parseAsString, parseAsStringLiteral } from "nuqs/server";

export const METHODS = Object.keys(METHOD_ACCOUNTS) as PaymentMethod[];

export const SALE_STATES = ["COMPLETED", "PARTLY_REFUNDED", "REFUNDED", "VOIDED", "WITH_EXCEPTIONS"] as const;

/** Of a payment: what a list is asked for. */
export const UNSURE_STATES = ["UNKNOWN", "PENDING", "VOIDED"] as const;

export const SALES_ADDRESS = {
  ...LIST_POSITION,
  from: parseAsString,
  to: parseAsString,
  customer: parseAsString,
  receipt: parseAsString,
  terminal: parseAsString,
  operator: parseAsString,
  method: parseAsStringLiteral(METHODS),
  product: parseAsString,
  state: parseAsStringLiteral(SALE_STATES),
  paymentState: parseAsStringLiteral(UNSURE_STATES),
  min: parseAsString,
  max: parseAsString,
};

export type SalesAddress = inferParserType<typeof SALES_ADDRESS>;

export const UNLINKED_ADDRESS = { ...LIST_POSITION, from: parseAsString, to: parseAsString };

/** The rarer conditions. */
export const FURTHER_CONDITIONS = ["terminal", "operator", "method", "paymentState", "product", "min", "max"] as const;

/** Of all but the receipt number: on a phone they are behind a button. */
export const FOLDED_CONDITIONS = ["from", "to", "state", "customer", ...FURTHER_CONDITIONS] as const;

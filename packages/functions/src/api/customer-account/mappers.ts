import type { Customer } from "@pos/core/customers/customer/index.ts";
import type { Statement, StatementLine } from "@pos/core/selling/customer-account/index.ts";

export type { CustomerPaymentFact as CustomerPayment } from "@pos/core/selling/customer-account/index.ts";

/** What the customer owes is read when it is asked for. */
export type CustomerAccount = Pick<Customer, "id" | "creditLimit">;
export type CustomerStatement = Statement;
export type CustomerStatementLine = StatementLine;

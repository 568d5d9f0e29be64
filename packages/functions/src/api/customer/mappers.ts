export type { Customer, CustomerTotals } from "@pos/core/customers/customer/index.ts";

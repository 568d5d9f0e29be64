export type { CounterCustomer, Customer, CustomerTotals } from "@pos/core/customers/customer/index.ts";

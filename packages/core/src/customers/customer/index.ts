export { CUSTOMER, customerPart, customerProjection } from "./booking.ts";
export { type CustomerChange, createCustomer, eraseCustomer, updateCustomer } from "./commands.ts";
export type { Customer, CustomerTotals, NewCustomer } from "./model.ts";
export { customerExists, customerTotals, findCustomers, getCustomer, listCustomers } from "./queries.ts";
export { customerMaster } from "./records.ts";

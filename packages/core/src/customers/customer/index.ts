export { CUSTOMER, customerProjection } from "./booking.ts";
export { createCustomer, type CustomerChange, eraseCustomer, updateCustomer } from "./commands.ts";
export type { Customer, CustomerTotals, NewCustomer } from "./model.ts";
export { customerExists, customerTotals, getCustomer, listCustomers } from "./queries.ts";

export { CUSTOMER, customerPart, customerProjection } from "./booking.ts";
export { createCustomer, createCustomerAtCounter, eraseCustomer, patchCustomer, updateCustomer } from "./commands.ts";
export type { CounterCustomer, Customer, CustomerTotals } from "./model.ts";
export {
  buyerFor,
  counterCustomers,
  customerExists,
  customerIsKnown,
  customersByName,
  customerTotals,
  findCustomers,
  findCustomersAtCounter,
  findCustomersById,
  getCustomer,
  listCustomers,
} from "./queries.ts";
export { renewCustomers } from "./renew.ts";

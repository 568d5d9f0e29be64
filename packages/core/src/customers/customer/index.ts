export { CUSTOMER, customerPart, customerProjection } from "./booking.ts";
export { createCustomer, eraseCustomer, patchCustomer, updateCustomer } from "./commands.ts";
export type { Customer, CustomerTotals } from "./model.ts";
export {
  customerExists,
  customerTotals,
  findCustomers,
  findCustomersById,
  getCustomer,
  listCustomers,
} from "./queries.ts";
export { renewCustomers } from "./renew.ts";

export { createCustomerGroup, customerGroupWrites, storedCustomerGroups } from "./commands.ts";
export { type CustomerGroup, type CustomerGroupChange, GROUPS_OF_CUSTOMER_MAX } from "./model.ts";
export { customerGroupProblems, findCustomerGroups, listCustomerGroups } from "./queries.ts";

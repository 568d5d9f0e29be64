export { createCustomerGroup, updateCustomerGroup } from "./commands.ts";
export { type CustomerGroup, GROUPS_OF_CUSTOMER_MAX } from "./model.ts";
export { customerGroupProblems, listCustomerGroups } from "./queries.ts";

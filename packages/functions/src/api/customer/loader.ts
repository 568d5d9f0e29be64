import { customerTotals, findCustomersById } from "@pos/core/customers/customer/index.ts";
import { batched } from "../loader.ts";

export const customerLoader = batched(findCustomersById);

export const customerTotalsLoader = batched(customerTotals);

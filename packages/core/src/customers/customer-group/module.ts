import type { Module } from "../../module.ts";
import { customerGroupsMaster } from "./records.ts";

export const customerGroupModule = {
  masters: [customerGroupsMaster],
  idPrefixes: { grp: "group of customers" },
  failureCodes: {
    UNKNOWN_CUSTOMER_GROUP: "There is no such group of customers.",
    TOO_MANY_CUSTOMER_GROUPS: "The merchant, or the customer, has as many groups as possible.",
  },
} as const satisfies Module;

export type { CustomerGroup } from "@pos/core/customers/customer-group/index.ts";

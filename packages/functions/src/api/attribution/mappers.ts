export type { AttributionFact as SaleCustomerChange } from "@pos/core/selling/attribution/index.ts";

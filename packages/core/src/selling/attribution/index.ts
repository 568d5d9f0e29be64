export { setSaleCustomer } from "./commands.ts";
export type { AttributionFact } from "./model.ts";
export { attributionsOf, getAttribution } from "./queries.ts";

export { issueFapiao, requestFapiao } from "./commands.ts";
export type { FapiaoRequest } from "./model.ts";
export { fapiaosAfter, findFapiaos } from "./queries.ts";

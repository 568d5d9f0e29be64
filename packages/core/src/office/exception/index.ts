export { resolveException } from "./commands.ts";
export type { ExceptionsPage, Resolution } from "./model.ts";
export { listExceptions } from "./queries.ts";

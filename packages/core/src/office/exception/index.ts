export { resolveException } from "./commands.ts";
export { listExceptions } from "./queries.ts";

export { resolveException } from "./commands.ts";
export { findException, listExceptions } from "./queries.ts";

export { type AuditedChange, auditedChanges } from "./queries.ts";
export { auditWrite } from "./records.ts";

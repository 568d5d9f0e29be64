export { auditWrite } from "./records.ts";

export { activateTerminal, announceTerminal, createTerminal, issueActivationCode, revokeTerminal } from "./commands.ts";
export type { Terminal } from "./model.ts";
export { findTerminals, merchantTerminals, terminalsAfter } from "./queries.ts";
export { readTerminal, terminalKey } from "./records.ts";

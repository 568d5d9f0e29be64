export { activateTerminal, announceTerminal, createTerminal, issueActivationCode, revokeTerminal } from "./commands.ts";
export type { NewTerminal, Terminal, TerminalKind } from "./model.ts";
export { findTerminals, merchantTerminals, terminalsAfter } from "./queries.ts";
export { readTerminal, terminalKey, terminalMaster } from "./records.ts";

export { activateTerminal, announceTerminal, createTerminal, issueActivationCode, revokeTerminal } from "./commands.ts";
export type { Terminal } from "./model.ts";
export {
  callingTerminal,
  findTerminals,
  merchantTerminals,
  signInFlags,
  terminalByCode,
  terminalsAfter,
} from "./queries.ts";
export { readTerminal, terminalKey } from "./records.ts";
export { isSelling, pairingFlags } from "./rules.ts";

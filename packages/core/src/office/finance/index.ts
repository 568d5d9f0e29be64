export { recordJournalEntry } from "./commands.ts";
export type { JournalFact } from "./model.ts";
export { accountBalances, getJournalEntry } from "./queries.ts";

export { journalKind } from "./booking.ts";
export { recordJournalEntry } from "./commands.ts";
export type { JournalEntry, JournalFact } from "./model.ts";
export { accountBalances, getJournalEntry } from "./queries.ts";

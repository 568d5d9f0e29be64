export { type SentFact, type SyncedFact, type SyncOutcome, syncFacts } from "./commands.ts";

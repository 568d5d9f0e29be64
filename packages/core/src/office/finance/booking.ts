import { type Draft, type FactKind, summed } from "../../ledger/index.ts";
import type { JournalFact } from "./model.ts";

function bookJournal({ postings }: JournalFact): Draft {
  return { postings: summed(postings), events: [], exceptions: [] };
}

export const journalKind: FactKind<JournalFact> = {
  kind: "journal",
  idPrefix: "jou",
  counts: "nothing",
  book: bookJournal,
  uses: [],
  events: [],
  exceptions: ["CLOCK_SKEW"],
};

export { type BalanceKind, type BalanceRef, type Balances, balanceKey, readBalance } from "./balance.ts";
export { type BookingContext, book, bookedParts } from "./book.ts";
export { ACCOUNTS, type Account, isBalanced, type Posting, summed } from "./chart.ts";
export {
  cursorOf,
  dayIndexPk,
  dayIndexSk,
  type Entry,
  type EntryPart,
  EVENT_KINDS,
  type EventKind,
  entriesIndexPk,
  entryKey,
  entryPart,
  entryReference,
  idPart,
  joinedParts,
  type ModuleParts,
  parseEntryKeys,
  parseEntryReference,
  plainPart,
  soldOf,
} from "./entry.ts";
export { readEntry, readEvents } from "./entry-codec.ts";
export { type Body, ENVELOPE_VERSION, EnvelopeUnknown, readEnvelope, type Upcasters } from "./envelope.ts";
export {
  countOpenExceptions,
  type Exception,
  type ExceptionCall,
  type ExceptionList,
  exceptionCallWrite,
  exceptionKey,
  exceptionPut,
  exceptionSubjects,
  exceptionsOf,
  exceptionsOfLedger,
  listExceptions,
  readException,
  resolutionWrite,
  type StoredException,
} from "./exception.ts";
export {
  ENTRY_SK_PREFIX,
  type ExceptionDetails,
  FACT_SK,
  type Fact,
  type FactLine,
  type Flag,
  factIdOf,
  factKey,
  factsIndexPk,
  factTextLength,
  ledgerOf,
  linesOfPart,
  PART_LINES,
  parseFactKeys,
  partsOf,
  type Recorded,
  readChunks,
  readFact,
  readHeader,
  recordHashOf,
  type SecondIndex,
} from "./fact.ts";
export {
  type GuardKind,
  type GuardsRead,
  type GuardTaken,
  type GuardUse,
  guardKey,
  guardState,
  guardUsesOf,
  usageOf,
} from "./guard.ts";
export { rebuildGuards } from "./guard-proof.ts";
export { sha256 } from "./hash.ts";
export {
  type Head,
  headKey,
  raisedEpochWrite,
  raisedEpochWrites,
  raisedMarkKey,
  readHead,
  roomProblem,
} from "./head.ts";
export {
  type Books,
  type Counts,
  createBooks,
  type Draft,
  type FactKind,
  FactKindUnknown,
  type Projection,
} from "./kind.ts";
export { type FactHeader, type FactOrigin, newFact, operatorNamed, type RecordMode } from "./new-fact.ts";
export { bookInOrder, type LedgerOrder, type Rebuilt, rebuildBalances, rebuildEntries } from "./rebuild.ts";
export {
  type ComposedFact,
  type Recording,
  type RecordResult,
  record,
  recordArchived,
  recordComposed,
  recordedBefore,
  recordingOf,
  recordTogether,
} from "./record.ts";
export type { LedgerRef, PartOfEpoch } from "./ref.ts";
export { type Difference, type DifferenceClass, type Verification, verify } from "./verify.ts";
export { entriesInOrder, factHeaders } from "./walk.ts";

export { type BalanceKind, type BalanceRef, type Balances, balanceKey, readBalance } from "./balance.ts";
export {
  type BookingContext,
  type BookingRule,
  type Books,
  book,
  bookedParts,
  type Draft,
  type Projection,
} from "./book.ts";
export { ACCOUNTS, type Account, isBalanced, type Posting, summed } from "./chart.ts";
export {
  cursorOf,
  dayIndexPk,
  dayIndexSk,
  type Entry,
  EVENT_KINDS,
  type EventKind,
  entriesIndexPk,
  entryKey,
  entryReference,
  type GoodsMove,
  type LevelMove,
  readEntry,
  readEvents,
  soldOf,
} from "./entry.ts";
export { type Body, ENVELOPE_VERSION, EnvelopeUnknown, readEnvelope, type Upcasters } from "./envelope.ts";
export {
  type Exception,
  type ExceptionCall,
  exceptionCallWrite,
  exceptionKey,
  exceptionPut,
  exceptionsOf,
  exceptionsOfLedger,
  listExceptions,
  readException,
  resolutionWrite,
  type StoredException,
} from "./exception.ts";
export {
  ENTRY_SK_PREFIX,
  FACT_SK,
  type Fact,
  type FactLine,
  type Flag,
  factKey,
  ledgerOf,
  linesOfPart,
  PART_LINES,
  partsOf,
  type Recorded,
  readChunks,
  readFact,
  recordHashOf,
  recordWrites,
} from "./fact.ts";
export { type GuardKind, guardKey, rebuildGuards } from "./guard.ts";
export { sha256 } from "./hash.ts";
export { type Head, headKey, raisedEpochWrite, raisedEpochWrites, raisedMarkKey, readHead } from "./head.ts";
export type { Place } from "./maker.ts";
export { bookInOrder, type LedgerOrder, type Rebuilt, rebuildBalances, rebuildEntries } from "./rebuild.ts";
export { type Recording, type RecordResult, record, recordedBefore, recordOrRefuse } from "./record.ts";
export { type Difference, type DifferenceClass, type Verification, verify } from "./verify.ts";
export { entriesInOrder, factHeaders, type LedgerRef } from "./walk.ts";

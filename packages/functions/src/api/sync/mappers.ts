import type { SentFact, SyncOutcome } from "@pos/core/selling/sync/index.ts";

export type { SyncedFact as RecordedFact } from "@pos/core/selling/sync/index.ts";

export interface SyncFactsPayload {
  readonly facts: readonly SentFact[];
  readonly outcomes: readonly SyncOutcome[];
}

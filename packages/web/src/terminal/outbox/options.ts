import type { Store } from "./store.ts";
import type { Transport } from "./transport.ts";

/** What an outbox works with: where rows are stored, how they are sent, and the time. */
export interface OutboxOptions {
  readonly store: Store;
  readonly transport: Transport;
  readonly clock: OutboxClock;
  /** The browser reports that there is no network: no customer has to wait for it. */
  readonly isOffline?: () => boolean;
}

export interface OutboxClock {
  readonly now: () => string;
  readonly sleep: (milliseconds: number) => Promise<void>;
}

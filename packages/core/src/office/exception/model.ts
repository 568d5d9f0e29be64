import type { StoredException } from "../../ledger/index.ts";

/** The manager's side of exceptions: what is open, and settling it with a note. */
export interface ExceptionsPage {
  /** Newest first. */
  readonly exceptions: readonly { readonly orderKey: string; readonly exception: StoredException }[];
  readonly hasMore: boolean;
}

export interface Resolution {
  readonly subject: string;
  readonly code: string;
  readonly note: string;
  readonly version: number;
}

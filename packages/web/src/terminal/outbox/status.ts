export interface Status {
  /** Facts that the server has not acknowledged. */
  readonly unsent: number;
  readonly attention: number;
  /** Ids of rows that this version of the page cannot read. */
  readonly unread: readonly string[];
  /** As the last request found it. `unpaired`: the server no longer knows this terminal's credential. */
  readonly contact: "unknown" | "there" | "lost" | "unpaired";
  readonly isSending: boolean;
  /** The device could not read or write what it keeps: nothing must be sold with it. */
  readonly isBroken: boolean;
}

/** Names a ledger: a location's, or the merchant's own (which has the merchant's id). */
export interface LedgerRef {
  readonly merchantId: string;
  readonly ledgerId: string;
}

/** Names one part of a fact, and so one entry. */
export interface PartRef {
  readonly factId: string;
  readonly part: number;
}

/** A part and the epoch in which it was booked; its index in a list is its position less one. */
export interface PartOfEpoch extends PartRef {
  readonly epoch: number;
}

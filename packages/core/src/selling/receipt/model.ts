/** What was done with the papers of a sale or a refund since it was recorded. */
export interface PaperRecord {
  /** The document's. */
  readonly id: string;
  /** Copies that were printed. */
  readonly copies: number;
  /** The last one's id: a copy that is counted twice is one. */
  readonly lastCopyId?: string;
  /** Rises when the link to the e-receipt is renewed. */
  readonly linkGeneration: number;
  readonly version: number;
}

/** The limits of content in the public contract (contract.md, "Ids, numbers, times"); limits of a request are in the API. */
export const LIMITS = {
  saleLinesMax: 2000,
  batchSalesMax: 100,
  salePaymentsMax: 100,
  discountsMax: 100,
  requestBytesMax: 1024 * 1024,
  noteCharactersMax: 500,
  nameCharactersMax: 200,
  referenceCharactersMax: 100,
  codeCharactersMax: 64,
  pageSizeDefault: 20,
  pageSizeMax: 100,
  countedRowsMax: 1_000,
  skusMax: 100,
  locationsMergedMax: 50,
  clockAheadMinutes: 5,
  lateHours: 24,
  /** What a terminal's clock may be behind, and what its time may go back, without a remark. */
  clockBehindMinutes: 30,
  /** For so many days a terminal may sell without a connection, with the prices and the operator that it had. */
  offlineDays: 14,
  passwordCharactersMin: 12,
  quarantinedPerTerminalMax: 1000,
  /** Of new conflicting copies of one terminal, in a day of UTC. */
  quarantinedBytesPerDayMax: 10_000_000,
  /** Mails of reports asked for by hand, of one merchant in a day of UTC: one for each recipient. */
  mailsPerDayMax: 200,
  /** Mails of receipts, of one merchant in a day of UTC. */
  receiptMailsPerDayMax: 2_000,
  /** Of all report schedules of a merchant together. */
  scheduledRecipientsMax: 500,
  /** Mails of schedules due in a day of UTC: with another time of day, each recipient may get two. */
  scheduledMailsPerDayMax: 1_000,
  locationsMax: 1_000,
  terminalsPerLocationMax: 1_000,
  staffMax: 10_000,
  categoriesMax: 5_000,
  productsMax: 200_000,
  customersMax: 1_000_000,
  pricesOfListMax: 2_000,
  /** Minor units to a multiple of which cash is rounded. */
  cashStepMax: 1_000,
  sequenceGapMinutes: 10,
  sequenceMax: 1_000_000_000,
  /** A receipt number further ahead than this is not counted on from. */
  sequenceJumpMax: 10_000,
  /**
   * Minor units of one fact. The sums of a location (its accounts, its days) are exact up to 2^53-1, so they hold 900 of the
   * largest sales; beyond `sumsCheckedFrom` a sale is recorded only while they have room.
   */
  factAmountMax: 10 ** 13,
  sumsCheckedFrom: 10 ** 10,
} as const;

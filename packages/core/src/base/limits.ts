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
  skusMax: 100,
  locationsMergedMax: 50,
  clockAheadMinutes: 5,
  lateHours: 24,
  quarantinedPerTerminalMax: 1000,
  sequenceGapMinutes: 10,
  /**
   * Minor units of one fact. The sums of a location (its accounts, its days) are exact up to 2^53-1, so they hold 900 of the
   * largest sales; beyond `sumsCheckedFrom` a sale is recorded only while they have room.
   */
  factAmountMax: 10 ** 13,
  sumsCheckedFrom: 10 ** 10,
} as const;

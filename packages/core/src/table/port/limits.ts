/** DynamoDB's documented limits (Service quotas, "Service, account, and table quotas"), enforced by every adapter. */
export const TABLE_LIMITS = {
  itemBytesMax: 400 * 1024,
  transactionWritesMax: 100,
  transactionBytesMax: 4 * 1024 * 1024,
  batchGetKeysMax: 100,
  queryLimitMax: 1000,
  /** DynamoDB allows 2,048 and 1,024; the embedded engine allows 1,978 for one whole index key. */
  keyPartBytesMax: 600,
} as const;

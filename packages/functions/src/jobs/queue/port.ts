/** A work queue with at-least-once, unordered delivery: consumers must be idempotent and independent of order. */
export interface Queue {
  /**
   * Resolves when all messages are accepted.
   * @throws if some are not: send all again, since duplicates are harmless
   */
  send(messages: readonly string[]): Promise<void>;
}

/** Work handed to whoever takes it next. It is delivered at least once, in no order: whoever takes it is to stand both. */
export interface Queue {
  /**
   * Resolves when all of it is taken.
   * @throws when some of it is not: send it again, since what was taken twice is harmless
   */
  send(messages: readonly string[]): Promise<void>;
}

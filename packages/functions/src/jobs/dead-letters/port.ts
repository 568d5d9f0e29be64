/** Where Lambda stores dead-letter records of stream consumers: a bucket, or a folder with a copy of it. */
export interface DeadLetterStore {
  /** Lists the records, oldest first within a consumer's shard. */
  list(): AsyncIterable<StoredDeadLetter>;
  /** @returns undefined if the record was removed since it was listed */
  read(name: string): Promise<string | undefined>;
  remove(name: string): Promise<void>;
}

export interface StoredDeadLetter {
  readonly name: string;
  readonly bytes: number;
}

/** The store cannot be used; the message explains the fix. */
export class DeadLetterStoreUnusable extends Error {
  override readonly name = "DeadLetterStoreUnusable";
}

/** Where Lambda puts the batches of stream readers that it gave up: a bucket, or a folder that somebody copied it into. */
export interface FailureBox {
  /** What is there, oldest first within a reader's shard. */
  list(): AsyncIterable<FailureObject>;
  /** Undefined: somebody has taken it away since. */
  read(name: string): Promise<string | undefined>;
  remove(name: string): Promise<void>;
}

export interface FailureObject {
  readonly name: string;
  readonly bytes: number;
}

/** A box that cannot be used; the message says what to do. */
export class BoxUnusable extends Error {
  override readonly name = "BoxUnusable";
}

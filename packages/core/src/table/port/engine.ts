import type { ChangeStream, Table } from "./port.ts";

/** A change stream and the checkpoints of its consumers. */
export interface ChangeLog {
  readonly stream: ChangeStream;
  /** The consumer's last saved checkpoint. */
  loadCheckpoint(reader: string): string | undefined;
  /** Persists with a later commit, on close at the latest: losing a checkpoint in a crash only repeats changes. */
  saveCheckpoint(reader: string, checkpoint: string): void;
  /** Deletes the changes up to and including a checkpoint. Not implemented if the engine trims by itself. */
  trimChanges?(checkpoint: string): Promise<void>;
}

/**
 * A local engine: the table, its stream and the operations reserved to its owner. The memory and embedded adapters
 * implement it.
 */
export interface LocalEngine extends ChangeLog {
  readonly table: Table;
  /**
   * Deletes up to `limit` items whose `ttl` has passed.
   * @returns the number of deleted items
   */
  purgeExpired(nowSeconds: number, limit: number): Promise<number>;
  trimChanges(checkpoint: string): Promise<void>;
  /** Small settings such as the data folder's format number. */
  getMeta(name: string): string | undefined;
  putMeta(name: string, value: string): Promise<void>;
  /** Waits for pending writes. */
  close(): Promise<void>;
}

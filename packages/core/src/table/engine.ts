import type { ChangeStream, Table } from "./port.ts";

/** A whole local engine: the table, its stream and what only its keeper may do. Memory and embedded are two of one kind. */
export interface LocalEngine {
  readonly table: Table;
  readonly stream: ChangeStream;
  /** Deletes up to `limit` items whose `ttl` has passed; answers how many. */
  purgeExpired(nowSeconds: number, limit: number): Promise<number>;
  /** Forgets the changes at or before a checkpoint. */
  trimChanges(checkpoint: string): Promise<void>;
  /** Where a reader of the stream was done the last time. */
  loadCheckpoint(reader: string): string | undefined;
  /** Kept with the next commit, on close at the latest: a checkpoint lost in a crash only repeats changes. */
  saveCheckpoint(reader: string, checkpoint: string): void;
  /** Small settings such as the data folder's format number. */
  getMeta(name: string): string | undefined;
  putMeta(name: string, value: string): Promise<void>;
  /** Waits for what is on its way. */
  close(): Promise<void>;
}

import type { ChangeStream, Table } from "./port.ts";

/** A change stream, and where its readers are. */
export interface ChangeLog {
  readonly stream: ChangeStream;
  /** Where a reader of the stream was done the last time. */
  loadCheckpoint(reader: string): string | undefined;
  /** Kept soon, on close at the latest: a checkpoint lost in a crash only repeats changes. */
  saveCheckpoint(reader: string, checkpoint: string): void;
  /** Forgets the changes at or before a checkpoint. Absent: the engine does so by itself. */
  trimChanges?(checkpoint: string): Promise<void>;
}

/** A whole local engine: the table, its stream and what only its keeper may do. Memory and embedded are two of one kind. */
export interface LocalEngine extends ChangeLog {
  readonly table: Table;
  /** Deletes up to `limit` items whose `ttl` has passed; answers how many. */
  purgeExpired(nowSeconds: number, limit: number): Promise<number>;
  trimChanges(checkpoint: string): Promise<void>;
  /** Small settings such as the data folder's format number. */
  getMeta(name: string): string | undefined;
  putMeta(name: string, value: string): Promise<void>;
  /** Waits for what is on its way. */
  close(): Promise<void>;
}

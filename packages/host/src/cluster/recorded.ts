import { FACT_SK } from "@pos/core/ledger/index.ts";
import type { ChangeLog } from "@pos/core/table/port/engine.ts";
import type { Change, Table, Write } from "@pos/core/table/port/port.ts";

/**
 * Wraps a table and keeps the facts recorded through it as a change log in memory, for a process that books what it
 * records. Facts whose write was not acknowledged are left to the stream consumers.
 */
export function watchRecorded(table: Table): { readonly table: Table; readonly changeLog: ChangeLog } {
  let changes: Change[] = [];
  /** The number of trimmed changes. */
  let trimmed = 0;
  const listeners = new Set<() => void>();
  const see = (writes: readonly Write[]) => {
    for (const write of writes) {
      if (write.op !== "put" || write.item.sk !== FACT_SK) continue;
      const { pk, sk } = write.item;
      changes.push({ key: { pk, sk }, item: write.item });
    }
    for (const listener of listeners) listener();
  };
  return {
    table: {
      ...table,
      async write(write) {
        const result = await table.write(write);
        if (result.ok) see([write]);
        return result;
      },
      async transact(writes) {
        const result = await table.transact(writes);
        if (result.ok) see(writes);
        return result;
      },
    },
    changeLog: {
      stream: {
        async read(checkpoint, limit) {
          const from = Number(checkpoint ?? 0);
          const found = changes.slice(from - trimmed, from - trimmed + limit);
          return { changes: found, checkpoint: String(from + found.length) };
        },
        onChange(listener) {
          listeners.add(listener);
          return () => listeners.delete(listener);
        },
      },
      loadCheckpoint: () => undefined,
      saveCheckpoint() {},
      async trimChanges(checkpoint) {
        changes = changes.slice(Number(checkpoint) - trimmed);
        trimmed = Number(checkpoint);
      },
    },
  };
}

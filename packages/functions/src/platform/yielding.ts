import type { Table } from "@pos/core/table/port/port.ts";

/**
 * A table for long reads that yields cooperatively. The embedded table answers synchronously, so a loop over it would
 * block the event loop: no sales, no Ctrl+C. This wrapper yields every few milliseconds.
 */
export function yielding(table: Table, milliseconds: () => number = () => performance.now()): Table {
  let since = milliseconds();
  async function yieldIfDue(): Promise<void> {
    if (milliseconds() - since < SLICE_MILLISECONDS) return;
    await new Promise((resolve) => setImmediate(resolve));
    since = milliseconds();
  }
  return {
    ...table,
    async get(key) {
      await yieldIfDue();
      return table.get(key);
    },
    async batchGet(keys) {
      await yieldIfDue();
      return table.batchGet(keys);
    },
    async query(query) {
      await yieldIfDue();
      return table.query(query);
    },
    async queryIndex(query) {
      await yieldIfDue();
      return table.queryIndex(query);
    },
  };
}

const SLICE_MILLISECONDS = 5;

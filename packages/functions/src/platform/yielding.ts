import type { Table } from "@pos/core/table/port/port.ts";

/**
 * A table for long reads that yields cooperatively. The embedded table answers synchronously, so a loop over it would
 * block the event loop: no sales, no Ctrl+C. This wrapper yields every few milliseconds.
 */
export function courteous(table: Table): Table {
  let since = performance.now();
  async function giveWay(): Promise<void> {
    if (performance.now() - since < STRETCH_MILLISECONDS) return;
    await new Promise((resolve) => setImmediate(resolve));
    since = performance.now();
  }
  return {
    ...table,
    async get(key) {
      await giveWay();
      return table.get(key);
    },
    async batchGet(keys) {
      await giveWay();
      return table.batchGet(keys);
    },
    async query(query) {
      await giveWay();
      return table.query(query);
    },
    async queryIndex(query) {
      await giveWay();
      return table.queryIndex(query);
    },
  };
}

const STRETCH_MILLISECONDS = 5;

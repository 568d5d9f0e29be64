import type { Table } from "@pos/core/table/port/port.ts";

/**
 * A table for work that reads for long. The embedded table answers reads at once, so that a loop over them would never let
 * the process do anything else: sell, or hear that somebody pressed Ctrl+C. This one gives way every few milliseconds.
 */
export function courteous(table: Table, milliseconds: () => number = () => performance.now()): Table {
  let since = milliseconds();
  async function giveWay(): Promise<void> {
    if (milliseconds() - since < STRETCH_MILLISECONDS) return;
    await new Promise((resolve) => setImmediate(resolve));
    since = milliseconds();
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

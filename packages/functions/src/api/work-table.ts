import { factTextLength } from "@pos/core/ledger/index.ts";
import type { Item, Table } from "@pos/core/table/port/port.ts";
import type { Work } from "./work.ts";

/**
 * About a sale of three lines. To read and sum one costs no more than to return a value, so the best sellers of a week with
 * 200,000 sales are within the limit of an answer.
 */
const CHARACTERS_OF_A_VALUE = 1_000;

/**
 * The table as one request reads it: a query yields to other requests between two reads, stops there when it is to stop,
 * and counts what it reads of stored sales and refunds. Mutations read and write as if it were not there.
 */
export function workTable(table: Table, work: Work): Table {
  const count = (item: Item | undefined) => {
    const length = item === undefined ? 0 : factTextLength(item);
    if (length > 0) work.count(length / CHARACTERS_OF_A_VALUE);
  };
  return {
    ...table,
    async get(key) {
      if (work.isMutation) return table.get(key);
      await work.pause();
      const item = await table.get(key);
      count(item);
      return item;
    },
    async batchGet(keys) {
      if (work.isMutation) return table.batchGet(keys);
      await work.pause();
      const items = await table.batchGet(keys);
      for (const item of items) count(item);
      return items;
    },
    async query(query) {
      if (!work.isMutation) await work.pause();
      return table.query(query);
    },
    async queryIndex(query) {
      if (!work.isMutation) await work.pause();
      return table.queryIndex(query);
    },
  };
}

import type { Table } from "@pos/core/table/port/port.ts";

/** How often one has to wait for the table one after the other: what is asked together waits together. */
export interface Rounds {
  table(table: Table): Table;
  /** Waits from here on, and how many there were. */
  count<T>(work: () => Promise<T>): Promise<{ readonly value: T; readonly rounds: number }>;
}

/** Long beside what is computed between two calls, so that calls of one round are never taken for two. */
const ROUND_MILLISECONDS = 10;

/** Holds calls back for a moment, so that those that do not wait for one another go together. */
export function countingRounds(): Rounds {
  let isCounting = false;
  let rounds = 0;
  let waiting: (() => void)[] = [];
  const turn = (): Promise<void> => {
    if (!isCounting) return Promise.resolve();
    return new Promise((resolve) => {
      waiting.push(resolve);
      if (waiting.length > 1) return;
      setTimeout(() => {
        const all = waiting;
        waiting = [];
        rounds++;
        for (const go of all) go();
      }, ROUND_MILLISECONDS);
    });
  };
  return {
    table: (table) => ({
      get: (key) => turn().then(() => table.get(key)),
      batchGet: (keys) => turn().then(() => table.batchGet(keys)),
      query: (query) => turn().then(() => table.query(query)),
      queryIndex: (query) => turn().then(() => table.queryIndex(query)),
      write: (write) => turn().then(() => table.write(write)),
      transact: (writes) => turn().then(() => table.transact(writes)),
    }),
    async count(work) {
      [isCounting, rounds] = [true, 0];
      const value = await work();
      isCounting = false;
      return { value, rounds };
    },
  };
}

import type { Row } from "@pos/web/terminal/outbox/row.ts";
import type { RowsWanted, Store, Values } from "@pos/web/terminal/outbox/store.ts";

/** A device's store without a browser: transactions one after the other, whole or not at all, over values that are copied. */
export interface MemoryStore extends Store {
  /** Called before a transaction begins and after it has held; what it throws ends the device there. */
  at: (point: "before" | "after", count: number) => void;
  readonly all: () => Promise<readonly Row[]>;
}

export function createMemoryStore(): MemoryStore {
  let kept: { values: Map<string, unknown>; rows: Map<string, Row> } = { values: new Map(), rows: new Map() };
  let line: Promise<unknown> = Promise.resolve();
  let count = 0;
  const store: MemoryStore = {
    at: () => {},
    all: async () => [...kept.rows.values()],
    run(work) {
      const turn = line.then(async () => {
        const own = ++count;
        store.at("before", own);
        const copy = structuredClone(kept);
        const wanted = ({ terminalId, state, epochBelow = Number.POSITIVE_INFINITY }: RowsWanted) =>
          [...copy.rows.values()]
            .filter((row) => row.terminalId === terminalId && row.state === state && row.epoch < epochBelow)
            .sort((a, b) => a.order - b.order);
        const result = await work({
          get: async <Name extends keyof Values>(name: Name) => copy.values.get(name) as Values[Name] | undefined,
          set: async (name, value) => void copy.values.set(name, structuredClone(value)),
          remove: async (name) => void copy.values.delete(name),
          row: async (id) => copy.rows.get(id),
          putRow: async (row) => void copy.rows.set(row.id, structuredClone(row)),
          removeRow: async (id) => void copy.rows.delete(id),
          rows: async ({ limit, ...which }) => wanted(which).slice(0, limit),
          lastOrder: async (terminalId) =>
            Math.max(
              0,
              ...[...copy.rows.values()].filter((row) => row.terminalId === terminalId).map(({ order }) => order),
            ),
          newestRows: async (terminalId, limit) =>
            [...copy.rows.values()]
              .filter((row) => row.terminalId === terminalId)
              .sort((a, b) => b.order - a.order)
              .slice(0, limit),
          count: async (which) => wanted(which).length,
          unreadIds: async () => [],
        });
        kept = copy;
        store.at("after", own);
        return result;
      });
      line = turn.catch(() => {});
      return turn;
    },
  };
  return store;
}

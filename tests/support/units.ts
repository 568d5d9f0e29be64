import type { Item, Table, Write } from "../../packages/core/src/table/port.ts";
import { indexKey } from "../../packages/core/src/table/rules.ts";
import { sizeOf } from "../../packages/core/src/table/size.ts";
import { keyOf } from "../../packages/core/src/table/validate.ts";

/** What was written, in DynamoDB's write units, by its published rule: what its bill would say. */
export interface Metered {
  readonly table: Table;
  /** Units since the last call, by what the sort key begins with. */
  take(): Map<string, number>;
}

const KILOBYTE = 1024;

/**
 * Counts write units at the port. An item costs a unit for each KB begun of the larger of its two images, twice that in a
 * transaction; a place in an index costs a unit where it is new or gone, two where it moved. Call it from one caller at a time.
 */
export function metered(table: Table): Metered {
  let units = new Map<string, number>();

  async function imagesOf(writes: readonly Write[]): Promise<(Item | undefined)[]> {
    return Promise.all(writes.map((write) => table.get(keyOf(write))));
  }
  async function count(
    writes: readonly Write[],
    before: readonly (Item | undefined)[],
    transactional: boolean,
  ): Promise<void> {
    const after = await imagesOf(writes);
    for (const [index, write] of writes.entries()) {
      const name = keyOf(write).sk.split("#")[0] ?? "";
      const [was, is] = [before[index], after[index]];
      const bytes = Math.max(was ? sizeOf(was) : 0, is ? sizeOf(is) : 0);
      const own = Math.max(1, Math.ceil(bytes / KILOBYTE)) * (transactional ? 2 : 1);
      units.set(name, (units.get(name) ?? 0) + own + indexUnits(was, is));
    }
  }
  return {
    table: {
      ...table,
      async write(write) {
        const before = await imagesOf([write]);
        const result = await table.write(write);
        if (result.ok) await count([write], before, false);
        return result;
      },
      async transact(writes) {
        const before = await imagesOf(writes);
        const result = await table.transact(writes);
        if (result.ok) await count(writes, before, true);
        return result;
      },
    },
    take() {
      const taken = units;
      units = new Map();
      return taken;
    },
  };
}

function indexUnits(was: Item | undefined, is: Item | undefined): number {
  let units = 0;
  for (const index of ["gsi1", "gsi2"] as const) {
    const [from, to] = [placeOf(was, index), placeOf(is, index)];
    if (from !== to) units += (from === "" ? 0 : 1) + (to === "" ? 0 : 1);
  }
  return units;
}

function placeOf(item: Item | undefined, index: "gsi1" | "gsi2"): string {
  const key = indexKey(item, index);
  return key ? JSON.stringify(key) : "";
}

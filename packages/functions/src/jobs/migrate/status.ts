import { formatKey } from "@pos/core/people/directory/index.ts";
import type { Table } from "@pos/core/table/port/port.ts";
import type { Standings } from "./migrate.ts";

/** Of a table that says nothing: the format that tables had when the first was deployed. */
const FIRST_FORMAT = 3;

/** How far a table in DynamoDB is stands in an item of its own, so that a restore brings it back with what it is about. */
export function tableStandings(table: Table): Standings {
  return {
    async load() {
      const item = await table.get(formatKey());
      if (!item) return { format: FIRST_FORMAT };
      const format = Number(item.format);
      return typeof item.cursor === "string" ? { format, cursor: item.cursor } : { format };
    },
    async save({ format, cursor }, from) {
      const item = { ...formatKey(), format, ...(cursor === undefined ? {} : { cursor }) };
      const moved = await table.write({ op: "put", item, if: { is: "equal", to: { format: from } } });
      if (moved.ok || moved.item !== undefined || from !== FIRST_FORMAT) return moved.ok;
      return (await table.write({ op: "put", item, if: { is: "absent" } })).ok;
    },
  };
}

/** The same place and standing, and everything that would be written is only counted. */
export function rehearsed(
  table: Table,
  standings: Standings,
): { table: Table; standings: Standings; writes(): number } {
  let writes = 0;
  let standing: Awaited<ReturnType<Standings["load"]>> | undefined;
  return {
    writes: () => writes,
    table: {
      ...table,
      async write() {
        writes++;
        return { ok: true };
      },
      async transact(many) {
        writes += many.length;
        return { ok: true };
      },
    },
    standings: {
      load: async () => standing ?? standings.load(),
      async save(next) {
        standing = next;
        return true;
      },
    },
  };
}

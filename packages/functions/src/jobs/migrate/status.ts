import { formatKey } from "@pos/core/people/directory/index.ts";
import type { Table } from "@pos/core/table/port/port.ts";
import type { MigrationStatusStore } from "./migrate.ts";

/** The format of a table that stores none: the format at the first deployment. */
const FIRST_FORMAT = 3;

/** A DynamoDB table stores its migration status in one of its items, so that a restore restores both together. */
export function tableMigrationStatus(table: Table): MigrationStatusStore {
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

/** A dry run: the same table and status, but writes are only counted. */
export function dryRunOf(
  table: Table,
  statusStore: MigrationStatusStore,
): { table: Table; statusStore: MigrationStatusStore; writes(): number } {
  let writes = 0;
  let status: Awaited<ReturnType<MigrationStatusStore["load"]>> | undefined;
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
    statusStore: {
      load: async () => status ?? statusStore.load(),
      async save(next) {
        status = next;
        return true;
      },
    },
  };
}

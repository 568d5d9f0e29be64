import { assert } from "../base/result.ts";
import { directoryPk } from "./port/keys.ts";
import type { Table, Write } from "./port/port.ts";

/**
 * A table restricted to one merchant: a key of another merchant never reaches the engine, whatever bug is in a caller.
 * Keys without a tenant (the directory's) are allowed, because an address or a code is looked up before its merchant is
 * known.
 */
export function tenantTable(table: Table, merchantId: string): Table {
  const own = `${merchantId}#`;
  const check = (pk: string): void => {
    assert(
      pk.startsWith(own) || pk === merchantId || pk.startsWith(DIRECTORY),
      "a request stays with its own merchant",
    );
  };
  const checkWrite = (write: Write): void => {
    check(write.op === "put" ? write.item.pk : write.key.pk);
    if (write.op !== "put") return;
    if (write.item.gsi1pk !== undefined) check(write.item.gsi1pk);
    if (write.item.gsi2pk !== undefined) check(write.item.gsi2pk);
  };
  return {
    async get(key) {
      check(key.pk);
      return table.get(key);
    },
    async batchGet(keys) {
      for (const { pk } of keys) check(pk);
      return table.batchGet(keys);
    },
    async query(query) {
      check(query.pk);
      return table.query(query);
    },
    async queryIndex(query) {
      check(query.pk);
      return table.queryIndex(query);
    },
    async write(write) {
      checkWrite(write);
      return table.write(write);
    },
    async transact(writes) {
      for (const write of writes) checkWrite(write);
      return table.transact(writes);
    },
  };
}

const DIRECTORY = directoryPk("");

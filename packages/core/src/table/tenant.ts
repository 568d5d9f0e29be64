import { assert } from "../base/result.ts";
import { directoryPk } from "./port/keys.ts";
import type {
  IndexKey,
  IndexQuery,
  Item,
  Key,
  Page,
  Query,
  Table,
  TransactResult,
  Write,
  WriteResult,
} from "./port/port.ts";

/**
 * A table restricted to one merchant: a key of another merchant never reaches the engine, whatever bug is in a caller.
 * Keys without a tenant (the directory's) are allowed, because an address or a code is looked up before its merchant is
 * known.
 */
export function tenantTable(table: Table, merchantId: string): Table {
  return new TenantTable(table, merchantId);
}

/** Every request makes one or two: a class costs less than an object of closures, and adds no promise to the table's own. */
class TenantTable implements Table {
  private readonly table: Table;
  private readonly merchantId: string;

  constructor(table: Table, merchantId: string) {
    this.table = table;
    this.merchantId = merchantId;
  }
  get(key: Key): Promise<Item | undefined> {
    this.check(key.pk);
    return this.table.get(key);
  }
  batchGet(keys: readonly Key[]): Promise<(Item | undefined)[]> {
    for (const { pk } of keys) this.check(pk);
    return this.table.batchGet(keys);
  }
  query(query: Query): Promise<Page<Item>> {
    this.check(query.pk);
    return this.table.query(query);
  }
  queryIndex(query: IndexQuery): Promise<Page<IndexKey>> {
    this.check(query.pk);
    return this.table.queryIndex(query);
  }
  write(write: Write): Promise<WriteResult> {
    this.checkWrite(write);
    return this.table.write(write);
  }
  transact(writes: readonly Write[]): Promise<TransactResult> {
    for (const write of writes) this.checkWrite(write);
    return this.table.transact(writes);
  }

  private check(pk: string): void {
    const { merchantId } = this;
    const isOwn = pk.startsWith(merchantId) && (pk.length === merchantId.length || pk[merchantId.length] === "#");
    assert(isOwn || pk.startsWith(DIRECTORY), "a request stays with its own merchant");
  }
  private checkWrite(write: Write): void {
    this.check(write.op === "put" ? write.item.pk : write.key.pk);
    if (write.op !== "put") return;
    if (write.item.gsi1pk !== undefined) this.check(write.item.gsi1pk);
    if (write.item.gsi2pk !== undefined) this.check(write.item.gsi2pk);
  }
}

const DIRECTORY = directoryPk("");

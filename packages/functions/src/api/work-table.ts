import { factTextLength } from "@pos/core/ledger/index.ts";
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
} from "@pos/core/table/port/port.ts";
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
  return new WorkTable(table, work);
}

/** Every request makes one: a class costs less than an object of closures, and a mutation gets the table's own promises. */
class WorkTable implements Table {
  private readonly table: Table;
  private readonly work: Work;

  constructor(table: Table, work: Work) {
    this.table = table;
    this.work = work;
  }
  get(key: Key): Promise<Item | undefined> {
    return this.work.isMutation ? this.table.get(key) : this.countedGet(key);
  }
  batchGet(keys: readonly Key[]): Promise<(Item | undefined)[]> {
    return this.work.isMutation ? this.table.batchGet(keys) : this.countedBatchGet(keys);
  }
  query(query: Query): Promise<Page<Item>> {
    return this.work.isMutation ? this.table.query(query) : this.work.pause().then(() => this.table.query(query));
  }
  queryIndex(query: IndexQuery): Promise<Page<IndexKey>> {
    return this.work.isMutation
      ? this.table.queryIndex(query)
      : this.work.pause().then(() => this.table.queryIndex(query));
  }
  write(write: Write): Promise<WriteResult> {
    return this.table.write(write);
  }
  transact(writes: readonly Write[]): Promise<TransactResult> {
    return this.table.transact(writes);
  }

  private async countedGet(key: Key): Promise<Item | undefined> {
    await this.work.pause();
    const item = await this.table.get(key);
    this.count(item);
    return item;
  }
  private async countedBatchGet(keys: readonly Key[]): Promise<(Item | undefined)[]> {
    await this.work.pause();
    const items = await this.table.batchGet(keys);
    for (const item of items) this.count(item);
    return items;
  }
  private count(item: Item | undefined): void {
    const length = item === undefined ? 0 : factTextLength(item);
    if (length > 0) this.work.count(length / CHARACTERS_OF_A_VALUE);
  }
}

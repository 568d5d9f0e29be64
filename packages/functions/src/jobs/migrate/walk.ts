import type { LedgerRef } from "@pos/core/ledger/index.ts";
import { allMerchants } from "@pos/core/people/directory/index.ts";
import { merchantLocations } from "@pos/core/people/location/index.ts";
import type { Condition, Item, Range, Table } from "@pos/core/table/port/port.ts";
import type { MigrationStep, MigrationTarget } from "./migrate.ts";

/**
 * Building blocks for steps: work for every ledger, or for every item of some partitions. Merchants are listed by the
 * directory and partitions by merchant, so no step scans the table. A merchant that signs up meanwhile is written in
 * the new format by the running program.
 */
type Run = MigrationStep["run"];

/** @param work must be idempotent */
export function everyLedger(work: (target: MigrationTarget, ledger: LedgerRef) => Promise<void>): Run {
  return async (target, after, report) => {
    let seen = 0;
    for await (const name of resumed(() => ledgerNames(target.table), after)) {
      const [merchantId = "", ledgerId = ""] = name.split("/");
      await report(name, seen);
      await work(target, { merchantId, ledgerId });
      seen++;
    }
  };
}

async function* ledgerNames(table: Table): AsyncGenerator<string, void, undefined> {
  for await (const merchantId of allMerchants(table)) {
    yield `${merchantId}/${merchantId}`;
    for (const { id } of await merchantLocations(table, merchantId)) yield `${merchantId}/${id}`;
  }
}

export interface ItemsOf {
  /** The partitions of a merchant, in a stable order. */
  readonly partitions: (table: Table, merchantId: string) => AsyncIterable<string>;
  readonly range?: Range;
  /**
   * Converts an item; returns undefined if it needs no change. Pure. The write is conditional on the item as it was
   * read (its texts and numbers), and on a conflict the function is called again with the current item.
   */
  readonly change: (item: Item) => Item | undefined;
}

export function everyItem(items: ItemsOf): Run {
  return async ({ table }, after, report) => {
    let at = after === undefined ? undefined : (JSON.parse(after) as Cursor);
    let [seen, reported] = [0, 0];
    for await (const merchantId of resumed(() => allMerchants(table), at?.merchantId)) {
      for await (const pk of resumed(() => items.partitions(table, merchantId), at?.pk)) {
        let next = at?.pk === pk ? at.next : undefined;
        at = undefined;
        do {
          const page = await table.query({
            pk,
            limit: PAGE,
            ...(items.range === undefined ? {} : { range: items.range }),
            ...(next === undefined ? {} : { after: next }),
          });
          await Promise.all(page.items.map((item) => changeItem(table, item, items.change)));
          seen += page.items.length;
          next = page.next;
          if (next === undefined || seen - reported < ITEMS_PER_REPORT) continue;
          reported = seen;
          await report(JSON.stringify({ merchantId, pk, next } satisfies Cursor), seen);
        } while (next !== undefined);
      }
    }
  };
}

interface Cursor {
  readonly merchantId: string;
  readonly pk: string;
  /** The cursor after the page. */
  readonly next: string;
}

const PAGE = 50;
/** Items between two progress reports, which bounds the work repeated after an interruption. */
const ITEMS_PER_REPORT = 100;

async function changeItem(table: Table, found: Item, change: ItemsOf["change"]): Promise<void> {
  for (let item: Item | undefined = found; item; ) {
    const changed = change(item);
    if (changed === undefined) return;
    const result = await table.write({ op: "put", item: changed, if: unchangedSince(item) });
    if (result.ok) return;
    item = result.item;
  }
}

function unchangedSince({ pk: _, sk: __, ...attributes }: Item): Condition {
  const to: { [attribute: string]: string | number | boolean | null } = {};
  for (const [name, value] of Object.entries(attributes))
    if (value !== undefined && (value === null || typeof value !== "object")) to[name] = value;
  return Object.keys(to).length === 0 ? { is: "present" } : { is: "equal", to };
}

/** Resumes at a value; starts from the beginning if the value no longer exists. */
async function* resumed(
  all: () => AsyncIterable<string>,
  at: string | undefined,
): AsyncGenerator<string, void, undefined> {
  if (at !== undefined) {
    let isThere = false;
    for await (const value of all()) {
      isThere ||= value === at;
      if (isThere) yield value;
    }
    if (isThere) return;
  }
  yield* all();
}

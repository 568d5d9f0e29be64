import type { LedgerRef } from "@pos/core/ledger/index.ts";
import { allMerchants } from "@pos/core/people/directory/index.ts";
import { merchantLocations } from "@pos/core/people/location/index.ts";
import type { Condition, Item, Range, Table } from "@pos/core/table/port/port.ts";
import type { MigrationStep, Place } from "./migrate.ts";

/**
 * What most steps are: something for every ledger, or for every item of some partitions. Merchants are found by the directory
 * and partitions by what a merchant has, so nothing scans a table; a merchant that signs up meanwhile is written by the program
 * that runs, whose shape is the new one.
 */
type Run = MigrationStep["run"];

/** @param work safe to do again */
export function everyLedger(work: (place: Place, ledger: LedgerRef) => Promise<void>): Run {
  return async (place, after, tell) => {
    let seen = 0;
    for await (const name of resumed(() => ledgerNames(place.table), after)) {
      const [merchantId = "", ledgerId = ""] = name.split("/");
      await tell(name, seen);
      await work(place, { merchantId, ledgerId });
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
  /** The partitions of a merchant, in an order that stays. */
  readonly partitions: (table: Table, merchantId: string) => AsyncIterable<string>;
  readonly range?: Range;
  /**
   * An item as it should be; undefined: it is so already. Pure. It is written only over just what was read (its texts and
   * numbers), and asked again when a sale came between.
   */
  readonly change: (item: Item) => Item | undefined;
}

export function everyItem(items: ItemsOf): Run {
  return async ({ table }, after, tell) => {
    let at = after === undefined ? undefined : (JSON.parse(after) as Cursor);
    let [seen, told] = [0, 0];
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
          if (next === undefined || seen - told < TOLD_APART) continue;
          told = seen;
          await tell(JSON.stringify({ merchantId, pk, next } satisfies Cursor), seen);
        } while (next !== undefined);
      }
    }
  };
}

interface Cursor {
  readonly merchantId: string;
  readonly pk: string;
  /** Where the page ended. */
  readonly next: string;
}

const PAGE = 50;
/** Items between two cursors: what is done again at most after an end in the middle. */
const TOLD_APART = 100;

async function changeItem(table: Table, found: Item, change: ItemsOf["change"]): Promise<void> {
  for (let item: Item | undefined = found; item; ) {
    const changed = change(item);
    if (changed === undefined) return;
    const result = await table.write({ op: "put", item: changed, if: asRead(item) });
    if (result.ok) return;
    item = result.item;
  }
}

function asRead({ pk: _, sk: __, ...attributes }: Item): Condition {
  const to: { [attribute: string]: string | number | boolean | null } = {};
  for (const [name, value] of Object.entries(attributes))
    if (value !== undefined && (value === null || typeof value !== "object")) to[name] = value;
  return Object.keys(to).length === 0 ? { is: "present" } : { is: "equal", to };
}

/** Goes on with the value that it was at; where that is not there any more, from the beginning. */
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

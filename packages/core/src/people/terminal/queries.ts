import { isId } from "../../base/id.ts";
import { type Item, itemsById, itemsOf, type Table } from "../../table/port/port.ts";
import { type Context, covered } from "../access/index.ts";
import type { Terminal } from "./model.ts";
import { readTerminal, terminalKey, terminalsPk } from "./records.ts";

/** Undefined: there is none that this caller may see. */
export async function getTerminal(context: Context, terminalId: string): Promise<Terminal | undefined> {
  if (!isId("trm", terminalId)) return undefined;
  return seenBy(context, await context.table.get(terminalKey(context.caller.merchantId, terminalId)));
}

function seenBy(context: Context, item: Item | undefined): Terminal | undefined {
  const terminal = item && readTerminal(item);
  return terminal && covered(context, terminal.locationId) ? terminal : undefined;
}

/** Each terminal in the order of the distinct ids; undefined: there is none that this caller may see. */
export async function findTerminals(context: Context, ids: readonly string[]): Promise<(Terminal | undefined)[]> {
  const { table, caller } = context;
  const items = await itemsById(
    table,
    ids.filter((id) => isId("trm", id)),
    (id) => terminalKey(caller.merchantId, id),
  );
  return ids.map((id) => seenBy(context, items.get(id)));
}

/** The terminals of the locations that this caller may see. */
export async function listTerminals(context: Context): Promise<Terminal[]> {
  const terminals = await merchantTerminals(context.table, context.caller.merchantId);
  return terminals.filter(({ locationId }) => covered(context, locationId));
}

export async function merchantTerminals(table: Table, merchantId: string): Promise<Terminal[]> {
  const terminals: Terminal[] = [];
  for await (const item of itemsOf(table, terminalsPk(merchantId))) terminals.push(readTerminal(item));
  return terminals;
}

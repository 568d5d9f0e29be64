import { isId } from "../../base/id.ts";
import { itemsOf, recordsById, type Table } from "../../table/port/port.ts";
import { type Context, covered } from "../access/index.ts";
import type { Terminal } from "./model.ts";
import { readTerminal, terminalKey, terminalsPk } from "./records.ts";

/** Undefined: there is none that this caller may see. */
export async function getTerminal(context: Context, terminalId: string): Promise<Terminal | undefined> {
  if (!isId("trm", terminalId)) return undefined;
  const item = await context.table.get(terminalKey(context.caller.merchantId, terminalId));
  const terminal = item && readTerminal(item);
  return terminal && covered(context, terminal.locationId) ? terminal : undefined;
}

/** Each terminal in the order of the distinct ids; undefined: there is none that this caller may see. */
export async function findTerminals(context: Context, ids: readonly string[]): Promise<(Terminal | undefined)[]> {
  const { table, caller } = context;
  const terminals = await recordsById(table, ids, {
    prefix: "trm",
    keyOf: (id) => terminalKey(caller.merchantId, id),
    read: readTerminal,
  });
  return terminals.map((terminal) => (terminal && covered(context, terminal.locationId) ? terminal : undefined));
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

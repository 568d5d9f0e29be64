import { isId } from "../../base/id.ts";
import { itemsOf, type Table } from "../../table/port/port.ts";
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

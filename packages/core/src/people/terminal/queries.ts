import { isId } from "../../base/id.ts";
import { notAhead } from "../../base/time.ts";
import type { Flag } from "../../ledger/index.ts";
import { itemsOf, type Table } from "../../table/port/port.ts";
import { firstRecords, type ListPart, recordsById } from "../../table/records.ts";
import { authorize, type Context, covered, idByCode, type TerminalSeen, wasMaybeSignedIn } from "../access/index.ts";
import type { Terminal } from "./model.ts";
import { readTerminal, terminalKey, terminalsPk } from "./records.ts";
import { isSelling } from "./rules.ts";

/** Returns undefined if not found, or if the caller may not see it. */
export async function getTerminal(context: Context, terminalId: string): Promise<Terminal | undefined> {
  if (!isId("trm", terminalId)) return undefined;
  const item = await context.table.get(terminalKey(context.caller.merchantId, terminalId));
  const terminal = item && readTerminal(item);
  return terminal && covered(context, terminal.locationId) ? terminal : undefined;
}

/** Each terminal in the order of the distinct ids; undefined if not found or not visible to this caller. */
export async function findTerminals(context: Context, ids: readonly string[]): Promise<(Terminal | undefined)[]> {
  const { table, caller } = context;
  const terminals = await recordsById(table, ids, {
    prefix: "trm",
    keyOf: (id) => terminalKey(caller.merchantId, id),
    read: readTerminal,
  });
  return terminals.map((terminal) => (terminal && covered(context, terminal.locationId) ? terminal : undefined));
}

/** Returns undefined if no terminal has this code, or if the caller may not see it. */
export async function terminalByCode(context: Context, code: string): Promise<Terminal | undefined> {
  const { table, caller } = context;
  const stored = () => merchantTerminals(table, caller.merchantId);
  const id = await idByCode(table, caller.merchantId, "TERMINAL", code, stored);
  return id === undefined ? undefined : getTerminal(context, id);
}

/** The first terminals by id, of one location or of all that this caller may see. */
export async function terminalsAfter(
  context: Context,
  { locationId, ...part }: ListPart & { readonly locationId?: string },
): Promise<Terminal[]> {
  authorize(context, "terminal:read");
  const { table, caller } = context;
  return firstRecords(table, terminalsPk(caller.merchantId), part, (item) => {
    const terminal = readTerminal(item);
    const isListed = (locationId ?? terminal.locationId) === terminal.locationId;
    return isListed && covered(context, terminal.locationId) ? terminal : undefined;
  });
}

export async function merchantTerminals(table: Table, merchantId: string): Promise<Terminal[]> {
  const terminals: Terminal[] = [];
  for await (const item of itemsOf(table, terminalsPk(merchantId))) terminals.push(readTerminal(item));
  return terminals;
}

/** Whether the operator whom a terminal names can have been signed in there when something happened. */
export async function signInFlags(
  { table, caller, clock }: Context,
  terminal: TerminalSeen,
  { operatorId, occurredAt }: { readonly operatorId: string; readonly occurredAt: string },
): Promise<Flag[]> {
  if (caller.kind === "staff" || !isSelling(terminal)) return [];
  const at = notAhead(occurredAt, clock.now());
  const isPossible = await wasMaybeSignedIn(table, caller, { staffId: operatorId, at });
  // Of a terminal from before sign-ins were kept, it is not known who was signed in before the first one that was.
  const isKnown = terminal.signInsSince !== undefined && occurredAt >= terminal.signInsSince;
  if (isPossible ?? !isKnown) return [];
  return [
    {
      code: "OPERATOR_NOT_SIGNED_IN",
      message: `${operatorId} was not signed in at the terminal around ${occurredAt}.`,
      details: { operator: { staffId: operatorId }, occurredAt: { instant: occurredAt } },
    },
  ];
}

/** The terminal that calls, as it was read with its token. */
export async function callingTerminal({ table, caller }: Context): Promise<TerminalSeen | undefined> {
  if (caller.kind === "staff") return undefined;
  if (caller.terminal) return caller.terminal;
  const item = await table.get(terminalKey(caller.merchantId, caller.terminalId));
  return item && readTerminal(item);
}

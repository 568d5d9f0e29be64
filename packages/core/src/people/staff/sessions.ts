import { itemsOf, type Table } from "../../table/port/port.ts";
import { readSession, type Session, sessionsPk } from "../access/index.ts";

/** The sessions that a password opened. */
export function isAtDashboard({ terminalId }: Session): boolean {
  return terminalId === undefined;
}

/** The sessions that a PIN opened. */
export function isAtTerminal({ terminalId }: Session): boolean {
  return terminalId !== undefined;
}

/** @returns the ids of the ended sessions, whose sockets are to be closed */
export async function endSessions(
  table: Table,
  { merchantId, staffId }: { readonly merchantId: string; readonly staffId: string },
  isEnding: (session: Session) => boolean,
): Promise<string[]> {
  const ended: string[] = [];
  for await (const item of itemsOf(table, sessionsPk(merchantId, staffId))) {
    const session = readSession(item);
    if (!isEnding(session)) continue;
    await table.write({ op: "delete", key: { pk: item.pk, sk: item.sk } });
    ended.push(session.sessionId);
  }
  return ended;
}

import { tenantPk } from "../../table/keys.ts";
import type { Item, Key, Write } from "../../table/port.ts";
import type { NewTerminal, Terminal } from "./model.ts";

export function terminalsPk(merchantId: string): string {
  return tenantPk(merchantId, "TERMINAL");
}

export function terminalKey(merchantId: string, terminalId: string): Key {
  return { pk: terminalsPk(merchantId), sk: terminalId };
}

export function readTerminal(item: Item): Terminal {
  return item as unknown as Terminal;
}

export function newTerminalItem(
  merchantId: string,
  terminal: NewTerminal,
  requestHash: string,
): Item & { requestHash: string } {
  return { ...terminalKey(merchantId, terminal.id), ...terminal, credentialVersion: 0, version: 1, requestHash };
}

/** A change of what was read: refused when somebody changed it in between. */
export function terminalUpdate(
  merchantId: string,
  seen: Terminal,
  set: { readonly [field: string]: string | number },
  remove: string[] = [],
): Write {
  return {
    op: "update",
    key: terminalKey(merchantId, seen.id),
    set: { ...set, version: seen.version + 1 },
    remove,
    if: { is: "equal", to: { version: seen.version } },
  };
}

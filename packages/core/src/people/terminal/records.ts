import * as v from "valibot";
import { recordCodec } from "../../table/port/codec.ts";
import { tenantPk } from "../../table/port/keys.ts";
import { type Item, itemsOf, type Key, type Write } from "../../table/port/port.ts";
import { type MasterKind, masterPut, masterRecord } from "../access/index.ts";
import type { NewTerminal, Terminal } from "./model.ts";

export function terminalsPk(merchantId: string): string {
  return tenantPk(merchantId, "TERMINAL");
}

export function terminalKey(merchantId: string, terminalId: string): Key {
  return { pk: terminalsPk(merchantId), sk: terminalId };
}

export const readTerminal: (item: Item) => Terminal = recordCodec(
  "terminal",
  v.object({
    id: v.string(),
    code: v.string(),
    name: v.string(),
    locationId: v.string(),
    kind: v.exactOptional(v.picklist(["IMPORT"])),
    credentialHash: v.exactOptional(v.string()),
    credentialVersion: v.number(),
    publicKey: v.exactOptional(v.string()),
    activationCodeHash: v.exactOptional(v.string()),
    activatedAt: v.exactOptional(v.string()),
    pairedAt: v.exactOptional(v.string()),
    signInsSince: v.exactOptional(v.string()),
    seenAt: v.exactOptional(v.string()),
    revokedAt: v.exactOptional(v.string()),
    version: v.number(),
  }),
);

export function newTerminalItem(
  merchantId: string,
  terminal: NewTerminal,
  requestHash: string,
): Item & { requestHash: string } {
  return { ...terminalKey(merchantId, terminal.id), ...terminal, credentialVersion: 0, version: 1, requestHash };
}

/** Without its credential: an imported terminal has to be paired again. */
export const terminalMaster: MasterKind = {
  record: "terminal",
  async *read(table, merchantId) {
    for await (const item of itemsOf(table, terminalsPk(merchantId))) yield masterRecord(item, OF_THE_CREDENTIAL);
  },
  writes: (merchantId, record) => [masterPut(terminalKey(merchantId, record.id), { ...record, credentialVersion: 0 })],
};

const OF_THE_CREDENTIAL = [
  "credentialHash",
  "credentialVersion",
  "publicKey",
  "activationCodeHash",
  "activatedAt",
  "signInsSince",
  "seenAt",
];

/** Names the code that may activate the terminal. The version stays: callers have read nothing else. */
export function activationCodeUpdate(merchantId: string, { id, version }: Terminal, codeHash: string): Write {
  return {
    op: "update",
    key: terminalKey(merchantId, id),
    set: { activationCodeHash: codeHash },
    if: { is: "equal", to: { version } },
  };
}

/** Writes the changed record on condition that its version is the one read. */
export function terminalUpdate(
  merchantId: string,
  current: Terminal,
  set: { readonly [field: string]: string | number },
  remove: string[] = [],
): Write {
  return {
    op: "update",
    key: terminalKey(merchantId, current.id),
    set: { ...set, version: current.version + 1 },
    remove,
    if: { is: "equal", to: { version: current.version } },
  };
}

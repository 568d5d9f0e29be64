import * as v from "valibot";
import type { Clock } from "../../base/context.ts";
import { present } from "../../base/result.ts";
import { type MasterKind, masterPut, masterRecord } from "../../people/access/index.ts";
import { recordCodec } from "../../table/port/codec.ts";
import { tenantPk } from "../../table/port/keys.ts";
import { type Item, itemsOf, type Key, type Table, type Write } from "../../table/port/port.ts";
import type { PaperRecord } from "./model.ts";

/** Of a merchant's e-receipts. It is a secret: an archive does not contain it, and links end with it. */
function linkKeyKey(merchantId: string): Key {
  return { pk: tenantPk(merchantId), sk: "RECEIPT_LINK_KEY" };
}

export async function findLinkKey(table: Table, merchantId: string): Promise<string | undefined> {
  const item = await table.get(linkKeyKey(merchantId));
  return item && String(item.key);
}

/** Made for the first link, and the same for all processes. */
export async function linkKey(table: Table, clock: Clock, merchantId: string): Promise<string> {
  const stored = await findLinkKey(table, merchantId);
  if (stored !== undefined) return stored;
  const key = Buffer.from(clock.randomBytes(32)).toString("base64url");
  await table.write({ op: "put", item: { ...linkKeyKey(merchantId), key }, if: { is: "absent" } });
  return present(await findLinkKey(table, merchantId), "the key of receipt links");
}

export function papersPk(merchantId: string): string {
  return tenantPk(merchantId, "PAPER");
}

export function paperKey(merchantId: string, factId: string): Key {
  return { pk: papersPk(merchantId), sk: factId };
}

const readPresent: (item: Item) => PaperRecord = recordCodec(
  "receipt's record",
  v.object({
    id: v.string(),
    copies: v.number(),
    lastCopyId: v.exactOptional(v.string()),
    linkGeneration: v.number(),
    version: v.number(),
  }),
);

/** Most documents have no record: nothing was done with their papers. */
export function readPaper(item: Item | undefined, factId: string): PaperRecord {
  return item ? readPresent(item) : { id: factId, copies: 0, linkGeneration: 0, version: 0 };
}

/** Writes the record as it is to be, on condition that nothing changed it since it was read. */
export function paperPut(merchantId: string, paper: PaperRecord): Write {
  const item = { ...paperKey(merchantId, paper.id), ...paper, version: paper.version + 1 };
  const condition =
    paper.version === 0 ? { is: "absent" as const } : { is: "equal" as const, to: { version: paper.version } };
  return { op: "put", item, if: condition };
}

export const paperMaster: MasterKind = {
  record: "paper",
  async *read(table, merchantId) {
    for await (const item of itemsOf(table, papersPk(merchantId))) yield masterRecord(item);
  },
  writes: (merchantId, record) => [masterPut(paperKey(merchantId, record.id), record)],
};

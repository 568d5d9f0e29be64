import * as v from "valibot";
import { type MasterKind, masterPut, masterRecord } from "../../people/access/index.ts";
import { recordCodec } from "../../table/port/codec.ts";
import { tenantPk } from "../../table/port/keys.ts";
import { type Item, itemsOf, type Key, type Value, type Write } from "../../table/port/port.ts";
import type { FapiaoRequest } from "./model.ts";

export function fapiaoPk(merchantId: string): string {
  return tenantPk(merchantId, "FAPIAO");
}

export function fapiaoKey(merchantId: string, saleId: string): Key {
  return { pk: fapiaoPk(merchantId), sk: saleId };
}

export const readFapiao: (item: Item) => FapiaoRequest = recordCodec(
  "fapiao request",
  v.object({
    id: v.string(),
    locationId: v.string(),
    receiptNumber: v.string(),
    soldAt: v.string(),
    requestedAt: v.string(),
    buyerKind: v.picklist(["COMPANY", "PERSON"]),
    title: v.string(),
    taxNumber: v.exactOptional(v.string()),
    email: v.exactOptional(v.string()),
    currency: v.string(),
    total: v.number(),
    taxes: v.array(v.object({ rate: v.string(), net: v.number(), tax: v.number() })),
    invoiceNumber: v.exactOptional(v.string()),
    issuedAt: v.exactOptional(v.string()),
    version: v.number(),
  }),
);

/** Writes a request on condition that nothing changed the one before. */
export function fapiaoPut(merchantId: string, { taxes, ...request }: FapiaoRequest): Write {
  const stored: Value = taxes.map((tax) => ({ ...tax }));
  const before = request.version - 1;
  return {
    op: "put",
    item: { ...fapiaoKey(merchantId, request.id), ...request, taxes: stored },
    if: before === 0 ? { is: "absent" } : { is: "equal", to: { version: before } },
  };
}

export const fapiaoMaster: MasterKind = {
  record: "fapiao",
  async *read(table, merchantId) {
    for await (const item of itemsOf(table, fapiaoPk(merchantId))) yield masterRecord(item);
  },
  writes: (merchantId, record) => [masterPut(fapiaoKey(merchantId, record.id), record)],
};

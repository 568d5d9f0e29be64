import { expect, test } from "vitest";
import { createMemoryTable } from "./memory/table.ts";
import type { Write } from "./port/port.ts";
import { tenantTable } from "./tenant.ts";

const own = `mer_${"0".repeat(25)}A`;
const other = `mer_${"0".repeat(25)}B`;
const table = tenantTable(createMemoryTable().table, own);
const key = (merchantId: string) => ({ pk: `${merchantId}#THING`, sk: "x" });
const writesOf = (merchantId: string): Write[] => [
  { op: "put", item: key(merchantId) },
  { op: "put", item: { ...key(own), gsi1pk: `${merchantId}#LIST`, gsi1sk: "x" } },
  { op: "put", item: { ...key(own), gsi2pk: `${merchantId}#LIST`, gsi2sk: "x" } },
  { op: "update", key: key(merchantId), set: { a: 1 } },
  { op: "delete", key: key(merchantId) },
];

test("tenantTable: allows the merchant's own keys and the directory's", async () => {
  for (const write of writesOf(own)) expect((await table.write(write)).ok).toBe(true);
  expect((await table.transact([{ op: "put", item: { pk: own, sk: "MERCHANT" } }])).ok).toBe(true);
  expect(await table.get({ pk: "directory#email#x", sk: "EMAIL" })).toBeUndefined();
});

test("tenantTable: rejects every operation on a key of another merchant, also when it only shares a prefix", async () => {
  for (const pk of [`${other}#THING`, `${own}X#THING`, "THING"]) {
    await expect(async () => table.get({ pk, sk: "x" })).rejects.toThrow("own merchant");
    await expect(async () => table.batchGet([key(own), { pk, sk: "x" }])).rejects.toThrow("own merchant");
    await expect(async () => table.query({ pk, limit: 1 })).rejects.toThrow("own merchant");
    await expect(async () => table.queryIndex({ index: "gsi1", pk, limit: 1 })).rejects.toThrow("own merchant");
  }
  for (const write of writesOf(other)) {
    await expect(async () => table.write(write)).rejects.toThrow("own merchant");
    await expect(async () =>
      table.transact([{ op: "check", key: key(own), if: { is: "absent" } }, write]),
    ).rejects.toThrow("own merchant");
  }
});

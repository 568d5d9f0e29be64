import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type EmbeddedTable, openEmbeddedTable } from "@pos/core/table/embedded/table.ts";
import { onTestFinished } from "vitest";
import { SHOP_STREAM } from "./shop.ts";

/** A folder that goes when the test is done. */
export async function freshFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "shop-"));
  onTestFinished(() => rm(folder, { recursive: true }));
  return folder;
}

export function openShopTable(folder: string): Promise<EmbeddedTable> {
  return openEmbeddedTable({ folder, streamFilter: SHOP_STREAM });
}

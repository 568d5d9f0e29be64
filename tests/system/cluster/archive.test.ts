import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { present } from "@pos/core/base/result.ts";
import { createCustomer } from "@pos/core/customers/customer/index.ts";
import { adjustStock } from "@pos/core/goods/stock/index.ts";
import { createLocation } from "@pos/core/people/location/index.ts";
import { refundSale } from "@pos/core/selling/refund/index.ts";
import { systemClock } from "@pos/functions/platform/clock.ts";
import { openSystem } from "@pos/host/single/system.ts";
import { beforeAll, describe, expect, test } from "vitest";
import { javaIsThere } from "../../../scripts/dynamodb-local.mjs";
import { drain } from "../../support/drain.ts";
import { runHistory } from "../../support/history.ts";
import { homeOf, lastLineOf } from "../../support/processes.ts";
import { linesOf, makeSale, sellLive } from "../../support/sales.ts";
import { createShop, done, type Shop } from "../../support/shop.ts";
import { command, GIVEN, openTables, startMember } from "./support.ts";

/** The commands over DynamoDB's tables in place of a data folder, and a shop that moves there and back. */
const home = homeOf("archive");
const [there, back] = [join(home, "there"), join(home, "back")];
const LINES_OF_A_LONG_SALE = 64;

/** Sales short and long, refunds, adjustments, customers and a second location. */
async function makeShop(folder: string): Promise<void> {
  const system = await openSystem({ settings: { dataFolder: folder }, clock: systemClock, log: () => {} });
  const shop = await createShop({ engine: system.engine, seed: 3, terminals: 2, variants: 8, secrets: true });
  await shop.stock("500");
  await drain(shop);
  await runHistory(shop, { steps: 100, linesMax: 30 });
  const customerId = shop.clock.newId("cus");
  done(await createCustomer(shop.owner, { id: customerId, name: "Ada 客户", email: "ada@shop.example" }));
  const lines = linesOf(shop, LINES_OF_A_LONG_SALE);
  await sellLive(shop.operator(0), { ...makeSale(shop, { lines }), customerId, note: "line\u2028separator" });
  await drain(shop);
  await secondLocation(shop);
  await system.reader.caughtUp();
  await system.close();
}

/** Goods are adjusted there, and what was sold here comes back there. */
async function secondLocation(shop: Shop): Promise<void> {
  const { clock, owner } = shop;
  const locationId = clock.newId("loc");
  done(await createLocation(owner, { id: locationId, code: "OTHER", name: "Other", timeZone: "Asia/Shanghai" }));
  const lines = shop.variants.map(({ id }) => ({ variant: { id }, quantity: "5" }));
  const at = { locationId, occurredAt: clock.now() };
  done(await adjustStock(owner, { id: clock.newId("adj"), ...at, reason: "Moved", lines }));
  const outcome = await sellLive(shop.operator(1), makeSale(shop, { terminal: 1 }));
  const { sale } = present("sale" in outcome ? outcome : undefined, "a sale");
  const payments = [{ id: clock.newId("pay"), method: "CARD", amount: sale.total } as const];
  const refund = { id: clock.newId("ref"), ...at, saleId: sale.id };
  done(await refundSale(owner, { ...refund, lines: [{ line: 1, quantity: "1" }], payments }));
  await drain(shop);
}

describe.skipIf(GIVEN === undefined && !javaIsThere())("commands over DynamoDB", () => {
  let tables: Readonly<Record<string, string>>;
  beforeAll(async () => {
    const opened = await openTables("archive");
    tables = { ...opened.environment, POS_DATA_DIR: join(home, "nowhere") };
    await makeShop(there);
  }, 120_000);

  async function run(environment: Readonly<Record<string, string>>, ...words: readonly string[]): Promise<string> {
    const { code, stdout, stderr } = await command(environment, ...words);
    expect({ words, code, stderr: code === 0 ? "" : stderr }).toEqual({ words, code: 0, stderr: "" });
    return lastLineOf(stdout);
  }
  const file = (name: string) => join(home, `${name}.jsonl`);

  test("a shop goes from one machine into DynamoDB and back into another machine: byte-equal exports, verify clean", async () => {
    const [here, elsewhere] = [{ POS_DATA_DIR: there }, { POS_DATA_DIR: back }];
    await run(here, "export", file("here"));
    await run(tables, "import", "facts", file("here"));
    await run(tables, "export", file("tables"));
    await run(elsewhere, "import", "facts", file("tables"));
    await run(elsewhere, "export", file("back"));
    const text = readFileSync(file("here"));
    const counted = (part: string) => text.toString().split(part).length - 1;
    const parts = [
      '{"v":2,"kind":"stockAdjustment","id":"adj_',
      '{"v":2,"kind":"refund","id":"ref_',
      '"record":"customer"',
      '"record":"location"',
    ];
    expect(counted('"kind":"sale"')).toBeGreaterThan(20);
    for (const part of parts) expect([part, counted(part) > (part.includes("location") ? 1 : 0)]).toEqual([part, true]);
    expect(text.equals(readFileSync(file("tables")))).toBe(true);
    expect(text.equals(readFileSync(file("back")))).toBe(true);
    for (const place of [here, tables, elsewhere]) expect(await run(place, "verify")).toBe("0 differences");
    expect(await run(tables, "rebuild")).toBe("0 balances and 0 guards differed and were written");
    console.log(`${text.length} bytes, ${counted("\n")} lines, equal three times`);
  }, 180_000);

  test("commands for a data folder print the alternative, and create none", async () => {
    for (const words of [
      ["backup", join(home, "copy")],
      ["restore", join(home, "copy")],
    ]) {
      const { code, stderr } = await command(tables, ...words);
      expect(code).toBe(1);
      expect(stderr).toContain("point-in-time recovery");
    }
    expect(existsSync(join(home, "copy"))).toBe(false);
    const unknown = await command({ ...tables, POS_TABLE: "nobodys" }, "verify");
    expect(unknown).toMatchObject({ code: 1, stdout: "" });
    expect(unknown.stderr).toContain("The table nobodys at http");
  });

  test("while a host leads, nothing is imported beside it; hosts wait for an import", async () => {
    const other = { ...tables, POS_TABLE: `${tables.POS_TABLE}-2`, POS_REALTIME_TABLE: `${tables.POS_TABLE}-live-2` };
    const host = await startMember(home, "host", other);
    const { code, stderr } = await command(other, "import", "facts", file("here"));
    expect({ code, stderr }).toMatchObject({ code: 1, stderr: expect.stringContaining("stop all hosts first") });
    host.child.kill("SIGTERM");
    expect(await host.exited).toBe(0);
    await run(other, "import", "facts", file("here"));
    expect(await run(other, "verify")).toBe("0 differences");
  }, 120_000);
});

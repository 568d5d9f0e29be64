import { join } from "node:path";
import { systemClock as clock } from "@pos/functions/platform/clock.ts";
import { watchDisk } from "@pos/host/platform/disk.ts";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import {
  activate,
  credentialsOf,
  homeOf,
  pos,
  post,
  SELL,
  type Started,
  saleInput,
  signInOperator,
  signInOwner,
  startHost,
  stopHost,
} from "../../support/processes.ts";

/** A18: a disk that is almost full takes what has happened, and nothing else. */
const home = homeOf("storage");
const shop = join(home, "shop");
/** More than any disk has. */
const HUGE = { POS_DISK_MIN_MB: "999999999" };
const ADD = "mutation ($i: CreateCategoryInput!) { createCategory(input: $i) { userErrors { code } } }";
const category = () => ({ i: { id: clock.newId("cat"), name: "More" } });

describe("A18: below the watermark", () => {
  let host: Started;
  let owner: string;
  let operator: string;
  beforeAll(async () => {
    host = await startHost(shop, HUGE);
    owner = await signInOwner(host.url, credentialsOf(shop));
  });
  afterAll(() => stopHost(host));

  test("mutations: STORAGE_LOW, by an alias and a fragment too, and reading goes on", async () => {
    const documents = [
      ADD,
      ADD.replace("createCategory(", "completeSale: createCategory("),
      "mutation ($i: CreateCategoryInput!) { ...A } fragment A on Mutation { createCategory(input: $i) { userErrors { code } } }",
      'mutation { activateTerminal(input: { activationCode: "x" }) { token } }',
    ];
    for (const document of documents) {
      const { data, errors } = await post(host.url, owner, document, document.includes("$i") ? category() : {});
      expect([document, errors?.[0]?.extensions.code, Object.values(data ?? {})[0] ?? null]).toEqual([
        document,
        "STORAGE_LOW",
        null,
      ]);
    }
    expect((await post(host.url, owner, "{ me { kind } }")).data.me.kind).toBe("STAFF");
  });

  test("health, status and the log state it; the exit code of status is 1", async () => {
    const health = await fetch(`${host.url}/health`);
    expect([health.status, await health.json()]).toEqual([200, { status: "ok", disk: "low" }]);
    expect(host.output()).toMatch(/"level":"error","event":"disk","is":"low","freeBytes":\d+/);
    const { code, stdout } = await pos(shop, "status");
    expect([code, stdout]).toEqual([1, expect.stringMatching(/^disk .* watermark 999999999 MB: LOW, only sales/m)]);
  });

  test("sales, refunds and what terminals send later are recorded", async () => {
    // The terminal was paired while there was space.
    await stopHost(host);
    host = await startHost(shop);
    const terminal = await activate(host.url, credentialsOf(shop).terminal.activationCode);
    await stopHost(host);
    host = await startHost(shop, HUGE);
    operator = await signInOperator(host.url, terminal, credentialsOf(shop));
    const sold = await post(host.url, operator, SELL, { input: saleInput(1) });
    expect(sold.data.completeSale.userErrors).toEqual([]);
    const synced = await post(
      host.url,
      operator,
      "mutation ($s: [CompleteSaleInput!]!) { syncSales(input: { sales: $s }) { results { status } } }",
      { s: [saleInput(2)] },
    );
    expect(synced.data.syncSales.results).toEqual([{ status: "RECORDED" }]);
    const facts = await post(
      host.url,
      operator,
      "mutation ($s: CompleteSaleInput!) { syncFacts(input: { facts: [{ sale: $s }] }) { results { status } } }",
      { s: saleInput(3) },
    );
    expect(facts.data.syncFacts.results).toEqual([{ status: "RECORDED" }]);
    const refund = { id: clock.newId("ref"), saleId: sold.data.completeSale.sale.id };
    const refused = await post(
      host.url,
      operator,
      "mutation ($i: RefundSaleInput!) { refundSale(input: $i) { userErrors { code } } }",
      { i: { ...refund, occurredAt: clock.now(), lines: [], payments: [] } },
    );
    expect(JSON.stringify(refused)).not.toContain("STORAGE_LOW");
  });
});

test("status: exit code 0 and the size of the table when there is space", async () => {
  const { code, stdout } = await pos(shop, "status");
  expect(code).toBe(0);
  expect(stdout).toMatch(/^table +\d+ MB$/m);
  expect(stdout).toMatch(/: enough$/m);
});

test("watchDisk: is low below the watermark only, and logs each change once", async () => {
  const lines: unknown[] = [];
  const log = (line: object) => void lines.push(line);
  const enough = watchDisk({ folder: home, minimumBytes: 1, log, milliseconds: 10 });
  const low = watchDisk({ folder: home, minimumBytes: Number.MAX_SAFE_INTEGER, log, milliseconds: 10 });
  await new Promise((resolve) => setTimeout(resolve, 100));
  expect([enough.isLow(), low.isLow()]).toEqual([false, true]);
  expect(lines).toHaveLength(1);
  enough.stop();
  low.stop();
});

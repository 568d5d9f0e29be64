import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { systemClock as clock } from "@pos/functions/platform/clock.ts";
import { FORMAT } from "@pos/host/single/format.ts";
import { beforeAll, describe, expect, test } from "vitest";
import {
  activate,
  credentialsOf,
  homeOf,
  lastLineOf,
  pos,
  post,
  SELL,
  saleInput,
  signInOperator,
  signInOwner,
  startCommand,
  startHost,
  stopHost,
} from "../../support/processes.ts";

/** Backup and restore, with a real host that goes on selling and terminals that send again what they still have. */
const home = homeOf("backup");
const shop = join(home, "shop");
const backup = join(home, "backup");
const restored = join(home, "restored");

interface Terminal {
  readonly operator: string;
  readonly sold: ReturnType<typeof saleInput>[];
}

const TERMINALS = 20;
const PENCE = 250;
const SYNC =
  "mutation ($sales: [CompleteSaleInput!]!) { syncSales(input: { sales: $sales }) { epoch results { id status userErrors { code } } } }";

/** A terminal at a location, paired, with the demo's manager signed in at it. */
async function openTerminal(url: string, owner: string, locationId: string, code: string): Promise<Terminal> {
  const id = clock.newId("trm");
  const { data } = await post(
    url,
    owner,
    "mutation ($t: CreateTerminalInput!, $id: ID!) { createTerminal(input: $t) { userErrors { code } } issueActivationCode(input: { terminalId: $id }) { activationCode } }",
    { t: { id, code, name: code, locationId }, id },
  );
  const terminal = await activate(url, data.issueActivationCode.activationCode);
  return { operator: await signInOperator(url, terminal, credentialsOf(shop)), sold: [] };
}

async function sell(url: string, { operator, sold }: Terminal): Promise<number> {
  const input = saleInput(sold.length + 1, PENCE);
  const { data } = await post(url, operator, SELL, { input });
  expect(data.completeSale.userErrors).toEqual([]);
  sold.push(input);
  return data.completeSale.epoch;
}

async function summaryOf(url: string, operator: string): Promise<{ saleCount: number; pence: number }> {
  const day = (days: number) => new Date(Date.parse(clock.now()) + days * 86_400_000).toISOString().slice(0, 10);
  const query =
    "query ($from: Date!, $to: Date!) { salesSummary(from: $from, to: $to) { saleCount grossSales { amount } } }";
  const { data } = await post(url, operator, query, { from: day(-1), to: day(1) });
  return { saleCount: data.salesSummary.saleCount, pence: data.salesSummary.grossSales.amount };
}

/** The ids of a location's sales as lists show them. */
async function listed(url: string, operator: string): Promise<string[]> {
  const ids: string[] = [];
  let after: string | null = null;
  do {
    const query =
      "query ($after: String) { sales(first: 100, after: $after) { nodes { id } pageInfo { hasNextPage endCursor } } }";
    const { data } = await post(url, operator, query, { after });
    for (const { id } of data.sales.nodes) ids.push(id);
    after = data.sales.pageInfo.hasNextPage ? data.sales.pageInfo.endCursor : null;
  } while (after !== null);
  return ids;
}

describe("backup and restore", () => {
  const terminals: Terminal[] = [];
  let branch: Terminal = { operator: "", sold: [] };
  let before = { saleCount: 0, pence: 0 };

  beforeAll(async () => {
    const host = await startHost(shop);
    const credentials = credentialsOf(shop);
    const owner = await signInOwner(host.url, credentials);
    for (let number = 0; number < TERMINALS; number++)
      terminals.push(await openTerminal(host.url, owner, credentials.locationId, `T${number}`));
    const locationId = clock.newId("loc");
    const { data } = await post(
      host.url,
      owner,
      "mutation ($l: CreateLocationInput!) { createLocation(input: $l) { userErrors { code } } }",
      { l: { id: locationId, code: "BRANCH", name: "Branch", timeZone: "Europe/London" } },
    );
    expect(data.createLocation.userErrors).toEqual([]);
    branch = await openTerminal(host.url, owner, locationId, "B1");
    before = await summaryOf(host.url, terminals[0]?.operator ?? "");
    const selling = new AbortController();
    const sellers = terminals.map(async (terminal) => {
      while (!selling.signal.aborted) expect(await sell(host.url, terminal)).toBe(1);
    });
    await new Promise((resolve) => setTimeout(resolve, 1_500));
    const taken = await pos(shop, "backup", backup);
    await new Promise((resolve) => setTimeout(resolve, 500));
    selling.abort();
    await Promise.all(sellers);
    expect(taken).toMatchObject({ code: 0, stderr: "" });
    expect(lastLineOf(taken.stdout)).toBe(`Backup: ${backup}`);
    await stopHost(host);
  });

  test("backup: is complete, described and self-contained when taken under load", async () => {
    const manifest = JSON.parse(readFileSync(join(backup, "manifest.json"), "utf8"));
    expect(manifest).toMatchObject({
      kind: "pos backup",
      format: FORMAT,
      folder: readFileSync(join(shop, "id"), "utf8"),
      program: expect.stringMatching(/^pos \d/),
      counts: { merchants: 1, ledgers: 3 },
    });
    expect(manifest.counts.entries).toBeGreaterThan(240);
    expect(readdirSync(backup).sort()).toEqual(["manifest.json", "table"]);
    expect(readdirSync(home).sort()).toEqual(["backup", "shop"]);
  });

  test("restored elsewhere, every ledger proves and has the next epoch; terminals send again, and each sale is there once", async () => {
    const put = await pos(restored, "restore", backup);
    expect(put).toMatchObject({ code: 0, stderr: "" });
    expect(readFileSync(join(restored, "id"), "utf8")).not.toBe(readFileSync(join(shop, "id"), "utf8"));
    expect(lastLineOf((await pos(restored, "verify")).stdout)).toBe("0 differences");

    const host = await startHost(restored);
    const statuses = new Map<string, number>();
    await Promise.all(
      terminals.map(async ({ operator, sold }) => {
        for (let from = 0; from < sold.length; from += 100) {
          const { data } = await post(host.url, operator, SYNC, { sales: sold.slice(from, from + 100) });
          expect(data.syncSales.epoch).toBe(2);
          for (const { status } of data.syncSales.results) statuses.set(status, (statuses.get(status) ?? 0) + 1);
        }
      }),
    );
    expect([...statuses.keys()].sort()).toEqual(["RECORDED", "REPLAYED"]);
    // A ledger that had no entry and no head has the next epoch too, and takes its first.
    expect(await sell(host.url, branch)).toBe(2);
    const [{ operator } = branch] = terminals;
    const sold = [...terminals, branch].flatMap((terminal) => terminal.sold);
    const want = { saleCount: before.saleCount + sold.length, pence: before.pence + PENCE * sold.length };
    const deadline = performance.now() + 20_000;
    while ((await summaryOf(host.url, operator)).saleCount < want.saleCount && performance.now() < deadline);
    expect(await summaryOf(host.url, operator)).toEqual(want);
    const ids = await listed(host.url, operator);
    expect(new Set(ids).size).toBe(ids.length);
    const known = new Set(ids);
    expect(sold.filter(({ id }) => !known.has(id))).toEqual([]);
    expect(lastLineOf((await pos(restored, "verify")).stdout)).toBe("0 differences");
    await stopHost(host);
  });

  test("rebuild: rebuilds entries and balances of a restored folder, and the epoch stays", async () => {
    for (const words of [["rebuild"], ["rebuild", "--entries", "--yes"]]) {
      const rebuilt = await pos(restored, ...words);
      expect(lastLineOf(rebuilt.stdout)).toBe("0 balances and 0 guards differed and were written");
      expect(lastLineOf((await pos(restored, "verify")).stdout)).toBe("0 differences");
    }
    const host = await startHost(restored);
    expect(await sell(host.url, branch)).toBe(2);
    await stopHost(host);
  });

  test("a restore of a restore has the epoch after that", async () => {
    const [second, twice] = [join(home, "second"), join(home, "twice")];
    expect((await pos(restored, "backup", second)).code).toBe(0);
    expect((await pos(twice, "restore", second)).code).toBe(0);
    const host = await startHost(twice);
    expect(await sell(host.url, { ...branch, sold: [...branch.sold] })).toBe(3);
    await stopHost(host);
    expect(lastLineOf((await pos(twice, "verify")).stdout)).toBe("0 differences");
  });

  test("the same backup restored once more gets epochs above those that were seen, when --above states them", async () => {
    const again = join(home, "again");
    expect((await pos(again, "restore", backup, "--above", "none")).code).toBe(2);
    const { code, stdout } = await pos(again, "restore", backup, "--above", "2");
    expect({ code, line: lastLineOf(stdout) }).toEqual({
      code: 0,
      line: "Epochs go up to 3. Should a copy from before this be restored, say --above 3.",
    });
    const host = await startHost(again);
    expect(await sell(host.url, { ...branch, sold: [...branch.sold] })).toBe(3);
    await stopHost(host);
  });

  test("a restore that was killed is run again; until then nothing starts there", async () => {
    const folder = join(home, "killed");
    const patience = [450, 500, 550, 600, 700];
    for (const milliseconds of patience) {
      const { child, ran } = startCommand(folder, "restore", backup);
      await new Promise((resolve) => setTimeout(resolve, milliseconds));
      child.kill("SIGKILL");
      await ran;
      if (existsSync(join(folder, "table"))) break;
    }
    if (!existsSync(join(folder, "table"))) expect((await pos(folder, "restore", backup)).code).toBe(0);
    expect(lastLineOf((await pos(folder, "verify")).stdout)).toBe("0 differences");

    const half = join(home, "half");
    mkdirSync(join(half, "table.restoring"), { recursive: true });
    const host = await startHost(half);
    expect(await host.exited).toBe(1);
    expect(host.output()).toContain(`A restore into ${half} did not finish: run it again`);
    expect((await pos(half, "restore", backup)).code).toBe(0);
  });

  test("backup and restore: print a sentence and change nothing when they cannot be done", async () => {
    const damaged = join(home, "damaged");
    cpSync(backup, damaged, { recursive: true });
    const data = readFileSync(join(damaged, "table", "data.mdb"));
    data[data.length >> 1] = (data[data.length >> 1] ?? 0) ^ 1;
    writeFileSync(join(damaged, "table", "data.mdb"), data);
    const newer = join(home, "newer");
    cpSync(backup, newer, { recursive: true });
    const manifest = JSON.parse(readFileSync(join(newer, "manifest.json"), "utf8"));
    writeFileSync(join(newer, "manifest.json"), JSON.stringify({ ...manifest, format: 99 }));
    const fresh = join(home, "fresh");
    const cases: [string, string[], RegExp][] = [
      [fresh, ["restore", damaged], /is damaged: its table does not match its manifest/],
      [fresh, ["restore", newer], /has format 99, and this program knows formats up to \d+: run the newer program/],
      [fresh, ["restore", join(home, "nowhere")], /holds no backup: name the folder that "backup" made/],
      [shop, ["restore", backup], /is not empty \(it holds .*table.*\)\. Restore into a new one, POS_DATA_DIR=/],
      [shop, ["backup", backup], /is not empty: choose a folder that is not there yet/],
      [shop, ["backup", join(home, "nowhere", "deep")], /There is no folder .*nowhere to put the backup into/],
      [shop, ["backup", join(backup, "manifest.json")], /is not a folder/],
    ];
    for (const [folder, words, sentence] of cases) {
      const { code, stdout, stderr } = await pos(folder, ...words);
      expect({ code, stdout }).toEqual({ code: 1, stdout: "" });
      expect(stderr).toMatch(sentence);
      expect(stderr.trim().split("\n")).toHaveLength(1);
    }
    expect(existsSync(join(fresh, "table"))).toBe(false);
    expect((await pos(fresh, "restore", backup)).code).toBe(0);
    mkdirSync(join(home, "third.unfinished"));
    expect((await pos(shop, "backup", join(home, "third"))).code).toBe(0);
    expect(existsSync(join(home, "third.unfinished"))).toBe(false);
    rmSync(join(home, "third"), { recursive: true });
  });
});

import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Result } from "@pos/core/base/result.ts";
import { localTime } from "@pos/core/base/time.ts";
import { findVariants } from "@pos/core/goods/catalog/index.ts";
import { stockLevels } from "@pos/core/goods/stock/index.ts";
import { listExceptions, verify } from "@pos/core/ledger/index.ts";
import type { AnyContext, Context } from "@pos/core/people/access/index.ts";
import { allMerchants, findEmail } from "@pos/core/people/directory/index.ts";
import { signIn, signInOperator } from "@pos/core/people/staff/index.ts";
import { activateTerminal } from "@pos/core/people/terminal/index.ts";
import { dayTotals } from "@pos/core/selling/day/index.ts";
import { listSales, raiseSequenceGaps, type SaleFact } from "@pos/core/selling/sale/index.ts";
import { type EmbeddedTable, openEmbeddedTable } from "@pos/core/table/embedded/table.ts";
import { signUp } from "@pos/functions/api/sign-up.ts";
import { books } from "@pos/functions/books.ts";
import { BOOK_FILTER, bookChanges } from "@pos/functions/jobs/book.ts";
import { systemClock as clock } from "@pos/functions/platform/clock.ts";
import { demoData } from "@pos/host/demo/data.ts";
import { beginDemo, type Credentials, endDemo, makeDemoShop, wasInterrupted } from "@pos/host/demo/demo.ts";
import { saveCredentials } from "@pos/host/demo/files.ts";
import { timedSales } from "@pos/host/demo/times.ts";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

const URL_SHOWN = "http://127.0.0.1:4000/graphql";
const ZONE = "Europe/London";

interface Demo {
  readonly folder: string;
  readonly engine: EmbeddedTable;
  readonly credentials: Credentials;
  readonly owner: Context;
  readonly lines: readonly string[];
}

const opened: EmbeddedTable[] = [];

async function makeDemo(): Promise<Demo> {
  const folder = newFolder();
  const engine = await openEmbeddedTable({ folder: join(folder, "table"), streamFilter: BOOK_FILTER });
  opened.push(engine);
  const { table } = engine;
  const lines: string[] = [];
  const bookAll = readerOf(engine);
  const log = (line: string) => void lines.push(line);
  const credentials = await makeDemoShop({ table, clock, url: URL_SHOWN, dataFolder: folder, bookAll, log });
  const entry = await findEmail(table, credentials.owner.email);
  if (!entry) throw new Error("the owner has no address");
  const caller = { kind: "staff", ...entry, sessionId: clock.newId("ses"), role: "OWNER", coverage: "all" } as const;
  return { folder, engine, credentials, owner: { table, clock, caller }, lines };
}

/** The real reader, driven until the stream is empty. */
function readerOf({ table, stream }: EmbeddedTable): () => Promise<void> {
  let checkpoint: string | undefined;
  return async () => {
    for (;;) {
      const batch = await stream.read(checkpoint, 500);
      if (batch.changes.length === 0) return;
      expect(await bookChanges({ table, clock, books }, batch.changes)).toEqual([]);
      checkpoint = batch.checkpoint;
    }
  };
}

/** Everything the tests write; removed at the end. */
const home = mkdtempSync(join(tmpdir(), "pos-demo-"));

function newFolder(): string {
  return mkdtempSync(join(home, "data-"));
}

function value<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(JSON.stringify(result.failures));
  return result.value;
}

async function allSales({ owner }: Demo): Promise<SaleFact[]> {
  const page = await listSales(owner, { filter: {}, limit: 100 });
  const sales = [...(page?.sales ?? [])];
  for (let more = page?.hasMore; more; ) {
    const olderThan = sales.at(-1)?.orderKey ?? "";
    const next = await listSales(owner, { filter: {}, limit: 100, olderThan });
    sales.push(...(next?.sales ?? []));
    more = next?.hasMore;
  }
  return sales.map(({ sale }) => sale);
}

let demo: Demo;
let milliseconds: number;
beforeAll(async () => {
  const started = performance.now();
  demo = await makeDemo();
  milliseconds = performance.now() - started;
});
afterAll(async () => {
  for (const engine of opened) await engine.close();
  rmSync(home, { recursive: true, force: true });
});

describe("demo: the shop", () => {
  test("demo: is created in a few seconds and lists what it created", () => {
    expect(milliseconds).toBeLessThan(15_000);
    expect(demo.lines[0]).toBe(`demo: ${demoData.goods.length} products`);
    expect(demo.lines[1]).toMatch(/^demo: \d+ sales of 14 days$/);
  });

  test("has at least 50 variants, all of them in stock, at whole pennies, with a cost", async () => {
    const { owner, credentials } = demo;
    const skus = demoData.goods.map(({ sku }) => sku);
    const levels = await stockLevels(owner, credentials.locationId, { skus, first: 100 });
    expect(levels?.levels.length).toBeGreaterThanOrEqual(50);
    expect(levels?.levels.filter(({ onHand }) => Number(onHand) <= 0)).toEqual([]);
    const variants = await findVariants(
      owner.table,
      owner.caller.merchantId,
      skus.map((sku) => ({ sku })),
    );
    for (const variant of variants) {
      expect(variant?.unitPrice).toMatch(/^\d+(\.\d{1,2})?$/);
      expect(Number(variant?.unitCost)).toBeGreaterThan(0);
      expect(Number(variant?.unitCost)).toBeLessThan(Number(variant?.unitPrice));
    }
  });

  test("finds goods by EAN-13s of the range for use inside a shop", async () => {
    const barcodes = demoData.goods.flatMap(({ barcode }) => barcode ?? []);
    expect(barcodes.length).toBeGreaterThanOrEqual(20);
    for (const barcode of barcodes) {
      expect(barcode).toMatch(/^2\d{12}$/);
      const sum = [...barcode].reduce((total, digit, index) => total + Number(digit) * (index % 2 === 0 ? 1 : 3), 0);
      expect(sum % 10).toBe(0);
    }
    const { table, caller } = demo.owner;
    const found = await findVariants(
      table,
      caller.merchantId,
      barcodes.map((barcode) => ({ barcode })),
    );
    expect(found.every((variant) => variant !== undefined)).toBe(true);
  });

  test("leaves no exception and no difference", async () => {
    const { owner, credentials, engine } = demo;
    const { merchantId } = owner.caller;
    const { locationId } = credentials;
    const open = await listExceptions(engine.table, merchantId, locationId, { open: true, limit: 100 });
    expect(open.exceptions).toEqual([]);
    const closed = await listExceptions(engine.table, merchantId, locationId, { open: false, limit: 100 });
    expect(closed.exceptions).toEqual([]);
    const verification = await verify({ table: engine.table, clock, books }, { merchantId, ledgerId: locationId });
    expect(verification.differences).toEqual([]);
    expect(verification.facts).toBe((await allSales(demo)).length + 1);
  });

  test("has sold on 14 business days, never in the future, at the catalogue's prices, without a flag", async () => {
    const sales = await allSales(demo);
    const now = clock.now();
    const days = [...new Set(sales.map(({ day }) => day))].sort();
    expect(days).toHaveLength(14);
    expect(Date.parse(days.at(-1) ?? "") - Date.parse(days[0] ?? "")).toBe(13 * 86_400_000);
    expect((days.at(-1) ?? "") <= localTime(now, ZONE).day).toBe(true);
    expect(sales.length).toBeGreaterThanOrEqual(13 * 12);
    expect(sales.filter(({ occurredAt }) => occurredAt > now)).toEqual([]);
    expect(sales.filter(({ flags }) => flags !== undefined)).toEqual([]);
    expect(new Set(sales.flatMap(({ lines }) => lines.map(({ priceSource }) => priceSource)))).toEqual(
      new Set([undefined]),
    );
    expect(new Set(sales.flatMap(({ lines }) => lines.map(({ taxes }) => taxes[0]?.rate)))).toEqual(
      new Set(["20", "0"]),
    );
    expect(new Set(sales.map(({ payments }) => payments[0]?.method))).toEqual(new Set(["CASH", "CARD", "QR_CODE"]));
    const totals = await dayTotals(demo.owner, demo.credentials.locationId, days[0] ?? "", days.at(-1) ?? "");
    expect(totals).toHaveLength(14);
  });

  test("counts receipts without a gap at two terminals, by operators who exist", async () => {
    const { owner, credentials, engine } = demo;
    const sales = await allSales(demo);
    const terminals = new Set(sales.map(({ terminalId }) => terminalId));
    expect(terminals.size).toBe(2);
    for (const terminalId of terminals) {
      const own = sales.filter((sale) => sale.terminalId === terminalId);
      const sequences = own.map(({ sequence }) => sequence).sort((a, b) => a - b);
      expect(sequences).toEqual(own.map((_, index) => index + 1));
      const ref = { merchantId: owner.caller.merchantId, locationId: credentials.locationId, terminalId };
      expect(await raiseSequenceGaps({ table: engine.table, clock }, ref)).toBeFalsy();
    }
    expect(new Set(sales.map(({ operatorId }) => operatorId)).size).toBe(2);
  });

  test("demo: is in the list of merchants", async () => {
    const merchants: string[] = [];
    for await (const merchantId of allMerchants(demo.engine.table)) merchants.push(merchantId);
    expect(merchants).toEqual([demo.owner.caller.merchantId]);
  });
});

describe("demo: the credentials", () => {
  test("all work, and the activation code once", async () => {
    const { credentials, engine } = demo;
    const anonymous: AnyContext = { table: engine.table, clock, caller: { kind: "nobody" } };
    value(await signIn(anonymous, credentials.owner, { address: "192.0.2.1" }));
    const { merchantId, terminal } = value(await activateTerminal(anonymous, credentials.terminal));
    expect((await activateTerminal(anonymous, credentials.terminal)).ok).toBe(false);
    const { id: terminalId, locationId, credentialVersion } = terminal;
    expect(locationId).toBe(credentials.locationId);
    const context: Context = {
      table: engine.table,
      clock,
      caller: { kind: "terminal", merchantId, terminalId, locationId },
    };
    for (const { number: operatorNumber, pin } of [credentials.operator, credentials.cashier]) {
      value(await signInOperator(context, { operatorNumber, pin }, credentialVersion));
      expect((await signInOperator(context, { operatorNumber, pin: `${pin}0` }, credentialVersion)).ok).toBe(false);
    }
  });

  test("are saved for the owner of the folder alone, in just this shape", () => {
    const path = join(demo.folder, "credentials.json");
    expect(statSync(path).mode & 0o777).toBe(0o600);
    const saved = JSON.parse(readFileSync(path, "utf8")) as Record<string, object>;
    expect(saved).toEqual(demo.credentials);
    const keys = Object.entries(saved).map(([name, inner]) => [
      name,
      typeof inner === "string" ? [] : Object.keys(inner),
    ]);
    expect(keys).toEqual([
      ["url", []],
      ["locationId", []],
      ["owner", ["email", "password"]],
      ["terminal", ["activationCode"]],
      ["operator", ["number", "pin"]],
      ["cashier", ["number", "pin"]],
    ]);
    expect(saved.url).toBe(URL_SHOWN);
  });

  test("are never those of another demo", async () => {
    const { credentials: other } = await makeDemo();
    const secretsOf = ({ owner, terminal, operator, cashier }: Credentials) => [
      owner.password,
      terminal.activationCode,
      operator.pin,
      cashier.pin,
    ];
    expect(new Set([...secretsOf(demo.credentials), ...secretsOf(other)]).size).toBe(8);
  });
});

describe("demo: the time of its sales", () => {
  const cases = [
    ["in the evening of summer time", "2026-07-15T20:00:00.000Z", "2026-07-15", "2026-07-02"],
    ["in the evening of winter", "2026-01-10T20:00:00.000Z", "2026-01-10", "2025-12-28"],
    ["before the shop opens", "2026-01-10T06:00:00.000Z", "2026-01-09", "2025-12-27"],
    ["just after midnight in London, still yesterday in UTC", "2026-07-14T23:30:00.000Z", "2026-07-14", "2026-07-01"],
    ["across the end of summer time", "2026-10-30T20:00:00.000Z", "2026-10-30", "2026-10-17"],
  ] as const;
  for (const [name, now, last, first] of cases) {
    test(`spans 14 days: ${name}`, () => {
      const sales = timedSales(demoData.sales, now, ZONE);
      const days = [...new Set(sales.map(({ occurredAt }) => localTime(occurredAt, ZONE).day))];
      expect([days.length, days[0], days.at(-1)]).toEqual([14, first, last]);
      for (const { occurredAt, minute } of sales) {
        expect(occurredAt <= now).toBe(true);
        expect(localTime(occurredAt, ZONE).hour).toBe(Math.floor(minute / 60));
      }
    });
  }

  test("leaves out what has not happened yet today", () => {
    const now = "2026-07-15T11:00:00.000Z";
    const today = timedSales(demoData.sales, now, ZONE).filter(({ day }) => day === 0);
    const whole = demoData.sales.filter(({ day }) => day === 0);
    expect(today.map(({ minute }) => minute)).toEqual(
      whole.map(({ minute }) => minute).filter((minute) => minute <= 720),
    );
    expect(today.length).toBeLessThan(whole.length);
  });
});

describe("demo: a first start that is cut short", () => {
  const some: Credentials = {
    url: URL_SHOWN,
    locationId: "loc",
    owner: { email: "a@b.example", password: "p" },
    terminal: { activationCode: "c" },
    operator: { number: "1", pin: "2" },
    cashier: { number: "3", pin: "4" },
  };

  test("is none before it begins, nor in a folder that is not there", () => {
    const folder = newFolder();
    expect(wasInterrupted(folder)).toBe(false);
    expect(wasInterrupted(join(folder, "none"))).toBe(false);
  });

  test("is seen until the credentials are there, however often it is begun", () => {
    const folder = join(newFolder(), "data");
    beginDemo(folder);
    expect(wasInterrupted(folder)).toBe(true);
    writeFileSync(join(folder, "credentials.json.unfinished"), "{");
    beginDemo(folder);
    expect(wasInterrupted(folder)).toBe(true);
    saveCredentials(folder, some);
    expect(wasInterrupted(folder)).toBe(false);
  });

  test("loses nothing when only the marker outlived it, also when the credentials are deleted later", () => {
    const folder = newFolder();
    beginDemo(folder);
    saveCredentials(folder, some);
    expect(wasInterrupted(folder)).toBe(false);
    expect(existsSync(join(folder, "demo-unfinished"))).toBe(false);
    rmSync(join(folder, "credentials.json"));
    expect(wasInterrupted(folder)).toBe(false);
  });

  test("is not taken for finished by an earlier demo's credentials", () => {
    const folder = newFolder();
    beginDemo(folder);
    saveCredentials(folder, some);
    endDemo(folder);
    endDemo(folder);
    beginDemo(folder);
    expect(wasInterrupted(folder)).toBe(true);
  });
});

describe("sign-up", () => {
  const [merchantId, ownerId, taxId] = [clock.newId("mer"), clock.newId("stf"), clock.newId("tax")];
  const input = {
    merchant: { id: merchantId, name: "Second", currency: "GBP", cashStep: 1 },
    taxes: {
      regime: { pricesIncludeTax: true, level: "LINE", mode: "HALF_UP" },
      defaultCodeId: taxId,
      codes: { [taxId]: { id: taxId, name: "Zero", rate: "0" } },
    },
    owner: { id: ownerId, name: "Two", email: "second@demo.example", password: "correct horse battery" },
  } as const;
  const codesOf = (result: Result<unknown>) => (result.ok ? [] : result.failures.map(({ code }) => code));

  test("answers the same request again, and refuses another merchant by the id", async () => {
    const { table } = demo.engine;
    expect(codesOf(await signUp(table, clock, input))).toEqual([]);
    expect(codesOf(await signUp(table, clock, input))).toEqual([]);
    const other = { ...input, merchant: { ...input.merchant, name: "Third" } };
    expect(codesOf(await signUp(table, clock, other))).toEqual(["ID_CONFLICT"]);
  });

  test("refuses an address that is taken and leaves nothing of the new merchant", async () => {
    const { table } = demo.engine;
    const other = { ...input, merchant: { ...input.merchant, id: clock.newId("mer") } };
    const taken = { ...other, owner: { ...input.owner, email: demo.credentials.owner.email.toUpperCase() } };
    expect(codesOf(await signUp(table, clock, taken))).toEqual(["EMAIL_TAKEN"]);
    const free = { ...other, owner: { ...input.owner, email: "free@demo.example" } };
    expect(codesOf(await signUp(table, clock, free))).toEqual([]);
  });

  test("demo: reports every wrong option, by field", async () => {
    const bad = {
      merchant: { id: "mer_1", name: " ", currency: "gbp", cashStep: 0 },
      taxes: { ...input.taxes, defaultCodeId: "tax_1", codes: { tax_2: { id: "tax_2", name: "X", rate: "101" } } },
      owner: { ...input.owner, password: "short" },
    };
    const result = await signUp(demo.engine.table, clock, bad);
    expect(result.ok ? [] : result.failures.map(({ path }) => path.slice(1).join("."))).toEqual([
      "merchant.id",
      "merchant.name",
      "merchant.currency",
      "merchant.cashStep",
      "taxes",
      "taxes.defaultCodeId",
      "owner.password",
    ]);
  });
});

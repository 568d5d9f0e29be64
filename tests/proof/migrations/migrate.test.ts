import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { present } from "@pos/core/base/result.ts";
import { ledgerPk } from "@pos/core/ledger/balance.ts";
import { book, readFact } from "@pos/core/ledger/index.ts";
import { formatKey } from "@pos/core/people/directory/index.ts";
import { merchantLocations } from "@pos/core/people/location/index.ts";
import { createDynamoClient } from "@pos/core/table/dynamodb/client.ts";
import { createTableIfAbsent } from "@pos/core/table/dynamodb/create.ts";
import { createDynamoTable } from "@pos/core/table/dynamodb/table.ts";
import { type EmbeddedTable, openEmbeddedTable } from "@pos/core/table/embedded/table.ts";
import type { LocalEngine } from "@pos/core/table/port/engine.ts";
import type { Item, Table, Write } from "@pos/core/table/port/port.ts";
import {
  FormatUnknown,
  type MigrationStatusStore,
  type MigrationStep,
  migrate,
  type Phase,
} from "@pos/functions/jobs/migrate/migrate.ts";
import { dryRunOf, tableMigrationStatus } from "@pos/functions/jobs/migrate/status.ts";
import { everyItem, everyLedger } from "@pos/functions/jobs/migrate/walk.ts";
import { systemClock } from "@pos/functions/platform/clock.ts";
import { migrateCommand } from "@pos/host/cli/commands/migrate.ts";
import type { Output } from "@pos/host/control/command.ts";
import type { System } from "@pos/host/control/system.ts";
import { folderMigrationStatus } from "@pos/host/single/format.ts";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { javaIsThere } from "../../../scripts/dynamodb-local.mjs";
import { expectSound } from "../../support/books.ts";
import { lineOf, makeSale, sellHappened } from "../../support/sales.ts";
import { sharedDynamodb } from "../../support/shared.ts";
import { createShop, type Shop } from "../../support/shop.ts";

/**
 * A change of the table's shape that the product does not need, taken through all its phases: levels get their goods in whole
 * units beside their body (backfill), which a newer program writes with every booking (expand), and lose a mark that only the
 * older one needed (contract).
 */
const VARIANTS = 130;
const SHOPS = 2;

const unitsOf = ({ body }: Item) => Math.floor((JSON.parse(String(body)) as { quantity: number }).quantity / 1000);

async function* ledgerPartitions(table: Table, merchantId: string): AsyncGenerator<string> {
  for (const { id } of await merchantLocations(table, merchantId)) yield ledgerPk(merchantId, id);
}

const levels = { partitions: ledgerPartitions, range: { beginsWith: "LEVEL#" } };
const STEPS: readonly MigrationStep[] = [
  {
    from: 3,
    name: "levels are marked as old",
    phase: "expand",
    run: everyItem({ ...levels, change: (item) => (item.old ? undefined : { ...item, old: true }) }),
  },
  {
    from: 4,
    name: "levels know their units",
    phase: "backfill",
    run: everyItem({
      ...levels,
      change: (item) => (item.units === unitsOf(item) ? undefined : { ...item, units: unitsOf(item) }),
    }),
  },
  {
    from: 5,
    name: "levels lose their mark",
    phase: "contract",
    run: everyItem({ ...levels, change: ({ old, ...item }) => (old === undefined ? undefined : item) }),
  },
];

const planOf = (upTo: Phase) => ({ where: "The table", steps: STEPS, format: 6, upTo });
/** Of another format than this program's, which is 3: as if three more had been released. */
const placeOf = (table: Table) => ({ table, clock: systemClock });

/** The program that is being deployed: it writes the units with every level. */
function newerProgram(table: Table): Table {
  const expanded = (write: Write): Write =>
    write.op === "put" && write.item.sk.startsWith("LEVEL#")
      ? { ...write, item: { ...write.item, units: unitsOf(write.item) } }
      : write;
  return { ...table, transact: (writes) => table.transact(writes.map(expanded)) };
}

interface Home {
  readonly name: string;
  /** The table, opened again as after the process was killed. */
  open(): Promise<{ table: Table; statusStore: MigrationStatusStore }>;
  close(): Promise<void>;
}

async function embeddedHome(): Promise<Home> {
  const path = mkdtempSync(join(tmpdir(), "pos-migrate-"));
  let engine: EmbeddedTable | undefined;
  return {
    name: "embedded",
    async open() {
      await engine?.close();
      engine = await openEmbeddedTable({ folder: join(path, "table") });
      if (engine.getMeta("format") === undefined) await engine.putMeta("format", "3");
      return { table: engine.table, statusStore: folderMigrationStatus({ path, engine }, 6) };
    },
    async close() {
      await engine?.close();
      rmSync(path, { recursive: true });
    },
  };
}

async function dynamoHome(): Promise<Home> {
  const given = process.env.DYNAMODB_ENDPOINT || undefined;
  const endpoint = given ?? (await sharedDynamodb());
  const credentials = { accessKeyId: "local", secretAccessKey: "local" };
  const client = createDynamoClient({ region: "eu-central-1", endpoint, credentials });
  const tableName = `migrate-${process.pid}`;
  await createTableIfAbsent(client, tableName);
  return {
    name: "dynamo",
    async open() {
      const table = createDynamoTable({ client, tableName });
      return { table, statusStore: tableMigrationStatus(table) };
    },
    async close() {
      client.destroy();
    },
  };
}

describe.each([
  ["embedded", embeddedHome, true],
  ["DynamoDB Local", dynamoHome, Boolean(process.env.DYNAMODB_ENDPOINT) || javaIsThere()],
] as const)("migrate: %s", (_, openHome, isThere) => {
  let home: Home;
  let table: Table;
  let statusStore: MigrationStatusStore;
  let shops: Shop[];

  beforeEach(({ skip }) => skip(!isThere, "It needs a Java runtime."));
  beforeAll(async () => {
    if (!isThere) return;
    home = await openHome();
    ({ table, statusStore } = await home.open());
    shops = [];
    for (let seed = 1; seed <= SHOPS; seed++) {
      const shop = await createShop({ engine: { table } as unknown as LocalEngine, seed, variants: VARIANTS });
      const stocking = shop.stock("40");
      await stocking;
      await bookAll(shop, table);
      shops.push(shop);
    }
  }, 120_000);
  afterAll(async () => {
    if (isThere) await home.close();
  });

  /** Books what this shop has recorded, as the reader does. */
  async function bookAll(shop: Shop, over: Table): Promise<void> {
    const { items } = await over.queryIndex({
      index: "gsi1",
      pk: `${shop.merchantId}#F#${shop.locationId}`,
      limit: 1000,
    });
    for (const { pk } of items) {
      const fact = present(await readFact(over, shop.merchantId, pk.split("#")[1] ?? ""), pk);
      await book({ ...shop.booking, table: over }, [fact]);
    }
  }

  /** The newer program sells these goods, recorded and booked. */
  async function sell(shop: Shop, variants: Shop["variants"]): Promise<void> {
    const sale = makeSale(shop, { lines: variants.map((variant) => lineOf(variant, "3")) });
    await sellHappened({ ...shop.terminal(0), table }, [sale]);
    const fact = present(await readFact(table, shop.merchantId, sale.id), sale.id);
    await book({ ...shop.booking, table: newerProgram(table) }, [fact]);
  }

  async function levelItems(): Promise<Item[]> {
    const items: Item[] = [];
    for (const { merchantId, locationId } of shops)
      items.push(
        ...(await table.query({ pk: ledgerPk(merchantId, locationId), range: { beginsWith: "LEVEL#" }, limit: 1000 }))
          .items,
      );
    return items;
  }

  async function expectShopsSound(): Promise<void> {
    for (const shop of shops) await expectSound({ ...shop, engine: { table } as unknown as LocalEngine });
  }

  test("migrate: reports what would be written and writes nothing in a dry run", async () => {
    const rehearsal = dryRunOf(table, statusStore);
    expect(await migrate(placeOf(rehearsal.table), rehearsal.statusStore, planOf("expand"))).toBe(STEPS[1]);
    expect(rehearsal.writes()).toBe(SHOPS * VARIANTS);
    expect(await statusStore.load()).toEqual({ format: 3 });
    expect((await levelItems()).some((item) => item.old !== undefined)).toBe(false);
  });

  test("each phase waits for its time", async () => {
    expect(await migrate(placeOf(table), statusStore, planOf("expand"))).toBe(STEPS[1]);
    expect((await statusStore.load()).format).toBe(4);
    expect((await levelItems()).every((item) => item.old === true)).toBe(true);
    await sell(present(shops[0], "a shop"), present(shops[0], "a shop").variants.slice(0, 3));
  });

  test("killed in the middle and run again beside sales of the very goods, every level is right", async () => {
    const [first] = shops;
    const shop = present(first, "a shop");
    let writes = 0;
    /** Before every third write of the migration its goods are sold and booked: what it has read is old by then. */
    const busy = (untilWrite: number): Table => ({
      ...table,
      async write(write) {
        if (write.op === "put" && write.item.sk.startsWith("LEVEL#")) {
          writes++;
          if (writes === untilWrite) throw new Error("the power went");
          const variant = shop.variants.find(({ id }) => write.item.sk.endsWith(id));
          if (variant && writes % 3 === 0) await sell(shop, [variant]);
        }
        return table.write(write);
      },
    });
    let seen = 0;
    const options = {
      progress(_: MigrationStep, done: number) {
        seen = done;
      },
    };
    await expect(migrate(placeOf(busy(170)), statusStore, planOf("backfill"), options)).rejects.toThrow(
      "the power went",
    );
    const cut = await statusStore.load();
    expect(cut.format).toBe(4);
    expect(seen).toBeGreaterThanOrEqual(100);
    expect(cut.cursor).toContain(shop.merchantId.slice(0, 4));

    ({ table, statusStore } = await home.open());
    expect(await statusStore.load()).toEqual(cut);
    const reads: string[] = [];
    const watched = {
      ...busy(Number.POSITIVE_INFINITY),
      query: (query: Parameters<Table["query"]>[0]) => {
        if (query.pk.includes("#L#")) reads.push(query.pk);
        return table.query(query);
      },
    };
    expect(await migrate(placeOf(watched), statusStore, planOf("backfill"))).toBe(STEPS[2]);
    // A step reported as done is not repeated.
    expect(reads.length).toBeGreaterThan(0);
    expect(reads.length).toBeLessThan(SHOPS * Math.ceil(VARIANTS / 50));
    for (const item of await levelItems()) expect(item.units, item.sk).toBe(unitsOf(item));
    await expectShopsSound();
  }, 120_000);

  test("contract takes the mark away; two at once and once more change nothing further", async () => {
    await Promise.all([
      migrate(placeOf(table), statusStore, planOf("contract")),
      migrate(placeOf(table), home.name === "dynamo" ? tableMigrationStatus(table) : statusStore, planOf("contract")),
      sell(present(shops[1], "a shop"), present(shops[1], "a shop").variants.slice(0, 20)),
    ]);
    expect(await statusStore.load()).toEqual({ format: 6 });
    for (const item of await levelItems()) expect([item.old, item.units]).toEqual([undefined, unitsOf(item)]);
    const rehearsal = dryRunOf(table, statusStore);
    expect(await migrate(placeOf(rehearsal.table), rehearsal.statusStore, planOf("contract"))).toBeUndefined();
    expect(rehearsal.writes()).toBe(0);
    await expectShopsSound();
  }, 60_000);

  test("a newer format is refused in a sentence, and a step that is missing too", async () => {
    await expect(migrate(placeOf(table), statusStore, { ...planOf("contract"), format: 5 })).rejects.toThrow(
      FormatUnknown,
    );
    await expect(migrate(placeOf(table), statusStore, { ...planOf("contract"), format: 9 })).rejects.toThrow(
      "has format 6, which no program can bring up to date",
    );
  });

  test("a step for every ledger goes on with the one that it was at", async () => {
    const done: string[] = [];
    let fails = true;
    const step: MigrationStep = {
      from: 6,
      name: "ledgers are looked at",
      phase: "backfill",
      run: everyLedger(async (_, { ledgerId }) => {
        if (done.length === 2 && fails) throw new Error("the power went");
        done.push(ledgerId);
      }),
    };
    const plan = { where: "The table", steps: [step], format: 7, upTo: "backfill" } as const;
    const kept = home.name === "dynamo" ? statusStore : memoryStatusStore(6);
    await expect(migrate(placeOf(table), kept, plan)).rejects.toThrow("the power went");
    fails = false;
    await migrate(placeOf(table), kept, plan);
    expect(done).toHaveLength(SHOPS * 2);
    expect(new Set(done).size).toBe(SHOPS * 2);
    expect(await kept.load()).toEqual({ format: 7 });
  });

  test("pos migrate: brings a table to this program's format and prints it", async () => {
    if (home.name !== "dynamo") return;
    const lines: string[] = [];
    const output: Output = { line: async (text) => void lines.push(text), note: async () => {}, progress() {} };
    const run = (...words: string[]) =>
      migrateCommand.run({ table, clock: systemClock } as System, migrateCommand.parse(words, "/"), output);
    await expect(run()).rejects.toThrow("The table has format 7, and this program knows formats up to 3");
    await table.write({ op: "put", item: { ...formatKey(), format: 2 } });
    expect(await run("--dry-run")).toBe(0);
    expect(lines).toEqual([
      "2 -> 3  backfill  day totals know their hours",
      "1 steps would bring the table to format 3, with 0 writes",
    ]);
    expect((await table.get(formatKey()))?.format).toBe(2);
    lines.length = 0;
    expect(await run("--to", "contract")).toBe(0);
    expect(lines.at(-1)).toBe("1 steps done: the table has format 3, this program knows up to 3");
    expect(await table.get(formatKey())).toEqual({ ...formatKey(), format: 3 });
    await expectShopsSound();
  });
});

function memoryStatusStore(format: number): MigrationStatusStore {
  let status: Awaited<ReturnType<MigrationStatusStore["load"]>> = { format };
  return {
    load: async () => status,
    async save(next) {
      status = next;
      return true;
    },
  };
}

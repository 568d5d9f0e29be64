import { mkdirSync } from "node:fs";
import { join } from "node:path";
import type { Clock } from "@pos/core/base/context.ts";
import { FACT_SK } from "@pos/core/ledger/index.ts";
import { createDynamoClient } from "@pos/core/table/dynamodb/client.ts";
import { createTableIfAbsent } from "@pos/core/table/dynamodb/create.ts";
import { createDynamoTable } from "@pos/core/table/dynamodb/table.ts";
import type { Change, Item, Table, Write } from "@pos/core/table/port/port.ts";
import { books } from "@pos/functions/books.ts";
import { bookChanges } from "@pos/functions/jobs/book.ts";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { javaIsThere, startDynamodbLocal } from "../../../scripts/dynamodb-local.mjs";
import { createManualClock } from "../../support/clock.ts";
import { openShopTable } from "../../support/folders.ts";
import {
  FULL,
  firstDays,
  type Imported,
  importInto,
  importOver,
  ledgerItems,
  scratch,
  verifyImported,
  withoutPlaces,
} from "./support.ts";

/** Real data in Amazon's own DynamoDB for one machine: the same books as on the embedded table. */
const GIVEN = process.env.DYNAMODB_ENDPOINT || undefined;
const CREDENTIALS = { accessKeyId: "local", secretAccessKey: "local" };
const TABLE = "import";
const SEED = 7;
const DAYS = FULL ? 31 : 2;

const { folder, remove } = scratch("dynamo");
afterAll(remove);

/** Hands the facts that a table takes to the function that books what the stream carries. */
function bookingTable(table: Table, clock: Clock): { readonly table: Table; readonly bookAll: () => Promise<void> } {
  let waiting: Change[] = [];
  const see = (writes: readonly Write[]) => {
    for (const write of writes) {
      if (write.op !== "put" || write.item.sk !== FACT_SK) continue;
      const { pk, sk } = write.item;
      waiting.push({ key: { pk, sk }, item: write.item });
    }
  };
  const watched: Table = {
    ...table,
    async write(write) {
      const result = await table.write(write);
      if (result.ok) see([write]);
      return result;
    },
    async transact(writes) {
      const result = await table.transact(writes);
      if (result.ok) see(writes);
      return result;
    },
  };
  return {
    table: watched,
    async bookAll() {
      const changes = waiting;
      waiting = [];
      expect(await bookChanges({ table, clock, books }, changes)).toEqual([]);
    },
  };
}

function placeFor(name: string) {
  const own = join(folder, name);
  mkdirSync(own, { recursive: true });
  const files = [firstDays("2010-12", DAYS, folder)];
  return { files, folder: own, oneByOne: true, clock: createManualClock(SEED) };
}

/** One import through the DynamoDB adapter, into a table of an engine that holds nothing else. */
async function onDynamo<R>(name: string, oneByOne: boolean, look: (imported: Imported) => Promise<R>): Promise<R> {
  // Of its own: in one process, the items of another import slow it down until answers are late.
  const started = GIVEN === undefined ? await startDynamodbLocal({ port: 0 }) : undefined;
  const endpoint = started?.endpoint ?? GIVEN ?? "";
  const client = createDynamoClient({ region: "eu-central-1", endpoint, credentials: CREDENTIALS });
  try {
    const tableName = `${TABLE}-${name.replaceAll(" ", "-")}-${process.pid}`;
    await createTableIfAbsent(client, tableName);
    const run = { ...placeFor(name), oneByOne };
    const { table, bookAll } = bookingTable(createDynamoTable({ client, tableName }), run.clock);
    const imported = await importOver(table, run, bookAll);
    console.log(`DynamoDB Local, ${DAYS} days ${name}: ${imported.seconds.toFixed(1)} s`);
    expect(imported.summary).toMatchObject({ known: 0, problems: [] });
    expect(imported.summary.new).toBeGreaterThan(200);
    return await look(imported);
  } finally {
    client.destroy();
    await started?.stop();
  }
}

const MILLISECONDS_MAX = FULL ? 1_800_000 : 180_000;

describe.skipIf(GIVEN === undefined && !javaIsThere())("import: DynamoDB Local", () => {
  let embedded: Imported;
  let items: readonly Item[];
  let close: () => Promise<void>;

  beforeAll(async () => {
    const engine = await openShopTable(join(folder, "embedded", "table"));
    close = () => engine.close();
    embedded = await importInto(engine, placeFor("embedded"));
    items = await ledgerItems(embedded);
  }, MILLISECONDS_MAX);
  afterAll(() => close());

  test(
    "one by one into DynamoDB and into the embedded table: the same balances, item for item",
    () =>
      onDynamo("one by one", true, async (imported) => {
        expect(imported.summary).toEqual(embedded.summary);
        // With the head its hash: so all entries are the same too, and the result of verify for one holds for both.
        expect(await ledgerItems(imported)).toEqual(items);
        expect((await verifyImported(FULL ? imported : embedded)).differences).toEqual([]);
      }),
    MILLISECONDS_MAX,
  );

  test(
    "many at once into DynamoDB: the same balances but for their places",
    () =>
      onDynamo("folded", false, async (imported) => {
        expect(imported.summary).toEqual(embedded.summary);
        expect(withoutPlaces(await ledgerItems(imported))).toEqual(withoutPlaces(items));
        expect((await verifyImported(imported)).differences).toEqual([]);
      }),
    MILLISECONDS_MAX,
  );
});

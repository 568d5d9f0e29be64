import type { Clock } from "@pos/core/base/context.ts";
import { present } from "@pos/core/base/result.ts";
import { formatInstant, instantMilliseconds } from "@pos/core/base/time.ts";
import {
  addVariant,
  catalogChanges,
  catalogVersion,
  changePrice,
  createCategory,
  createProduct,
  findProduct,
  listCategories,
  type Product,
  patchProduct,
  productsPage,
} from "@pos/core/goods/catalog/index.ts";
import type { Context } from "@pos/core/people/access/index.ts";
import { createDynamoClient } from "@pos/core/table/dynamodb/client.ts";
import { createTableIfAbsent } from "@pos/core/table/dynamodb/create.ts";
import { createDynamoTable } from "@pos/core/table/dynamodb/table.ts";
import { createMemoryTable, createRandom } from "@pos/core/table/memory/table.ts";
import type { Table, TransactResult, Write } from "@pos/core/table/port/port.ts";
import { describe, expect, test } from "vitest";
import { javaIsThere } from "../../../../scripts/dynamodb-local.mjs";
import { createManualClock } from "../../../support/clock.ts";
import { sharedDynamodb } from "../../../support/shared.ts";
import { createShop, type Shop } from "../../../support/shop.ts";

/**
 * Many writers change the catalogue at once, by clocks that differ; their transactions are committed up to a minute late and
 * in any order. Terminals that follow have everything in the end, although no change has a number.
 */
const WRITERS = 6;
const READERS = 3;
const LATE_MILLISECONDS = 60_000;
const STEP_MILLISECONDS = 15_000;
const SKEW_MILLISECONDS = 40_000;

const GIVEN = process.env.DYNAMODB_ENDPOINT || undefined;
const TABLE = `catalog-${process.pid}`;

describe("catalogChanges", () => {
  test.each([1, 2, 3, 4, 5])(
    "catalogChanges: misses nothing when writers are late and clocks differ, seed %i",
    (seed) => follow(seed, createMemoryTable().table, 160),
  );

  test.skipIf(GIVEN === undefined && !javaIsThere())(
    "catalogChanges: misses nothing when writers are late, over DynamoDB Local",
    { timeout: 300_000 },
    async () => {
      const credentials = { accessKeyId: "local", secretAccessKey: "local" };
      const client = createDynamoClient({
        ...{ region: "eu-central-1", credentials },
        endpoint: GIVEN ?? (await sharedDynamodb()),
      });
      await createTableIfAbsent(client, TABLE);
      await follow(6, createDynamoTable({ client, tableName: TABLE }), 40);
    },
  );
});

async function follow(seed: number, table: Table, commands: number): Promise<void> {
  const engine = { ...createMemoryTable(), table };
  const shop = await createShop({ engine, seed, variants: 30 });
  const world = createWorld(seed, shop);
  const readers = Array.from({ length: READERS }, () => createReader({ ...shop.terminal(0), clock: world.clock() }));
  const writers = Array.from({ length: WRITERS }, () => world.writer());
  for (let sent = 0; sent < commands; ) {
    for (const writer of writers) {
      if (writer.isBusy() || world.random() < 0.5) continue;
      writer.send();
      sent++;
    }
    await world.step();
    for (const reader of readers) if (world.random() < 0.6) await reader.update();
  }
  await world.finish();
  for (const reader of readers) {
    await reader.update();
    expect(reader.records()).toEqual(await allRecords(shop.owner));
  }
}

interface Waiting {
  readonly dueAt: number;
  readonly writes: readonly Write[];
  readonly answer: (result: TransactResult) => void;
}

/** The time, and the transactions that are on their way. Time passes only while every command waits for its transaction. */
function createWorld(seed: number, shop: Shop) {
  const random = createRandom(seed * 31 + 7);
  let [time, busy, ids] = [instantMilliseconds(shop.clock.now()) + 600_000, 0, 100];
  let waiting: Waiting[] = [];
  const clock = (): Clock => {
    const skew = Math.floor((random() * 2 - 1) * SKEW_MILLISECONDS);
    ids++;
    return { ...createManualClock(ids), now: () => formatInstant(time + skew), sleep: async () => {} };
  };
  const late: Table = {
    ...shop.table,
    transact: (writes) =>
      new Promise((answer) => waiting.push({ dueAt: time + random() * LATE_MILLISECONDS, writes, answer })),
  };
  const isQuiet = async () => {
    while (waiting.length < busy) await new Promise((resolve) => setImmediate(resolve));
  };
  async function step(): Promise<void> {
    await isQuiet();
    time += Math.floor(random() * STEP_MILLISECONDS);
    const due = waiting.filter(({ dueAt }) => dueAt <= time).sort(() => random() - 0.5);
    waiting = waiting.filter(({ dueAt }) => dueAt > time);
    for (const { writes, answer } of due) answer(await shop.table.transact(writes));
    await isQuiet();
  }
  return {
    random,
    clock,
    step,
    writer() {
      const context = { ...shop.owner, table: late, clock: clock() };
      let own = false;
      return {
        isBusy: () => own,
        send() {
          own = true;
          busy++;
          void change(context, shop, random).finally(() => {
            own = false;
            busy--;
          });
        },
      };
    },
    async finish() {
      while (busy > 0) await step();
    },
  };
}

/** A command; one that another overtook is refused, and changes nothing. */
async function change(context: Context, shop: Shop, random: () => number): Promise<void> {
  const { clock } = context;
  const variant = present(shop.variants[Math.floor(random() * shop.variants.length)], "a variant");
  const sku = clock.newId("var");
  const whole = present(await findProduct(context, variant.productId), "its product");
  const version = whole.variants.find(({ id }) => id === variant.id)?.version ?? 1;
  const added = { id: sku, sku: sku.slice(-20), unitPrice: "3" };
  const chance = random();
  if (chance < 0.4) await changePrice(context, { variantId: variant.id, version, unitPrice: String(1 + version) });
  else if (chance < 0.6)
    await createProduct(context, { id: clock.newId("prd"), name: `New ${sku}`, variants: [added] });
  else if (chance < 0.75) await createCategory(context, { id: clock.newId("cat"), name: sku });
  else if (chance < 0.9)
    await patchProduct(context, { productId: whole.product.id, version: whole.product.version, name: `Name ${sku}` });
  else await addVariant(context, { productId: whole.product.id, variant: added });
}

type Records = { readonly [id: string]: unknown };

/** A terminal that follows. */
function createReader(context: Context) {
  let version: string | undefined;
  let known: Records = {};
  return {
    records: () => known,
    async update() {
      if (version === undefined) {
        version = catalogVersion(context, 1);
        known = await allRecords(context);
        return;
      }
      let [since, hasMore] = [version, true];
      while (hasMore) {
        const found = await changesSince(context, since);
        const categories = Object.fromEntries(found.categories.map((category) => [category.id, category]));
        known = { ...known, ...(await wholeProducts(context, found.products)), ...categories };
        since = found.version;
        hasMore = found.hasMore;
      }
      version = since;
    },
  };
}

async function changesSince(context: Context, since: string) {
  return present(await catalogChanges(context, since, 1), "known changes");
}

async function allRecords(context: Context): Promise<Records> {
  let all: Records = Object.fromEntries((await listCategories(context)).map((category) => [category.id, category]));
  for (let [after, hasMore]: [string | undefined, boolean] = [undefined, true]; hasMore; ) {
    const page = await productsPage(context, after);
    all = { ...all, ...(await wholeProducts(context, page.products)) };
    after = page.products.at(-1)?.id;
    hasMore = page.hasMore;
  }
  return all;
}

async function wholeProducts(context: Context, products: readonly Product[]): Promise<Records> {
  const entries = products.map(async ({ id }) => {
    const whole = present(await findProduct(context, id), "a product");
    return [id, { product: whole.product, variants: whole.variants }] as const;
  });
  return Object.fromEntries(await Promise.all(entries));
}

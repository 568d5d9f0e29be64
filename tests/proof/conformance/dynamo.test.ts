import { createDynamoClient, type DynamoClient, type DynamoEndpoint } from "@pos/core/table/dynamodb/client.ts";
import { createTableIfAbsent } from "@pos/core/table/dynamodb/create.ts";
import { createDynamoStream } from "@pos/core/table/dynamodb/stream.ts";
import { createDynamoTable } from "@pos/core/table/dynamodb/table.ts";
import { createTransport, type Transport, type TransportOptions } from "@pos/core/table/dynamodb/transport.ts";
import { createMemoryTable, createRandom } from "@pos/core/table/memory/table.ts";
import type { Item, Write } from "@pos/core/table/port/port.ts";
import { readUnits, writeUnits } from "@pos/core/table/port/size.ts";
import fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import { javaIsThere } from "../../../scripts/dynamodb-local.mjs";
import { sharedDynamodb } from "../../support/shared.ts";
import { allIndexKeys, allItems, freshPk, STREAMED, type Subject } from "./support.ts";
import { tableConformance } from "./table.ts";

/** The suite over Amazon's own DynamoDB for one machine, and what only such a table can show. */
const TABLE = `conformance-${process.pid}`;
const GIVEN = process.env.DYNAMODB_ENDPOINT || undefined;
const CREDENTIALS = { accessKeyId: "local", secretAccessKey: "local" };

describe.skipIf(GIVEN === undefined && !javaIsThere())("DynamoDB Local", () => {
  let place: DynamoEndpoint;
  beforeAll(async () => {
    place = { region: "eu-central-1", endpoint: GIVEN ?? (await sharedDynamodb()), credentials: CREDENTIALS };
    await createTableIfAbsent(createDynamoClient(place), TABLE);
    // Made already: nothing happens.
    await createTableIfAbsent(createDynamoClient(place), TABLE);
  }, 300_000);

  async function openSubject(): Promise<Subject> {
    const { transportOf, unprocessed } = leavingUnprocessed();
    const client = createDynamoClient(place, transportOf);
    return {
      table: createDynamoTable({ client, tableName: TABLE }),
      stream: createDynamoStream({ ...place, tableName: TABLE, streamFilter: STREAMED }),
      isFiltered: true,
      unprocessed,
      reopen: async () => {
        client.destroy();
        return openSubject();
      },
      close: async () => client.destroy(),
    };
  }
  tableConformance("dynamo", openSubject);
  lostAnswerTests(() => place);
  agreementTests(() => place);
});

type WireOf = (place: TransportOptions) => Transport;

/** DynamoDB Local always has the time for all keys: some are kept from it and handed back. */
function leavingUnprocessed(): { readonly transportOf: WireOf; readonly unprocessed: (fraction: number) => void } {
  const random = createRandom(11);
  let rate = 0;
  const transportOf: WireOf = (place) => {
    const transport = createTransport(place);
    return {
      ...transport,
      async post(operation, body) {
        if (rate === 0 || operation !== "BatchGetItem") return transport.post(operation, body);
        const { [TABLE]: asked } = JSON.parse(body).RequestItems;
        const kept = asked.Keys.filter((_: unknown, index: number) => index > 0 && random() < rate);
        const Keys = asked.Keys.filter((key: unknown) => !kept.includes(key));
        const answer = await transport.post(
          operation,
          JSON.stringify({ RequestItems: { [TABLE]: { ...asked, Keys } } }),
        );
        if (kept.length === 0) return answer;
        const UnprocessedKeys = { [TABLE]: { ...asked, Keys: kept } };
        return { ...answer, text: JSON.stringify({ ...JSON.parse(answer.text), UnprocessedKeys }) };
      },
    };
  };
  return {
    transportOf,
    unprocessed: (fraction) => {
      rate = fraction;
    },
  };
}

/** A client whose next answers get lost after DynamoDB gave them. */
function losing(place: DynamoEndpoint): { readonly client: DynamoClient; readonly lose: (answers: number) => void } {
  let left = 0;
  const client = createDynamoClient(place, (wirePlace) => {
    const transport = createTransport(wirePlace);
    return {
      ...transport,
      async post(operation, body) {
        const answer = await transport.post(operation, body);
        if (left === 0) return answer;
        left -= 1;
        throw new Error("No answer in time");
      },
    };
  });
  return {
    client,
    lose: (answers) => {
      left = answers;
    },
  };
}

function lostAnswerTests(place: () => DynamoEndpoint): void {
  const unknown = { name: "TableUnavailable", outcome: "unknown" };

  test("dynamo: reports a write as unknown when its answers are lost, and the item is stored", async () => {
    const { client, lose } = losing(place());
    const table = createDynamoTable({ client, tableName: TABLE });
    const item = { pk: freshPk(), sk: "fact#1" };
    lose(3);
    await expect(table.write({ op: "put", item })).rejects.toMatchObject(unknown);
    expect(await table.get(item)).toEqual(item);
    // The repetition finds what the first attempt put: no refusal, or the caller would take it for another writer's.
    const other = { ...item, sk: "fact#2" };
    lose(1);
    await expect(table.write({ op: "put", item: other, if: { is: "absent" } })).rejects.toMatchObject(unknown);
    expect(await table.get(other)).toEqual(other);
    lose(3);
    await expect(table.transact([{ op: "delete", key: item }])).rejects.toMatchObject(unknown);
    expect(await table.get(item)).toBeUndefined();
    client.destroy();
  });

  test("dynamo: what is added is added once, however many answers are lost", async () => {
    const { client, lose } = losing(place());
    const table = createDynamoTable({ client, tableName: TABLE });
    const key = { pk: freshPk(), sk: "count" };
    const add: Write = { op: "update", key, add: { n: 1 } };
    lose(1);
    await expect(table.write(add)).rejects.toMatchObject(unknown);
    expect((await table.get(key))?.n).toBe(1);
    // By the transaction's token, the retry finds that it is done.
    lose(2);
    expect(await table.transact([add, { op: "put", item: { ...key, sk: "a" }, if: { is: "absent" } }])).toEqual({
      ok: true,
    });
    expect((await table.get(key))?.n).toBe(2);
    client.destroy();
  });

  test("dynamo: a read whose answer is lost is asked again, and nothing else is in doubt", async () => {
    const { client, lose } = losing(place());
    const table = createDynamoTable({ client, tableName: TABLE });
    const item = { pk: freshPk(), sk: "fact#1" };
    await table.write({ op: "put", item });
    lose(2);
    expect(await table.get(item)).toEqual(item);
    lose(3);
    await expect(table.get(item)).rejects.toMatchObject({ outcome: "none" });
    client.destroy();
  });
}

function agreementTests(place: () => DynamoEndpoint): void {
  test("dynamo: a put and a get cost what the size rule computes", async () => {
    const units: number[] = [];
    const client = createDynamoClient(place(), (wirePlace) => {
      const transport = createTransport(wirePlace);
      return {
        ...transport,
        async post(operation, body) {
          const asked = { ...JSON.parse(body), ReturnConsumedCapacity: "TOTAL" };
          const answer = await transport.post(operation, JSON.stringify(asked));
          units.push(JSON.parse(answer.text).ConsumedCapacity.CapacityUnits);
          return answer;
        },
      };
    });
    const table = createDynamoTable({ client, tableName: TABLE });
    for (const item of itemsOfManySizes()) {
      units.length = 0;
      await table.write({ op: "put", item });
      await table.get(item);
      expect(units, item.sk).toEqual([writeUnits(item, false), readUnits(item, true)]);
    }
    client.destroy();
  });

  test("dynamo: does as memory does, over random transactions", async () => {
    const table = createDynamoTable({ ...place(), tableName: TABLE });
    const check = async (transactions: (readonly Write[])[]) => {
      const memory = createMemoryTable();
      const pk = freshPk();
      for (const transaction of transactions) {
        const writes = transaction.map((write) => moved(write, pk));
        const [first] = writes;
        for (const single of writes.length === 1 && first !== undefined ? [first] : []) {
          expect(await table.write(single)).toEqual(await memory.table.write(single));
        }
        if (writes.length > 1) expect(await table.transact(writes)).toEqual(await memory.table.transact(writes));
      }
      for (const reverse of [false, true]) {
        const query = { pk, limit: 2, reverse };
        expect(await allItems(table, query)).toEqual(await allItems(memory.table, query));
        const indexed = { ...query, index: "gsi1" } as const;
        const [ours, theirs] = [await allIndexKeys(table, indexed), await allIndexKeys(memory.table, indexed)];
        expect(new Set(ours)).toEqual(new Set(theirs));
        expect(ours.map((key) => key.indexSk)).toEqual(theirs.map((key) => key.indexSk));
      }
    };
    await fc.assert(fc.asyncProperty(RUNS, check), { seed: 20261124, numRuns: 40 });
  });
}

/** Around each border of a unit by text, and each kind of value and length of number near the first. */
function itemsOfManySizes(): Item[] {
  const pk = freshPk();
  const items: Item[] = [];
  for (const border of [1024, 2048, 4096, 8192]) {
    for (const bytes of [border - 1, border, border + 1]) {
      const key = { pk, sk: `text of ${bytes}` };
      items.push({ ...key, text: "é".repeat(8), rest: "x".repeat(bytes - ofKey(key) - 24) });
    }
  }
  const values = [0, 1, -1, 10, 12, 123, -123, 1200, 0.5, 0.25, -0.125, 123456.789, 1e-7, 2 ** 53 - 1, 0.1 + 0.2];
  const kinds: Item[string][] = [...values, true, null, "", [], {}, [1, "a"], { a: 1, b: [true] }, [[], {}]];
  for (const [index, value] of kinds.entries()) {
    const key = { pk, sk: `kind ${String(index).padStart(2, "0")}` };
    // Found by the rule, then one byte to either side: DynamoDB must agree just where the unit ends.
    for (const over of [0, 1]) {
      const bare = { ...key, sk: `${key.sk} ${over}`, value, rest: "" };
      items.push({ ...bare, rest: "x".repeat(1024 + over - sizeByRule(bare)) });
    }
  }
  return items;
}

function ofKey(key: { pk: string; sk: string }): number {
  return Buffer.byteLength(`pk${key.pk}sk${key.sk}`);
}

/** By the units alone: how many bytes must be added until the next one begins. */
function sizeByRule(item: Item): number {
  for (let missing = 1024; missing > 0; missing--) {
    if (writeUnits({ ...item, rest: "x".repeat(missing) }, false) === 1) return 1024 - missing;
  }
  throw new Error("The item is over one unit already");
}

const sk = fc.constantFrom("a", "b", "é", "\uff5e", "\u{1f9fe}");
const count = fc.integer({ min: -3, max: 3 });
const CONDITION = fc.oneof(
  fc.constant(undefined),
  fc.constant({ is: "absent" } as const),
  fc.constant({ is: "present" } as const),
  count.map((n) => ({ is: "equal", to: { n } }) as const),
  fc.constant({ is: "equal", to: { flag: null } } as const),
);
const WRITE: fc.Arbitrary<Write> = fc
  .record({ kind: fc.constantFrom("put", "add", "set", "remove", "delete"), sk, n: count, condition: CONDITION })
  .map(({ kind, sk, n, condition }): Write => {
    const key = { pk: "PK", sk };
    const when = condition === undefined ? {} : { if: condition };
    if (kind === "put") return { op: "put", item: { ...key, n, flag: null, gsi1pk: "PK", gsi1sk: `${n}` }, ...when };
    if (kind === "add") return { op: "update", key, add: { n }, ...when };
    if (kind === "set") return { op: "update", key, set: { flag: n > 0, gsi1pk: "PK", gsi1sk: "z" }, ...when };
    // With something set: DynamoDB makes no item of an update that only removes.
    if (kind === "remove") return { op: "update", key, set: { flag: n }, remove: ["gsi1sk", "n"], ...when };
    return { op: "delete", key, ...when };
  });
const RUNS = fc.array(
  fc.uniqueArray(WRITE, {
    minLength: 1,
    maxLength: 4,
    selector: (write) => (write.op === "put" ? write.item.sk : write.key.sk),
  }),
  { maxLength: 15 },
);

function moved(write: Write, pk: string): Write {
  return JSON.parse(JSON.stringify(write).replaceAll('"PK"', JSON.stringify(pk))) as Write;
}

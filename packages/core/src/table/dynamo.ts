import { randomUUID } from "node:crypto";
import {
  BatchGetItemCommand,
  ConditionalCheckFailedException,
  DeleteItemCommand,
  type DynamoDBClient,
  GetItemCommand,
  PutItemCommand,
  QueryCommand,
  TransactionCanceledException,
  TransactWriteItemsCommand,
  UpdateItemCommand,
} from "@aws-sdk/client-dynamodb";
import {
  type Attempts,
  backOff,
  createDynamoClient,
  type DynamoPlace,
  type Patience,
  platformPatience,
  watchAttempts,
} from "./dynamo-client.ts";
import { checkRequest, deleteRequest, putRequest, queryRequest, updateRequest } from "./dynamo-expressions.ts";
import { isConflict, reasonsOf, tableError } from "./dynamo-failures.ts";
import { type Attributes, marshalKey, unmarshalItem, unmarshalKey, unmarshalText } from "./dynamo-values.ts";
import { joined, parsePlace, place } from "./order.ts";
import type {
  IndexKey,
  IndexQuery,
  Item,
  Key,
  Page,
  Query,
  Table,
  TransactResult,
  Write,
  WriteResult,
} from "./port.ts";
import { TableUnavailable } from "./port.ts";
import { checkBatchGet, checkKey, checkQuery, checkTransaction, checkWrite } from "./validate.ts";

/**
 * The table on AWS. Only the files named dynamo know Amazon's SDK: this one its calls, the others its expressions, values,
 * failures and streams. The SDK repeats what failed; what it must not repeat, and what a repetition hides, is decided here.
 */
export type DynamoOptions = ({ readonly client: DynamoDBClient } | DynamoPlace) & {
  readonly tableName: string;
  readonly random?: () => number;
  readonly sleep?: (milliseconds: number) => Promise<unknown>;
};

const BATCH_GET_ATTEMPTS_MAX = 20;
const CONFLICT_ATTEMPTS_MAX = 8;
const TABLE_NAMES = { pk: "pk", sk: "sk" } as const;
const INDEX_NAMES = { gsi1: { pk: "gsi1pk", sk: "gsi1sk" }, gsi2: { pk: "gsi2pk", sk: "gsi2sk" } } as const;

interface Inside {
  readonly client: DynamoDBClient;
  readonly tableName: string;
  readonly patience: Patience;
}

export function createDynamoTable(options: DynamoOptions): Table {
  const inside: Inside = {
    client: "client" in options ? options.client : createDynamoClient(options),
    tableName: options.tableName,
    patience: {
      random: options.random ?? platformPatience.random,
      sleep: options.sleep ?? platformPatience.sleep,
    },
  };
  return {
    async get(key) {
      checkKey(key);
      return getItem(inside, key);
    },
    async batchGet(keys) {
      checkBatchGet(keys);
      return batchGet(inside, keys);
    },
    async query(query) {
      checkQuery(query);
      return queryItems(inside, query);
    },
    async queryIndex(query) {
      checkQuery(query);
      return queryIndex(inside, query);
    },
    async write(write) {
      checkWrite(write);
      return writeOne(inside, write);
    },
    async transact(writes) {
      checkTransaction(writes);
      return writeAll(inside, writes);
    },
  };
}

/** Repeats on a conflict with a transaction: that passes in milliseconds, and nothing was done. */
async function writeOne({ client, tableName, patience }: Inside, write: Write): Promise<WriteResult> {
  const send = senderOf(client, tableName, write);
  const attempts: Attempts = { isDoubtful: false };
  for (let attempt = 0; ; attempt++) {
    try {
      await send(attempts);
      return { ok: true };
    } catch (error) {
      if (error instanceof ConditionalCheckFailedException && !attempts.isDoubtful) {
        return { ok: false, item: error.Item === undefined ? undefined : unmarshalItem(error.Item) };
      }
      // A refusal after a lost answer may be of our own making: the write stands and its repetition was refused.
      if (!isConflict(error) || attempt + 1 >= CONFLICT_ATTEMPTS_MAX) throw tableError(error, attempts.isDoubtful);
    }
    await backOff(patience, attempt);
  }
}

/** The request is made at once, so that what the caller changes later does not change it. */
function senderOf(client: DynamoDBClient, tableName: string, write: Write): (attempts: Attempts) => Promise<unknown> {
  const refused = { ReturnValuesOnConditionCheckFailure: "ALL_OLD" } as const;
  if (write.op === "put") {
    const request = { ...putRequest(tableName, write), ...refused };
    return (attempts) => {
      const command = new PutItemCommand(request);
      watchAttempts(command, attempts, true);
      return client.send(command);
    };
  }
  if (write.op === "update") {
    const request = { ...updateRequest(tableName, write), ...refused };
    // To set twice is to set once; to add twice is wrong.
    const isRepeatable = Object.keys(write.add ?? {}).length === 0;
    return (attempts) => {
      const command = new UpdateItemCommand(request);
      watchAttempts(command, attempts, isRepeatable);
      return client.send(command);
    };
  }
  if (write.op === "check") throw new Error("A check stands in a transaction only");
  const request = { ...deleteRequest(tableName, write), ...refused };
  return (attempts) => {
    const command = new DeleteItemCommand(request);
    watchAttempts(command, attempts, true);
    return client.send(command);
  };
}

/** The token makes the SDK's repetitions of this call one transaction: a repetition of what was done answers that it was. */
async function writeAll({ client, tableName }: Inside, writes: readonly Write[]): Promise<TransactResult> {
  const command = new TransactWriteItemsCommand({
    ClientRequestToken: randomUUID(),
    TransactItems: writes.map((write) => transactItem(tableName, write)),
  });
  const attempts: Attempts = { isDoubtful: false };
  watchAttempts(command, attempts, true);
  try {
    await client.send(command);
    return { ok: true };
  } catch (error) {
    if (!(error instanceof TransactionCanceledException)) throw tableError(error, attempts.isDoubtful);
    // Were an earlier attempt done, its token would have answered so: a cancelled transaction was not done.
    return { ok: false, reasons: reasonsOf(error.CancellationReasons, writes.length) };
  }
}

function transactItem(tableName: string, write: Write) {
  switch (write.op) {
    case "put":
      return { Put: putRequest(tableName, write) };
    case "update":
      return { Update: { UpdateExpression: undefined, ...updateRequest(tableName, write) } };
    case "delete":
      return { Delete: deleteRequest(tableName, write) };
    case "check":
      return { ConditionCheck: checkRequest(tableName, write) };
  }
}

async function getItem({ client, tableName }: Inside, key: Key): Promise<Item | undefined> {
  const command = new GetItemCommand({ TableName: tableName, Key: marshalKey(key), ConsistentRead: true });
  const { Item: attributes } = await reading(() => client.send(command));
  return attributes === undefined ? undefined : unmarshalItem(attributes);
}

/** DynamoDB answers in no order, only what is there, and up to 16 MB: the rest has to be asked for again. */
async function batchGet({ client, tableName, patience }: Inside, keys: readonly Key[]): Promise<(Item | undefined)[]> {
  if (keys.length === 0) return [];
  const order = keys.map(joined);
  const found = new Map<string, Item>();
  let left: Attributes[] = keys.map(marshalKey);
  for (let attempt = 0; attempt < BATCH_GET_ATTEMPTS_MAX; attempt++) {
    const request = { [tableName]: { Keys: left, ConsistentRead: true } };
    const answer = await reading(() => client.send(new BatchGetItemCommand({ RequestItems: request })));
    for (const attributes of answer.Responses?.[tableName] ?? []) {
      const item = unmarshalItem(attributes);
      found.set(joined(item), item);
    }
    left = answer.UnprocessedKeys?.[tableName]?.Keys ?? [];
    if (left.length === 0) return order.map((name) => found.get(name));
    await backOff(patience, attempt);
  }
  throw new TableUnavailable("none", `${left.length} keys stayed unprocessed: try again later`);
}

async function queryItems({ client, tableName }: Inside, query: Query): Promise<Page<Item>> {
  const command = new QueryCommand({
    ...queryRequest(tableName, query, TABLE_NAMES),
    ConsistentRead: true,
    ...(query.after === undefined ? {} : { ExclusiveStartKey: marshalKey({ pk: query.pk, sk: query.after }) }),
  });
  const { Items: found = [], LastEvaluatedKey: lastKey } = await reading(() => client.send(command));
  return pageOf({
    found: found.map(unmarshalItem),
    limit: query.limit,
    lastKey,
    nextOf: (key) => unmarshalKey(key).sk,
    nextAfter: (item) => item.sk,
  });
}

async function queryIndex({ client, tableName }: Inside, query: IndexQuery): Promise<Page<IndexKey>> {
  const names = INDEX_NAMES[query.index];
  const command = new QueryCommand({
    ...queryRequest(tableName, query, names),
    IndexName: query.index,
    ...(query.after === undefined ? {} : { ExclusiveStartKey: startOf(query, query.after) }),
  });
  const { Items: found = [], LastEvaluatedKey: lastKey } = await reading(() => client.send(command));
  const keyOf = (attributes: Attributes): IndexKey => ({
    ...unmarshalKey(attributes),
    indexPk: unmarshalText(attributes, names.pk),
    indexSk: unmarshalText(attributes, names.sk),
  });
  return pageOf({
    found: found.map(keyOf),
    limit: query.limit,
    lastKey,
    nextOf: (key) => place(keyOf(key)),
    nextAfter: place,
  });
}

function startOf(query: IndexQuery, after: string): Attributes {
  const names = INDEX_NAMES[query.index];
  const [indexSk = "", pk = "", sk = ""] = parsePlace(after).split("\0");
  return { [names.pk]: { S: query.pk }, [names.sk]: { S: indexSk }, ...marshalKey({ pk, sk }) };
}

/** One item more than asked for was asked of DynamoDB; a page it ended itself (at 1 MB) goes on from where it says. */
function pageOf<T>(page: {
  readonly found: readonly T[];
  readonly limit: number;
  readonly lastKey: Attributes | undefined;
  readonly nextOf: (lastKey: Attributes) => string;
  readonly nextAfter: (last: T) => string;
}): Page<T> {
  const items = page.found.slice(0, page.limit);
  const last = items.at(-1);
  if (page.found.length > items.length && last !== undefined) return { items, next: page.nextAfter(last) };
  return page.lastKey === undefined ? { items } : { items, next: page.nextOf(page.lastKey) };
}

async function reading<T>(read: () => Promise<T>): Promise<T> {
  try {
    return await read();
  } catch (error) {
    throw tableError(error, false);
  }
}

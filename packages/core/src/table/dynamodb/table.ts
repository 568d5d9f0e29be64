import { randomUUID } from "node:crypto";
import { TABLE_LIMITS } from "../port/limits.ts";
import { joined, parsePosition, positionOf } from "../port/order.ts";
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
} from "../port/port.ts";
import { TableUnavailable } from "../port/port.ts";
import { checkBatchGet, checkKey, checkQuery, checkTransaction, checkWrite } from "../port/validate.ts";
import {
  type Attempts,
  type Backoff,
  backOff,
  createDynamoClient,
  type DynamoClient,
  type DynamoEndpoint,
  platformBackoff,
} from "./client.ts";
import { checkRequest, deleteRequest, putRequest, queryRequest, updateRequest } from "./expressions.ts";
import { DynamoFailure, isConflict, reasonsOf, tableError } from "./failures.ts";
import { type Attributes, marshalKey, unmarshalItem, unmarshalKey, unmarshalText } from "./values.ts";

/**
 * The table port over DynamoDB. Only this folder knows DynamoDB. The client retries failed calls; this file decides
 * which writes may be retried and what a retry can hide.
 */
export type DynamoOptions = ({ readonly client: DynamoClient } | DynamoEndpoint) & {
  readonly tableName: string;
  readonly random?: () => number;
  readonly sleep?: (milliseconds: number) => Promise<unknown>;
};

const BATCH_GET_ATTEMPTS_MAX = 20;
const CONFLICT_ATTEMPTS_MAX = 8;
const TABLE_NAMES = { pk: "pk", sk: "sk" } as const;
const INDEX_NAMES = { gsi1: { pk: "gsi1pk", sk: "gsi1sk" }, gsi2: { pk: "gsi2pk", sk: "gsi2sk" } } as const;

interface TableContext {
  readonly client: DynamoClient;
  readonly tableName: string;
  readonly backoff: Backoff;
}

export function createDynamoTable(options: DynamoOptions): Table {
  const context: TableContext = {
    client: "client" in options ? options.client : createDynamoClient(options),
    tableName: options.tableName,
    backoff: {
      random: options.random ?? platformBackoff.random,
      sleep: options.sleep ?? platformBackoff.sleep,
    },
  };
  const batchedRead = createBatchedReader(context);
  return {
    async get(key) {
      checkKey(key);
      return getItem(context, key);
    },
    async batchGet(keys) {
      checkBatchGet(keys);
      return batchedRead(keys);
    },
    async query(query) {
      checkQuery(query);
      return queryItems(context, query);
    },
    async queryIndex(query) {
      checkQuery(query);
      return queryIndex(context, query);
    },
    async write(write) {
      checkWrite(write);
      return writeOne(context, write);
    },
    async transact(writes) {
      checkTransaction(writes);
      return writeAll(context, writes);
    },
  };
}

/** Retries after a conflict with a transaction: it lasts milliseconds, and nothing was written. */
async function writeOne(context: TableContext, write: Write): Promise<WriteResult> {
  const { isRepeatable, send } = prepareWrite(context, write);
  const attempts: Attempts = { isRepeatable, mayBeCommitted: false };
  for (let attempt = 0; ; attempt++) {
    try {
      await send(attempts);
      return { ok: true };
    } catch (error) {
      if (isRefusedCondition(error) && !attempts.mayBeCommitted) {
        return { ok: false, item: error.item === undefined ? undefined : unmarshalItem(error.item) };
      }
      // A failed condition after a lost response may be caused by our own first attempt: the write may be committed.
      if (!isConflict(error) || attempt + 1 >= CONFLICT_ATTEMPTS_MAX) throw tableError(error, attempts.mayBeCommitted);
    }
    await backOff(context.backoff, attempt);
  }
}

function isRefusedCondition(error: unknown): error is DynamoFailure {
  return error instanceof DynamoFailure && error.name === "ConditionalCheckFailedException";
}

/** Builds the request synchronously, so that later changes by the caller do not affect it. */
function prepareWrite({ client, tableName }: TableContext, write: Write): PreparedWrite {
  const refused = { ReturnValuesOnConditionCheckFailure: "ALL_OLD" } as const;
  switch (write.op) {
    case "put": {
      const request = { ...putRequest(tableName, write), ...refused };
      return { isRepeatable: true, send: (attempts) => client.call("PutItem", request, attempts) };
    }
    case "update": {
      const request = { ...updateRequest(tableName, write), ...refused };
      // Setting is idempotent; adding is not.
      const isRepeatable = Object.keys(write.add ?? {}).length === 0;
      return { isRepeatable, send: (attempts) => client.call("UpdateItem", request, attempts) };
    }
    case "delete": {
      const request = { ...deleteRequest(tableName, write), ...refused };
      return { isRepeatable: true, send: (attempts) => client.call("DeleteItem", request, attempts) };
    }
    case "check":
      throw new Error("A check is allowed only in a transaction");
  }
}

interface PreparedWrite {
  readonly isRepeatable: boolean;
  readonly send: (attempts: Attempts) => Promise<unknown>;
}

/** The idempotency token makes the client's retries one transaction: a retry of a committed transaction succeeds. */
async function writeAll({ client, tableName }: TableContext, writes: readonly Write[]): Promise<TransactResult> {
  const request = {
    ClientRequestToken: randomUUID(),
    TransactItems: writes.map((write) => transactItem(tableName, write)),
  };
  const attempts: Attempts = { isRepeatable: true, mayBeCommitted: false };
  try {
    await client.call("TransactWriteItems", request, attempts);
    return { ok: true };
  } catch (error) {
    if (!(error instanceof DynamoFailure) || error.name !== "TransactionCanceledException")
      throw tableError(error, attempts.mayBeCommitted);
    // If an earlier attempt had been committed, its token would have returned success: this transaction was not
    // committed.
    return { ok: false, reasons: reasonsOf(error.reasons, writes.length) };
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

async function getItem({ client, tableName }: TableContext, key: Key): Promise<Item | undefined> {
  const request = { TableName: tableName, Key: marshalKey(key), ConsistentRead: true };
  const { Item: attributes } = await reading(() => client.call("GetItem", request));
  return attributes === undefined ? undefined : unmarshalItem(attributes);
}

/**
 * Combines keys requested in the same event loop turn into one request as long as they fit: a sale reads its shop and
 * its variants at once, and each request costs as much CPU as the rest of the sale.
 */
function createBatchedReader(context: TableContext): (keys: readonly Key[]) => Promise<(Item | undefined)[]> {
  let pendingBatch: PendingBatch | undefined;
  return async (keys) => {
    const missing = keys.filter((key) => !pendingBatch?.keys.has(joined(key)));
    if (pendingBatch === undefined || pendingBatch.keys.size + missing.length > TABLE_LIMITS.batchGetKeysMax) {
      const asked = new Map<string, Key>();
      const items = nextEventLoopTurn().then(async () => {
        if (pendingBatch?.keys === asked) pendingBatch = undefined;
        const order = [...asked.keys()];
        const found = await batchGet(context, [...asked.values()]);
        return new Map(order.map((name, index) => [name, found[index]]));
      });
      pendingBatch = { keys: asked, items };
    }
    const { keys: asked, items } = pendingBatch;
    for (const key of keys) asked.set(joined(key), key);
    const found = await items;
    return keys.map((key) => found.get(joined(key)));
  };
}

interface PendingBatch {
  readonly keys: Map<string, Key>;
  readonly items: Promise<ReadonlyMap<string, Item | undefined>>;
}

/** Resolves after all microtasks of the current turn. */
function nextEventLoopTurn(): Promise<void> {
  return new Promise((resolve) => process.nextTick(resolve));
}

/** DynamoDB returns only existing items, unordered, and up to 16 MB: unprocessed keys are requested again. */
async function batchGet(
  { client, tableName, backoff }: TableContext,
  keys: readonly Key[],
): Promise<(Item | undefined)[]> {
  if (keys.length === 0) return [];
  const order = keys.map(joined);
  const found = new Map<string, Item>();
  let left: Attributes[] = keys.map(marshalKey);
  for (let attempt = 0; attempt < BATCH_GET_ATTEMPTS_MAX; attempt++) {
    const request = { [tableName]: { Keys: left, ConsistentRead: true } };
    const answer = await reading(() => client.call("BatchGetItem", { RequestItems: request }));
    for (const attributes of answer.Responses?.[tableName] ?? []) {
      const item = unmarshalItem(attributes);
      found.set(joined(item), item);
    }
    left = answer.UnprocessedKeys?.[tableName]?.Keys ?? [];
    if (left.length === 0) return order.map((name) => found.get(name));
    await backOff(backoff, attempt);
  }
  throw new TableUnavailable("none", `${left.length} keys stayed unprocessed: try again later`);
}

async function queryItems({ client, tableName }: TableContext, query: Query): Promise<Page<Item>> {
  const request = {
    ...queryRequest(tableName, query, TABLE_NAMES),
    ConsistentRead: true,
    ...(query.after === undefined ? {} : { ExclusiveStartKey: marshalKey({ pk: query.pk, sk: query.after }) }),
  };
  const { Items: found = [], LastEvaluatedKey: lastKey } = await reading(() => client.call("Query", request));
  return pageOf({
    found: found.map(unmarshalItem),
    limit: query.limit,
    lastKey,
    nextOf: (key) => unmarshalKey(key).sk,
    nextAfter: (item) => item.sk,
  });
}

async function queryIndex({ client, tableName }: TableContext, query: IndexQuery): Promise<Page<IndexKey>> {
  const names = INDEX_NAMES[query.index];
  const request = {
    ...queryRequest(tableName, query, names),
    IndexName: query.index,
    ...(query.after === undefined ? {} : { ExclusiveStartKey: startOf(query, query.after) }),
  };
  const { Items: found = [], LastEvaluatedKey: lastKey } = await reading(() => client.call("Query", request));
  const keyOf = (attributes: Attributes): IndexKey => ({
    ...unmarshalKey(attributes),
    indexPk: unmarshalText(attributes, names.pk),
    indexSk: unmarshalText(attributes, names.sk),
  });
  return pageOf({
    found: found.map(keyOf),
    limit: query.limit,
    lastKey,
    nextOf: (key) => positionOf(keyOf(key)),
    nextAfter: positionOf,
  });
}

function startOf(query: IndexQuery, after: string): Attributes {
  const names = INDEX_NAMES[query.index];
  const [indexSk = "", pk = "", sk = ""] = parsePosition(after).split("\0");
  return { [names.pk]: { S: query.pk }, [names.sk]: { S: indexSk }, ...marshalKey({ pk, sk }) };
}

/**
 * The query requested one item more than the caller did; a page that DynamoDB ended itself (at 1 MB) continues from its
 * own key.
 */
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

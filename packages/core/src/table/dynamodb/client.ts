import { randomInt } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import type * as Sdk from "@aws-sdk/client-dynamodb";
import type { Credentials } from "./authorization.ts";
import { AnswerLost, type DynamoFailure, failureOf, isOutcomeUnknown, isThrottled, isTransient } from "./failures.ts";
import { createTransport, type Transport, type TransportOptions } from "./transport.ts";

/** The address of a DynamoDB and the credentials for it. */
export interface DynamoEndpoint {
  readonly region: string;
  /** Default: Amazon's endpoint for the region. */
  readonly endpoint?: string;
  /** Default: the environment's credentials (a profile, a container's or a machine's role), resolved by the AWS SDK. */
  readonly credentials?: Credentials;
}

/**
 * DynamoDB's JSON API by operation name. It replaces the AWS SDK's client, which takes longer to load than everything
 * else in a new function together and costs three times the CPU per call.
 */
export interface DynamoClient {
  /**
   * @param attempts records the outcome of a write's earlier attempts, which the last error alone would hide
   * @throws DynamoFailure, AnswerLost, or the network's error
   */
  call<Name extends keyof Operations>(
    operation: Name,
    request: Operations[Name][0],
    attempts?: Attempts,
  ): Promise<Operations[Name][1]>;
  destroy(): void;
}

/**
 * The request and response types of each operation, limited to those that contain only text and numbers in JSON.
 */
export interface Operations {
  readonly GetItem: [Sdk.GetItemCommandInput, Sdk.GetItemCommandOutput];
  readonly BatchGetItem: [Sdk.BatchGetItemCommandInput, Sdk.BatchGetItemCommandOutput];
  readonly Query: [Sdk.QueryCommandInput, Sdk.QueryCommandOutput];
  readonly PutItem: [Sdk.PutItemCommandInput, Sdk.PutItemCommandOutput];
  readonly UpdateItem: [Sdk.UpdateItemCommandInput, Sdk.UpdateItemCommandOutput];
  readonly DeleteItem: [Sdk.DeleteItemCommandInput, Sdk.DeleteItemCommandOutput];
  readonly TransactWriteItems: [Sdk.TransactWriteItemsCommandInput, Sdk.TransactWriteItemsCommandOutput];
  readonly CreateTable: [Sdk.CreateTableCommandInput, unknown];
  readonly DescribeTable: [
    Sdk.DescribeTableCommandInput,
    { readonly Table?: Pick<Sdk.TableDescription, "TableStatus" | "StreamSpecification" | "GlobalSecondaryIndexes"> },
  ];
  readonly DescribeTimeToLive: [Sdk.DescribeTimeToLiveCommandInput, Sdk.DescribeTimeToLiveCommandOutput];
  readonly UpdateTimeToLive: [Sdk.UpdateTimeToLiveCommandInput, unknown];
}

/** The outcome of one write's attempts so far. */
export interface Attempts {
  /** Whether the write is idempotent. A write that is not is never retried after a lost response. */
  readonly isRepeatable: boolean;
  /** The response to some attempt was lost, so the write may be committed whatever later attempts return. */
  mayBeCommitted: boolean;
}

const ATTEMPTS_MAX = 3;
const RETRY_MILLISECONDS_BASE = 50;
const THROTTLED_MILLISECONDS_BASE = 200;
const RETRY_MILLISECONDS_MAX = 2_000;
/** A retry budget: in a brownout retries only add load, so each costs tokens that successful calls refill. */
const RETRY_BUDGET_MAX = 500;
const RETRY_COST = 5;

export function createDynamoClient(
  target: DynamoEndpoint,
  transportOf: (target: TransportOptions) => Transport = createTransport,
): DynamoClient {
  const clock = createServiceClock();
  const transport = transportOf({
    region: target.region,
    endpoint: target.endpoint,
    credentials: credentialsOf(target),
    now: clock.now,
  });
  let retryBudget = RETRY_BUDGET_MAX;

  async function attempt(operation: string, body: string): Promise<never> {
    const answer = await transport.post(operation, body);
    if (answer.status === 200) return JSON.parse(answer.text) as never;
    const failure = failureOf(answer);
    clock.correct(failure, answer.date);
    throw failure;
  }

  return {
    async call(operation, request, attempts) {
      const body = JSON.stringify(request);
      for (let count = 1; ; count++) {
        try {
          const answer = await attempt(operation, body);
          retryBudget = Math.min(RETRY_BUDGET_MAX, retryBudget + 1);
          return answer;
        } catch (error) {
          if (attempts !== undefined && isOutcomeUnknown(error)) {
            attempts.mayBeCommitted = true;
            if (!attempts.isRepeatable) throw new AnswerLost(error);
          }
          if (count >= ATTEMPTS_MAX || !isTransient(error) || retryBudget < RETRY_COST) throw error;
          retryBudget -= RETRY_COST;
          const base = isThrottled(error) ? THROTTLED_MILLISECONDS_BASE : RETRY_MILLISECONDS_BASE;
          const bound = Math.min(RETRY_MILLISECONDS_MAX, base * 2 ** (count - 1));
          await platformBackoff.sleep(platformBackoff.random() * bound);
        }
      }
    },
    destroy: () => transport.close(),
  };
}

/** Uses the given keys, or else the SDK's credential chain, which is loaded on first use and renews expiring keys. */
function credentialsOf({ region, credentials }: DynamoEndpoint): () => Promise<Credentials> {
  if (credentials !== undefined) return async () => credentials;
  let found: Promise<() => Promise<Credentials>> | undefined;
  return async () => {
    found ??= import("@aws-sdk/client-dynamodb").then(({ DynamoDBClient }) => {
      const { config } = new DynamoDBClient({ region });
      return () => config.credentials();
    });
    return (await found)();
  };
}

/**
 * AWS rejects signatures that are minutes off and returns its own time: the client corrects for the local clock's skew.
 */
function createServiceClock() {
  let aheadMilliseconds = 0;
  return {
    now: () => Date.now() + aheadMilliseconds,
    correct({ name }: DynamoFailure, date: string | undefined) {
      const serverTime = Date.parse(date ?? "");
      if (SKEWED.has(name) && !Number.isNaN(serverTime)) aheadMilliseconds = serverTime - Date.now();
    },
  };
}

const SKEWED = new Set(["InvalidSignatureException", "RequestTimeTooSkewed", "RequestExpired", "RequestInTheFuture"]);

const SDK_CONNECT_MILLISECONDS_MAX = 3_000;
const SDK_ANSWER_MILLISECONDS_MAX = 6_000;

/** The configuration of the SDK client that reads the change stream. */
export function clientConfig(target: DynamoEndpoint) {
  const agent = { keepAlive: true };
  return {
    region: target.region,
    ...(target.endpoint === undefined ? {} : { endpoint: target.endpoint }),
    ...(target.credentials === undefined ? {} : { credentials: sdkCredentials(target.credentials) }),
    maxAttempts: ATTEMPTS_MAX,
    requestHandler: {
      connectionTimeout: SDK_CONNECT_MILLISECONDS_MAX,
      requestTimeout: SDK_ANSWER_MILLISECONDS_MAX,
      // Without this, the SDK only logs a warning when a response is late.
      throwOnRequestTimeout: true,
      httpAgent: agent,
      httpsAgent: agent,
    },
  };
}

function sdkCredentials({ sessionToken, ...key }: Credentials) {
  return { ...key, ...(sessionToken === undefined ? {} : { sessionToken }) };
}

export interface Backoff {
  /** From 0 (inclusive) to 1 (exclusive). */
  readonly random: () => number;
  readonly sleep: (milliseconds: number) => Promise<unknown>;
}

const BACKOFF_MILLISECONDS_BASE = 10;
const BACKOFF_MILLISECONDS_MAX = 200;
const RANDOM_STEPS = 2 ** 32;

export const platformBackoff: Backoff = {
  random: () => randomInt(RANDOM_STEPS) / RANDOM_STEPS,
  sleep: (milliseconds) => sleep(milliseconds),
};

/** Exponential backoff with full jitter, so that callers that collided do not collide again. */
export async function backOff(backoff: Backoff, attempt: number): Promise<void> {
  const bound = Math.min(BACKOFF_MILLISECONDS_MAX, BACKOFF_MILLISECONDS_BASE * 2 ** attempt);
  await backoff.sleep(backoff.random() * bound);
}

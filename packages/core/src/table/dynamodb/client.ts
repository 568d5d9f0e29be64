import { randomInt } from "node:crypto";
import { setTimeout as passTime } from "node:timers/promises";
import type * as Sdk from "@aws-sdk/client-dynamodb";
import type { Credentials } from "./authorization.ts";
import { AnswerLost, type DynamoFailure, failureOf, isOutcomeUnknown, isPassing, isThrottled } from "./failures.ts";
import { createWire, type Wire, type WirePlace } from "./wire.ts";

/** How the table is reached, and how long and how often it is asked. */
export interface DynamoPlace {
  readonly region: string;
  /** Where, when it is not Amazon's own for the region. */
  readonly endpoint?: string;
  /** Default: what the surroundings grant (a profile, a container's or a machine's role), found by Amazon's SDK. */
  readonly credentials?: Credentials;
}

/**
 * DynamoDB's API by the names of its operations, JSON both ways. Amazon's SDK does the same and much besides: loading it takes
 * a new function longer than all else does, and each call costs three times the CPU.
 */
export interface DynamoClient {
  /**
   * @param attempts what became of a write's attempts, when the last one's error alone would hide that an earlier one may have
   *   been done
   * @throws DynamoFailure, AnswerLost, or what the network said
   */
  call<Name extends keyof Operations>(
    operation: Name,
    request: Operations[Name][0],
    attempts?: Attempts,
  ): Promise<Operations[Name][1]>;
  destroy(): void;
}

/** What is asked, and what answered, where nothing but text and numbers goes over the wire. */
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

/** What the attempts of one write came to so far. */
export interface Attempts {
  /** What must not be done twice is not sent again once an answer was lost. */
  readonly isRepeatable: boolean;
  /** Some attempt's answer was lost, so the write may have been done whatever later attempts say. */
  isDoubtful: boolean;
}

const ATTEMPTS_MAX = 3;
const RETRY_MILLISECONDS_BASE = 50;
const THROTTLED_MILLISECONDS_BASE = 200;
const RETRY_MILLISECONDS_MAX = 2_000;
/** In a brown-out repetitions only add to the crowd: they are paid from a purse that calls which succeed fill again. */
const PURSE_MAX = 500;
const RETRY_PRICE = 5;

export function createDynamoClient(place: DynamoPlace, wireOf: (place: WirePlace) => Wire = createWire): DynamoClient {
  const clock = createServiceClock();
  const wire = wireOf({
    region: place.region,
    endpoint: place.endpoint,
    credentials: credentialsOf(place),
    now: clock.now,
  });
  let purse = PURSE_MAX;

  async function attempt(operation: string, body: string): Promise<never> {
    const answer = await wire.post(operation, body);
    if (answer.status === 200) return JSON.parse(answer.text) as never;
    const failure = failureOf(answer);
    clock.learn(failure, answer.date);
    throw failure;
  }

  return {
    async call(operation, request, attempts) {
      const body = JSON.stringify(request);
      for (let count = 1; ; count++) {
        try {
          const answer = await attempt(operation, body);
          purse = Math.min(PURSE_MAX, purse + 1);
          return answer;
        } catch (error) {
          if (attempts !== undefined && isOutcomeUnknown(error)) {
            attempts.isDoubtful = true;
            if (!attempts.isRepeatable) throw new AnswerLost(error);
          }
          if (count >= ATTEMPTS_MAX || !isPassing(error) || purse < RETRY_PRICE) throw error;
          purse -= RETRY_PRICE;
          const base = isThrottled(error) ? THROTTLED_MILLISECONDS_BASE : RETRY_MILLISECONDS_BASE;
          const bound = Math.min(RETRY_MILLISECONDS_MAX, base * 2 ** (count - 1));
          await platformPatience.sleep(platformPatience.random() * bound);
        }
      }
    },
    destroy: () => wire.close(),
  };
}

/** Keys as given; else by the SDK's search, which is loaded where it is needed and renews what expires. */
function credentialsOf({ region, credentials }: DynamoPlace): () => Promise<Credentials> {
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

/** Amazon refuses what was signed minutes ago or ahead, and says what time it is: a machine whose clock is off goes by that. */
function createServiceClock() {
  let aheadMilliseconds = 0;
  return {
    now: () => Date.now() + aheadMilliseconds,
    learn({ name }: DynamoFailure, date: string | undefined) {
      const told = Date.parse(date ?? "");
      if (SKEWED.has(name) && !Number.isNaN(told)) aheadMilliseconds = told - Date.now();
    },
  };
}

const SKEWED = new Set(["InvalidSignatureException", "RequestTimeTooSkewed", "RequestExpired", "RequestInTheFuture"]);

const SDK_CONNECT_MILLISECONDS_MAX = 3_000;
const SDK_ANSWER_MILLISECONDS_MAX = 6_000;

/** What Amazon's client of the change stream is made with. */
export function clientConfig(place: DynamoPlace) {
  const agent = { keepAlive: true };
  return {
    region: place.region,
    ...(place.endpoint === undefined ? {} : { endpoint: place.endpoint }),
    ...(place.credentials === undefined ? {} : { credentials: sdkCredentials(place.credentials) }),
    maxAttempts: ATTEMPTS_MAX,
    requestHandler: {
      connectionTimeout: SDK_CONNECT_MILLISECONDS_MAX,
      requestTimeout: SDK_ANSWER_MILLISECONDS_MAX,
      // Otherwise a late answer is only complained about.
      throwOnRequestTimeout: true,
      httpAgent: agent,
      httpsAgent: agent,
    },
  };
}

function sdkCredentials({ sessionToken, ...key }: Credentials) {
  return { ...key, ...(sessionToken === undefined ? {} : { sessionToken }) };
}

export interface Patience {
  /** From 0 up to, not including, 1. */
  readonly random: () => number;
  readonly sleep: (milliseconds: number) => Promise<unknown>;
}

const BACKOFF_MILLISECONDS_BASE = 10;
const BACKOFF_MILLISECONDS_MAX = 200;
const RANDOM_STEPS = 2 ** 32;

export const platformPatience: Patience = {
  random: () => randomInt(RANDOM_STEPS) / RANDOM_STEPS,
  sleep: (milliseconds) => passTime(milliseconds),
};

/** Full jitter: anywhere up to a bound that doubles, so that those who collided do not meet again. */
export async function backOff(patience: Patience, attempt: number): Promise<void> {
  const bound = Math.min(BACKOFF_MILLISECONDS_MAX, BACKOFF_MILLISECONDS_BASE * 2 ** attempt);
  await patience.sleep(patience.random() * bound);
}

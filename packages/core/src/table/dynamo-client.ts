import { randomInt } from "node:crypto";
import { setTimeout as passTime } from "node:timers/promises";
import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { AnswerLost, isOutcomeUnknown } from "./dynamo-failures.ts";

/** How the table is reached, and how long and how often it is asked. */
export interface DynamoPlace {
  readonly region: string;
  /** Where, when it is not Amazon's own for the region. */
  readonly endpoint?: string;
  /** Default: what the environment grants (a function's role). */
  readonly credentials?: { readonly accessKeyId: string; readonly secretAccessKey: string };
}

const ATTEMPTS_MAX = 3;
/** The SDK counts from when a request waits for a socket, so this must outlast a crowd as well. */
const CONNECT_MILLISECONDS_MAX = 3_000;
/** A transaction of 4 MB takes its time; three attempts still end before an HTTP gateway gives up. */
const ANSWER_MILLISECONDS_MAX = 6_000;
const SOCKETS_MAX = 256;

/** What both of Amazon's clients are made with. */
export function clientConfig(place: DynamoPlace) {
  const agent = { keepAlive: true, maxSockets: SOCKETS_MAX };
  return {
    region: place.region,
    ...(place.endpoint === undefined ? {} : { endpoint: place.endpoint }),
    ...(place.credentials === undefined ? {} : { credentials: { ...place.credentials } }),
    maxAttempts: ATTEMPTS_MAX,
    requestHandler: {
      connectionTimeout: CONNECT_MILLISECONDS_MAX,
      requestTimeout: ANSWER_MILLISECONDS_MAX,
      // Otherwise a late answer is only complained about.
      throwOnRequestTimeout: true,
      httpAgent: agent,
      httpsAgent: agent,
    },
  };
}

export function createDynamoClient(place: DynamoPlace): DynamoDBClient {
  return new DynamoDBClient(clientConfig(place));
}

/** What the attempts of one write came to so far. */
export interface Attempts {
  /** Some attempt's answer was lost, so the write may have been done whatever later attempts say. */
  isDoubtful: boolean;
}

type Send<A, R> = (args: A) => Promise<R>;
type Middleware = <A, R>(next: Send<A, R>) => Send<A, R>;
interface Watchable {
  readonly middlewareStack: {
    addRelativeTo(
      middleware: Middleware,
      options: { readonly name: string; readonly relation: "before"; readonly toMiddleware: string },
    ): void;
  };
}

/**
 * Looks at each attempt the SDK makes of one write, because the last one's error alone would hide that an earlier one may
 * have been done. What must not be done twice is not sent again once an answer was lost.
 */
export function watchAttempts(command: Watchable, attempts: Attempts, isRepeatable: boolean): void {
  const watch: Middleware = (next) => async (args) => {
    try {
      return await next(args);
    } catch (error) {
      if (!isOutcomeUnknown(error)) throw error;
      attempts.isDoubtful = true;
      throw isRepeatable ? error : new AnswerLost(error);
    }
  };
  // Within the retry and the signing, outside of what reads the answer: whatever fails here may have been sent.
  command.middlewareStack.addRelativeTo(watch, {
    name: "watchAttempts",
    relation: "before",
    toMiddleware: "deserializerMiddleware",
  });
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

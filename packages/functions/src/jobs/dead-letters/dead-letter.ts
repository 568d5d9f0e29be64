import { changeOf } from "@pos/core/table/dynamodb/values.ts";
import type { Key } from "@pos/core/table/port/port.ts";

/**
 * A dead-letter record: what Lambda writes to the on-failure destination of a stream mapping after its last retry
 * (version 1.0). In a bucket it contains the whole event as text; in a queue it would only reference stream records
 * that expire.
 */
export interface DeadLetter {
  /** The last part of the function's name. */
  readonly reader: string;
  /** The reason, e.g. RetryAttemptsExhausted. */
  readonly condition: string;
  readonly invokes: number;
  readonly at: string;
  /** The keys of the records without duplicates, in order. */
  readonly keys: readonly Key[];
}

/** The text is not a dead-letter record of Lambda; the message explains the problem. */
export class InvalidDeadLetter extends Error {
  override readonly name = "InvalidDeadLetter";
}

interface LambdaRecord {
  readonly requestContext?: {
    readonly functionArn?: string;
    readonly condition?: string;
    readonly approximateInvokeCount?: number;
  };
  readonly timestamp?: string;
  readonly DDBStreamBatchInfo?: object;
  readonly payload?: unknown;
}

/** @throws InvalidDeadLetter */
export function parseDeadLetter(text: string): DeadLetter {
  const { requestContext = {}, timestamp = "", DDBStreamBatchInfo, payload } = parsed(text, "It") as LambdaRecord;
  if (DDBStreamBatchInfo === undefined) throw new InvalidDeadLetter("It describes no batch of a table's stream.");
  if (payload === undefined)
    throw new InvalidDeadLetter("It has no payload: only a bucket receives the records themselves.");
  const event = (typeof payload === "string" ? parsed(payload, "Its payload") : payload) as { Records?: unknown };
  if (!Array.isArray(event.Records)) throw new InvalidDeadLetter("Its payload is not a stream event.");
  return {
    reader: requestContext.functionArn?.split(":")[6]?.split("-").at(-1) ?? "?",
    condition: requestContext.condition ?? "?",
    invokes: requestContext.approximateInvokeCount ?? 0,
    at: timestamp,
    keys: keysOf(event.Records),
  };
}

function keysOf(records: readonly { readonly dynamodb?: { readonly Keys?: unknown } }[]): Key[] {
  const keys = new Map<string, Key>();
  for (const { dynamodb } of records) {
    const { key } = changeOf({ Keys: dynamodb?.Keys });
    keys.set(`${key.pk} ${key.sk}`, key);
  }
  return [...keys.values()];
}

function parsed(text: string, what: string): object {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value === "object" && value !== null) return value;
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
  }
  throw new InvalidDeadLetter(`${what} is no JSON object.`);
}

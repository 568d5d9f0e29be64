import type { AttributeValue, CancellationReason } from "@aws-sdk/client-dynamodb";
import type { Reason } from "../port/port.ts";
import { TableLimit, TableUnavailable } from "../port/port.ts";

/** What DynamoDB's and the network's failures mean in the port's words. What is not known here is never taken for a success. */

/** The request broke a rule of DynamoDB's: nothing was written, and asking again would not help. */
const REFUSALS = ["ValidationException", "ItemCollectionSizeLimitExceededException", "RequestEntityTooLarge"];
/** Failures before a connection stood: nothing was sent. */
const UNSENT = ["ECONNREFUSED", "ENOTFOUND", "EAI_AGAIN"];
const THROTTLED = [
  "ProvisionedThroughputExceededException",
  "ThrottlingException",
  "RequestLimitExceeded",
  "LimitExceededException",
];
/** A token that has just been renewed, a clock that is off and is set right by the answer, a transaction that goes on. */
const PASSING = [
  "TransactionInProgressException",
  "InvalidSignatureException",
  "RequestTimeTooSkewed",
  "RequestExpired",
];
const CONFLICTS = ["TransactionConflictException", "ReplicatedWriteConflictException"];

/** DynamoDB's own word for a call that failed; the words stand in the name. */
export class DynamoFailure extends Error {
  readonly status: number;
  /** What a refused condition met, when it was asked for. */
  readonly item: Record<string, AttributeValue> | undefined;
  /** Of a cancelled transaction, one a write. */
  readonly reasons: readonly CancellationReason[] | undefined;

  constructor(name: string, message: string, told: Pick<DynamoFailure, "status" | "item" | "reasons">) {
    super(message);
    this.name = name;
    this.status = told.status;
    this.item = told.item;
    this.reasons = told.reasons;
  }
}

/** What an answer says that is no success. Somebody on the way may have answered instead, and not in JSON. */
export function failureOf({ status, text }: { readonly status: number; readonly text: string }): DynamoFailure {
  const told = parseObject(text);
  const type = typeof told.__type === "string" ? told.__type : "";
  const name = type.slice(type.lastIndexOf("#") + 1) || "UnreadableAnswer";
  const message = told.message ?? told.Message ?? `HTTP ${status}`;
  return new DynamoFailure(name, String(message), { status, item: told.Item, reasons: told.CancellationReasons });
}

interface Told {
  readonly __type?: unknown;
  readonly message?: unknown;
  readonly Message?: unknown;
  readonly Item?: Record<string, AttributeValue>;
  readonly CancellationReasons?: readonly CancellationReason[];
}

function parseObject(text: string): Told {
  try {
    const told: unknown = JSON.parse(text);
    return typeof told === "object" && told !== null ? told : {};
  } catch {
    return {};
  }
}

/** A failure before a connection stood. */
export class NeverSent extends Error {
  override readonly name = "NeverSent";
}

/** A lost answer to a write that must not be sent twice. */
export class AnswerLost extends Error {
  override readonly name = "AnswerLost";
  readonly failure: unknown;
  constructor(failure: unknown) {
    super("The answer to a write was lost");
    this.failure = failure;
  }
}

/** Whether an attempt of a write failed in a way that leaves open whether it was done. */
export function isOutcomeUnknown(error: unknown): boolean {
  if (error instanceof DynamoFailure) {
    // Somebody is doing this very transaction: an earlier attempt of ours.
    return error.name === "TransactionInProgressException" || error.status < 400 || error.status >= 500;
  }
  return !(error instanceof NeverSent) && !UNSENT.includes(codeOf(error));
}

/** Whether the same call may well succeed a little later. */
export function isPassing(error: unknown): boolean {
  if (!(error instanceof DynamoFailure)) return true;
  return error.status >= 500 || PASSING.includes(error.name) || isThrottled(error);
}

export function isThrottled(error: unknown): boolean {
  return error instanceof DynamoFailure && (THROTTLED.includes(error.name) || error.status === 429);
}

export function isConflict(error: unknown): boolean {
  return error instanceof DynamoFailure && CONFLICTS.includes(error.name);
}

/** The port's error for a failed call. `isDoubtful`: some attempt of a write may have been done. */
export function tableError(error: unknown, isDoubtful: boolean): TableUnavailable | TableLimit {
  const cause = error instanceof AnswerLost ? error.failure : error;
  const said = cause instanceof Error ? `${cause.name}: ${cause.message}` : String(cause);
  if (isDoubtful) return new TableUnavailable("unknown", `The answer to a write was lost (${said})`, { cause });
  if (cause instanceof DynamoFailure && isRefusal(cause)) {
    return new TableLimit(`The table refused the request: ${said}`, { cause });
  }
  return new TableUnavailable("none", `The table did not do it (${said})`, { cause });
}

function isRefusal(error: DynamoFailure): boolean {
  return REFUSALS.includes(error.name) || error.status === 413;
}

/**
 * The reason of each write of a cancelled transaction; all of it was undone. Throttling comes first: a write that was not
 * judged must not be told as one that would have gone through. A write that cannot stand met its own condition, so other
 * writes' conditions come before it, as in the adapters that check conditions first.
 */
export function reasonsOf(cancelled: readonly CancellationReason[] | undefined, writeCount: number): Reason[] {
  if (cancelled?.length !== writeCount) {
    throw new TableUnavailable("none", `A transaction of ${writeCount} writes was cancelled without a reason for each`);
  }
  const unjudged = cancelled.find(({ Code: code }) => !isJudged(code));
  if (unjudged !== undefined) {
    throw new TableUnavailable("none", `A transaction was cancelled (${unjudged.Code}: ${unjudged.Message})`);
  }
  const reasons = cancelled.map(({ Code: code }) => reasonOf(code));
  if (reasons.some((reason) => reason !== "none")) return reasons;
  const impossible = cancelled.find(({ Code: code }) => isImpossible(code));
  if (impossible !== undefined) {
    throw new TableLimit(`A write of the transaction cannot stand (${impossible.Code}: ${impossible.Message})`);
  }
  throw new TableUnavailable("none", "A transaction was cancelled for no reason at all");
}

function reasonOf(code: string | undefined): Reason {
  if (code === "ConditionalCheckFailed") return "condition";
  return code === "TransactionConflict" ? "conflict" : "none";
}

function isJudged(code: string | undefined): boolean {
  return code === "None" || reasonOf(code) !== "none" || isImpossible(code);
}

function isImpossible(code: string | undefined): boolean {
  return code === "ValidationError" || code === "ItemCollectionSizeLimitExceeded";
}

function codeOf(error: unknown): string {
  if (typeof error !== "object" || error === null || !("code" in error)) return "";
  return typeof error.code === "string" ? error.code : "";
}

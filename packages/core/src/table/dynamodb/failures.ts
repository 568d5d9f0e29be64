import type { AttributeValue, CancellationReason } from "@aws-sdk/client-dynamodb";
import type { Reason } from "../port/port.ts";
import { TableLimit, TableUnavailable } from "../port/port.ts";

/**
 * Maps the failures of DynamoDB and the network to the port's errors. An unknown failure is never treated as a success.
 */

/** The request violates a DynamoDB rule: nothing was written, and a retry would fail again. */
const REFUSALS = ["ValidationException", "ItemCollectionSizeLimitExceededException", "RequestEntityTooLarge"];
/** The connection failed before anything was sent. */
const UNSENT = ["ECONNREFUSED", "ENOTFOUND", "EAI_AGAIN"];
const THROTTLED = [
  "ProvisionedThroughputExceededException",
  "ThrottlingException",
  "RequestLimitExceeded",
  "LimitExceededException",
];
/**
 * Transient failures: a token that was just renewed, clock skew that the response corrects, a transaction in progress.
 */
const TRANSIENT = [
  "TransactionInProgressException",
  "InvalidSignatureException",
  "RequestTimeTooSkewed",
  "RequestExpired",
];
const CONFLICTS = ["TransactionConflictException", "ReplicatedWriteConflictException"];

/** An error returned by DynamoDB, with DynamoDB's error code as its name. */
export class DynamoFailure extends Error {
  readonly status: number;
  /** The item that a failed condition found, if the request asked for it. */
  readonly item: Record<string, AttributeValue> | undefined;
  /** The reasons of a cancelled transaction, one per write. */
  readonly reasons: readonly CancellationReason[] | undefined;

  constructor(name: string, message: string, body: Pick<DynamoFailure, "status" | "item" | "reasons">) {
    super(message);
    this.name = name;
    this.status = body.status;
    this.item = body.item;
    this.reasons = body.reasons;
  }
}

/** Parses an error response. A proxy may have answered instead of DynamoDB, and not in JSON. */
export function failureOf({ status, text }: { readonly status: number; readonly text: string }): DynamoFailure {
  const body = parseObject(text);
  const type = typeof body.__type === "string" ? body.__type : "";
  const name = type.slice(type.lastIndexOf("#") + 1) || "UnreadableAnswer";
  const message = body.message ?? body.Message ?? `HTTP ${status}`;
  return new DynamoFailure(name, String(message), { status, item: body.Item, reasons: body.CancellationReasons });
}

interface ErrorBody {
  readonly __type?: unknown;
  readonly message?: unknown;
  readonly Message?: unknown;
  readonly Item?: Record<string, AttributeValue>;
  readonly CancellationReasons?: readonly CancellationReason[];
}

function parseObject(text: string): ErrorBody {
  try {
    const body: unknown = JSON.parse(text);
    return typeof body === "object" && body !== null ? body : {};
  } catch {
    return {};
  }
}

/** The connection failed before the request was sent. */
export class NeverSent extends Error {
  override readonly name = "NeverSent";
}

/** The response to a write that must not be retried was lost. */
export class AnswerLost extends Error {
  override readonly name = "AnswerLost";
  readonly failure: unknown;
  constructor(failure: unknown) {
    super("The response to a write was lost");
    this.failure = failure;
  }
}

/** Whether a failed attempt of a write may have been committed. */
export function isOutcomeUnknown(error: unknown): boolean {
  if (error instanceof DynamoFailure) {
    // An earlier attempt of this client is executing this transaction.
    return error.name === "TransactionInProgressException" || error.status < 400 || error.status >= 500;
  }
  return !(error instanceof NeverSent) && !UNSENT.includes(codeOf(error));
}

/** Whether the same call may succeed on a retry. */
export function isTransient(error: unknown): boolean {
  if (!(error instanceof DynamoFailure)) return true;
  return error.status >= 500 || TRANSIENT.includes(error.name) || isThrottled(error);
}

export function isThrottled(error: unknown): boolean {
  return error instanceof DynamoFailure && (THROTTLED.includes(error.name) || error.status === 429);
}

export function isConflict(error: unknown): boolean {
  return error instanceof DynamoFailure && CONFLICTS.includes(error.name);
}

/**
 * Converts a failed call to the port's error.
 * @param mayBeCommitted whether some attempt of a write may have been committed
 */
export function tableError(error: unknown, mayBeCommitted: boolean): TableUnavailable | TableLimit {
  const cause = error instanceof AnswerLost ? error.failure : error;
  const reason = cause instanceof Error ? `${cause.name}: ${cause.message}` : String(cause);
  if (mayBeCommitted) return new TableUnavailable("unknown", `The response to a write was lost (${reason})`, { cause });
  if (cause instanceof DynamoFailure && isRefusal(cause)) {
    return new TableLimit(`The table rejected the request: ${reason}`, { cause });
  }
  return new TableUnavailable("none", `The table did not execute the operation (${reason})`, { cause });
}

function isRefusal(error: DynamoFailure): boolean {
  return REFUSALS.includes(error.name) || error.status === 413;
}

/**
 * The reason for each write of a cancelled transaction, none of which was committed. Throttling is checked first,
 * because a write that was not evaluated must not be reported as one that would have succeeded. A write that violates a
 * limit passed its own condition, so failed conditions come before it, as in the adapters that check conditions first.
 */
export function reasonsOf(cancelled: readonly CancellationReason[] | undefined, writeCount: number): Reason[] {
  if (cancelled?.length !== writeCount) {
    throw new TableUnavailable("none", `A transaction of ${writeCount} writes was cancelled without a reason for each`);
  }
  const unevaluated = cancelled.find(({ Code: code }) => !isEvaluated(code));
  if (unevaluated !== undefined) {
    throw new TableUnavailable("none", `A transaction was cancelled (${unevaluated.Code}: ${unevaluated.Message})`);
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

function isEvaluated(code: string | undefined): boolean {
  return code === "None" || reasonOf(code) !== "none" || isImpossible(code);
}

function isImpossible(code: string | undefined): boolean {
  return code === "ValidationError" || code === "ItemCollectionSizeLimitExceeded";
}

function codeOf(error: unknown): string {
  if (typeof error !== "object" || error === null || !("code" in error)) return "";
  return typeof error.code === "string" ? error.code : "";
}

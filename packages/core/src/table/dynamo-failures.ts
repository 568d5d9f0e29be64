import type { CancellationReason } from "@aws-sdk/client-dynamodb";
import { DynamoDBServiceException } from "@aws-sdk/client-dynamodb";
import type { Reason } from "./port.ts";
import { TableLimit, TableUnavailable } from "./port.ts";

/** What DynamoDB's and the network's failures mean in the port's words. What is not known here is never taken for a success. */

/** The request broke a rule of DynamoDB's: nothing was written, and asking again would not help. */
const REFUSALS = ["ValidationException", "ItemCollectionSizeLimitExceededException", "RequestEntityTooLarge"];
/** Failures before a connection stood: nothing was sent. */
const UNSENT = ["ECONNREFUSED", "ENOTFOUND", "EAI_AGAIN"];
const CONFLICTS = ["TransactionConflictException", "ReplicatedWriteConflictException"];

/** A lost answer to a write that must not be sent twice. The SDK's retry looks for a cause, so this has none. */
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
  if (error instanceof DynamoDBServiceException) {
    // Somebody is doing this very transaction: an earlier attempt of ours.
    if (error.name === "TransactionInProgressException") return true;
    const status = error.$metadata.httpStatusCode ?? 500;
    return status < 400 || status >= 500;
  }
  return !UNSENT.includes(codeOf(error));
}

export function isConflict(error: unknown): boolean {
  return error instanceof DynamoDBServiceException && CONFLICTS.includes(error.name);
}

/** The port's error for a failed call. `isDoubtful`: some attempt of a write may have been done. */
export function tableError(error: unknown, isDoubtful: boolean): TableUnavailable | TableLimit {
  const cause = error instanceof AnswerLost ? error.failure : error;
  const said = cause instanceof Error ? `${cause.name}: ${cause.message}` : String(cause);
  if (isDoubtful) return new TableUnavailable("unknown", `The answer to a write was lost (${said})`, { cause });
  if (cause instanceof DynamoDBServiceException && isRefusal(cause)) {
    return new TableLimit(`The table refused the request: ${said}`, { cause });
  }
  return new TableUnavailable("none", `The table did not do it (${said})`, { cause });
}

function isRefusal(error: DynamoDBServiceException): boolean {
  return REFUSALS.includes(error.name) || error.$metadata.httpStatusCode === 413;
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

import type { GraphQLError, OperationTypeNode } from "graphql";
import { type ErrorCode, graphqlError } from "./errors.ts";

export interface WorkLimits {
  /**
   * Values that the lists of one answer contain, counted as they are found, so that a sale of 2,000 lines counts as what it is;
   * and about one for each stored sale that is read for it.
   */
  readonly values: number;
  /** From the request's beginning to its answer. */
  readonly milliseconds: number;
  /** Of an answer to a query. Below what API Gateway and Lambda let through. */
  readonly answerBytes: number;
}

export const WORK_LIMITS: WorkLimits = { values: 200_000, milliseconds: 20_000, answerBytes: 4_194_304 };

/** What the answers to one token hold at a time; see allowances.ts. */
export interface Share {
  /** @returns false if the token's answers under way hold too much */
  readonly take: (values: number) => boolean;
}

/**
 * The work for one request: counts what it finds, yields to other requests, and stops when it becomes too much, takes too
 * long, or its client has gone. A query stops as a whole. A mutation is not stopped once it is executed, since what it
 * records must be acknowledged: only lists within the object that it returns are refused (see counted-lists.ts).
 */
export class Work {
  readonly limits: WorkLimits;
  /** What was counted. */
  values = 0;
  share: Share | undefined;
  private readonly signal: Pick<AbortSignal, "aborted"> | undefined;
  private readonly endsAt: number;
  private kind: "unknown" | "query" | "mutation" = "unknown";
  private stopped: GraphQLError | undefined;
  private pausedAt: number;
  private counted = 0;
  private errorsLeft = ERRORS_MAX;
  private turns: Promise<void> = Promise.resolve();

  constructor(limits: WorkLimits = WORK_LIMITS, signal?: Pick<AbortSignal, "aborted">) {
    this.limits = limits;
    this.signal = signal;
    this.pausedAt = performance.now();
    this.endsAt = this.pausedAt + limits.milliseconds;
  }

  /** @throws GraphQLError if it was stopped before */
  begin(operation: OperationTypeNode | `${OperationTypeNode}`): void {
    this.check();
    this.kind = operation === "mutation" ? "mutation" : "query";
  }
  get isMutation(): boolean {
    return this.kind === "mutation";
  }
  /** Why a query was stopped. */
  get failure(): GraphQLError | undefined {
    return this.stopped;
  }

  /** Has no effect on a mutation that has begun. */
  stop(reason: StopReason): GraphQLError | undefined {
    if (this.isMutation) return undefined;
    this.stopped ??= failureOf(reason, this.limits);
    return this.stopped;
  }

  /** For an answer that is too long. It stops a query; a mutation's is to be shortened. */
  tooLong(): GraphQLError {
    return this.stop("bytes") ?? failureOf("bytes", this.limits);
  }

  /** @throws GraphQLError if the work is to stop */
  check(): void {
    if (this.isMutation) return;
    if (this.stopped === undefined && this.signal?.aborted) this.stop("gone");
    if (this.stopped === undefined && performance.now() > this.endsAt) this.stop("time");
    if (this.stopped !== undefined) throw this.stopped;
  }

  /** @throws GraphQLError if that is too much */
  count(values: number): void {
    this.values += values;
    this.counted += values;
    if (this.values > this.limits.values) throw this.stop("values") ?? failureOf("values", this.limits);
    if (this.share?.take(values) === false && !this.isMutation) throw this.stop("share");
  }

  /** @returns how many of a payload's errors the answer has: at least one, so that no refusal is without a reason */
  errorsReturned(found: number): number {
    const returned = Math.min(found, ERRORS_OF_ONE_MAX, Math.max(1, this.errorsLeft));
    this.errorsLeft -= returned;
    return returned;
  }

  /** Before a read: lets other requests run when this one has been running for long. */
  async pause(): Promise<void> {
    if (performance.now() - this.pausedAt > SLICE_MILLISECONDS) {
      await immediate();
      this.pausedAt = performance.now();
    }
    this.check();
  }

  /** Whether so much was found since the last turn that what comes next should wait for one. */
  get isDue(): boolean {
    return this.counted > TURN_VALUES;
  }

  /** Resolves when all turns that were taken before are over and other requests have run. */
  turn(): Promise<void> {
    this.counted = 0;
    this.turns = this.turns.then(immediate);
    return this.turns;
  }
}

/** Values that are put into an answer at a time: ten to twenty milliseconds of work. */
export const TURN_VALUES = 2_000;
const SLICE_MILLISECONDS = 10;
/** User errors of one object of a payload, and of the whole answer. */
const ERRORS_OF_ONE_MAX = 100;
const ERRORS_MAX = 1_000;

/** What becomes too much: values or bytes of the answer, time, what the token has under way; or its client has gone. */
type StopReason = "values" | "bytes" | "time" | "share" | "gone";

function failureOf(reason: StopReason, { values, answerBytes, milliseconds }: WorkLimits): GraphQLError {
  switch (reason) {
    case "values":
      return refusal("TOO_COMPLEX", 400, `The answer would have more than ${values} values: ${ADVICE}`);
    case "bytes":
      return refusal("TOO_COMPLEX", 400, `The answer would have more than ${answerBytes} bytes: ${ADVICE}`);
    case "time":
      return refusal("DEADLINE_EXCEEDED", 503, `No answer within ${milliseconds / 1_000} seconds: ask for less.`);
    case "share":
      return refusal("TOO_MANY_REQUESTS", 429, "The token has too much under way: wait for its answers.");
    case "gone":
      return refusal("CANCELLED", 499, "The client did not wait for the answer.");
  }
}

const ADVICE = "ask for smaller pages or fewer fields of lists.";

function refusal(code: ErrorCode, status: number, message: string): GraphQLError {
  return graphqlError(code, message, { status });
}

function immediate(): Promise<void> {
  return new Promise((resolve) => void setImmediate(resolve));
}

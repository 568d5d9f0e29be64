import type { FailureCode } from "../generated/names.ts";

/** Commands return expected failures as data; only bugs and outages throw. */
export type Result<T, F = Failure> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly failures: readonly F[] };

/**
 * Why a command rejected its input. `code` is for programs, `message` is English for developers, `path` names the input
 * field (indexes as strings). `details` carries what the client needs next for some codes (the server's total, the
 * current version).
 */
export interface Failure {
  readonly code: FailureCode;
  readonly message: string;
  readonly path: readonly string[];
  readonly details?: FailureDetails;
}

export interface FailureDetails {
  readonly total?: number;
  readonly unitPrice?: string;
  readonly version?: number;
  /** The most that a caller's discounts may come to, in percent of the price before them. */
  readonly discountPercent?: string;
  readonly retryAfterSeconds?: number;
  /** Of a password: it would be accepted of a person and a merchant with other names. */
  readonly containsName?: boolean;
}

export function ok<T>(value: T): { readonly ok: true; readonly value: T } {
  return { ok: true, value };
}

export function refused(...failures: readonly Failure[]): {
  readonly ok: false;
  readonly failures: readonly Failure[];
} {
  return { ok: false, failures };
}

export function failure<C extends FailureCode>(
  code: C,
  message: string,
  path: readonly string[] = ["input"],
  details?: FailureDetails,
): Failure & { readonly code: C } {
  return details ? { code, message, path, details } : { code, message, path };
}

/** Throws if the condition is false: a broken invariant is a bug, and the program must not continue. */
export function assert(condition: unknown, message: string): asserts condition {
  if (!condition) throw new Error(`Assertion failed: ${message}`);
}

/**
 * Narrows a value that the types cannot prove to be present.
 * @throws Error if the value is missing, which is a bug and never an expected outcome
 */
export function present<T>(value: T | undefined | null, what: string): T {
  if (value === undefined || value === null) throw new Error(`Missing: ${what}`);
  return value;
}

/**
 * Rejects a whole request: the caller is unknown or not allowed, the input is malformed, or a limit is exceeded. It
 * becomes a GraphQL error with this code; every other thrown error is a bug and is masked.
 */
export class RequestError extends Error {
  override readonly name = "RequestError";
  readonly code: RequestErrorCode;
  constructor(code: RequestErrorCode, message: string) {
    super(message);
    this.code = code;
  }
}

export type RequestErrorCode =
  | "UNAUTHENTICATED"
  | "FORBIDDEN"
  | "BAD_REQUEST"
  | "LOCATION_REQUIRED"
  | "TOO_MANY_ROWS"
  | "NOT_FOUND"
  | "NOT_AVAILABLE";

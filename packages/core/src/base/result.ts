import type { FailureCode } from "../generated/names.ts";

/** An expected outcome is data: what a command refuses, it returns. Surprises throw. */
export type Result<T, F = Failure> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly failures: readonly F[] };

/**
 * Why something was refused. `code` is for programs, `message` is English for developers, `path` names the input field
 * (indexes as strings). Some codes carry what the client needs next (`details`: the server's total, the present version).
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
  readonly retryAfterSeconds?: number;
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

/** Says what must hold; when it does not, the program is wrong and must not go on. */
export function assert(condition: unknown, message: string): asserts condition {
  if (!condition) throw new Error(`Assertion failed: ${message}`);
}

/** The value that the types cannot show to be there. Throws when it is not: a bug, never an outcome. */
export function present<T>(value: T | undefined | null, what: string): T {
  if (value === undefined || value === null) throw new Error(`Missing: ${what}`);
  return value;
}

/**
 * What is wrong with a request as a whole: the caller is not known or may not, the input is malformed, a limit is broken.
 * It becomes a GraphQL error with this code; everything else that is thrown is a bug and is masked.
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
  | "NOT_FOUND"
  | "NOT_AVAILABLE";

/** A structured log line, printed as one line of JSON. Callers must keep tokens, variables and passwords out of it. */
export interface LogLine {
  readonly level: "info" | "warn" | "error";
  readonly [name: string]: unknown;
}
export type Log = (line: LogLine) => void;

/**
 * An error as text for the log: its stack, which includes name and message, and the stack of its cause, where adapters
 * keep the engine's own error.
 */
export function describe(error: unknown): string {
  if (!(error instanceof Error)) return `not an error was thrown: ${typeof error}`;
  const own = error.stack ?? `${error.name}: ${error.message}`;
  return error.cause instanceof Error ? `${own}\ncaused by ${error.cause.stack ?? error.cause.message}` : own;
}

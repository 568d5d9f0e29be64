/**
 * Bugs to plant: each is a change of one source text, made only while its canary runs, and the test that must catch it. A
 * suite that lets one live proves less than it claims.
 */
export interface Canary {
  readonly name: string;
  /** Under packages. */
  readonly file: string;
  /** Each text occurs there exactly once; white space does not count. */
  readonly changes: readonly (readonly [find: string, replacement: string])[];
  /** The test that must fail. */
  readonly caughtBy: string;
  /** The file of that test. */
  readonly targets: TargetFile;
}

/** Each canary is bundled with the file of its target only: what the others import takes time. */
export type TargetFile =
  | "targets.test.ts"
  | "input-targets.test.ts"
  | "operations-targets.test.ts"
  | "report-targets.test.ts";

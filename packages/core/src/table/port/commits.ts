import type { RootDatabase } from "lmdb";
import { TableLimit, TableUnavailable } from "./port.ts";

/**
 * Group commit: jobs submitted while a commit is being written to disk run together in the next LMDB transaction. A
 * promise resolves only after its commit is on disk.
 */
export interface Commits {
  /**
   * Runs `job` inside the next commit. If it throws `TableLimit` before its first put, only this job fails; any other
   * error rolls back the whole commit.
   */
  submit<T>(job: () => T): Promise<T>;
  /** Rejects new jobs and waits for those already submitted. */
  close(): Promise<void>;
}

/** Bounds how long the writers of one commit wait for each other. */
const JOBS_MAX = 2000;

interface Job {
  /** Runs inside the LMDB transaction and stores the outcome. */
  readonly run: () => void;
  /** Runs after the commit. */
  readonly settle: () => void;
  readonly fail: (error: TableUnavailable) => void;
}

/**
 * @param beforeCommit runs inside each commit, after its jobs
 * @param afterCommit runs after each commit
 */
export function createCommits(root: RootDatabase, beforeCommit: () => void, afterCommit: () => void): Commits {
  let waiting: Job[] = [];
  let pumping: Promise<void> | undefined;
  let closed = false;

  async function commit(): Promise<void> {
    let taken: Job[] = [];
    try {
      // A child transaction, because lmdb rolls back only those when the callback throws.
      await root.childTransaction(() => {
        taken = waiting;
        waiting = taken.length > JOBS_MAX ? taken.splice(JOBS_MAX) : [];
        for (const job of taken) job.run();
        // lmdb creates a second promise for the same commit: without a handler, its rejection would end the process.
        root.committed.then(ignore, ignore);
        beforeCommit();
      });
    } catch (cause) {
      failAll(taken, cause);
      return;
    }
    for (const job of taken) job.settle();
    afterCommit();
  }

  function failAll(taken: readonly Job[], cause: unknown): void {
    silence(cause);
    const failed = taken.length > 0 ? taken : waiting;
    if (taken.length === 0) waiting = [];
    const outcome = taken.length > 0 ? "unknown" : "none";
    const error = new TableUnavailable(outcome, "The commit failed: check the disk and try again", { cause });
    for (const job of failed) job.fail(error);
  }

  async function pump(): Promise<void> {
    while (waiting.length > 0) await commit();
    pumping = undefined;
  }

  return {
    submit(run) {
      if (closed) return Promise.reject(new TableUnavailable("none", "The table is closed"));
      return new Promise((resolve, reject) => {
        waiting.push(jobOf(run, resolve, reject));
        pumping ??= pump();
      });
    },
    async close() {
      closed = true;
      await pumping;
    },
  };
}

function jobOf<T>(run: () => T, resolve: (value: T) => void, reject: (error: Error) => void): Job {
  let settle: (() => void) | undefined;
  return {
    run() {
      try {
        const value = run();
        settle = () => resolve(value);
      } catch (error) {
        if (!(error instanceof TableLimit)) throw error;
        settle = () => reject(error);
      }
    },
    settle: () => settle?.(),
    fail: reject,
  };
}

/** lmdb attaches a second rejected promise to its error, which nothing else would handle. */
function silence(cause: unknown): void {
  if (!(cause instanceof Error) || !("commitError" in cause)) return;
  const detail = cause.commitError;
  if (detail instanceof Promise) detail.catch(ignore);
}

function ignore(): void {}

import type { Clock } from "@pos/core/base/context.ts";
import type { Table } from "@pos/core/table/port/port.ts";

/**
 * Migrates the stored format while shops sell. The format is a number, and each step leads from one format to the next
 * in three phases: expand (additions that older programs ignore), then the new program is deployed, then backfill
 * (existing items are converted), and contract (removes what only older programs need, once none runs). A data folder
 * has one program, so it runs all phases when it is opened; a DynamoDB table is migrated by the command `migrate`.
 */
export interface MigrationStep {
  /** The format that the step starts from; it leads to the next one. */
  readonly from: number;
  readonly name: string;
  readonly phase: Phase;
  /** Resumes after the last reported cursor. Must be idempotent and safe beside running programs. */
  readonly run: (target: MigrationTarget, after: string | undefined, report: ReportProgress) => Promise<void>;
}

export const PHASES = ["expand", "backfill", "contract"] as const;
export type Phase = (typeof PHASES)[number];

export interface MigrationTarget {
  readonly table: Table;
  readonly clock: Clock;
  /** Present if the table is in a data folder. */
  readonly folder?: { readonly ensureId: () => void };
}

/**
 * Reports a cursor from which the step can resume and the number of items processed since it was started or resumed.
 */
export type ReportProgress = (cursor: string, seen: number) => Promise<void>;

/** The progress of a table's migration. */
export interface MigrationStatus {
  readonly format: number;
  /** A cursor within the step that starts from this format. */
  readonly cursor?: string;
}

/** Stores the migration status. */
export interface MigrationStatusStore {
  load(): Promise<MigrationStatus>;
  /** @returns false if the format is no longer `from`, because another process has continued */
  save(next: MigrationStatus, from: number): Promise<boolean>;
}

/** This program does not support the stored format; the message explains the fix. */
export class FormatUnknown extends Error {
  override readonly name = "FormatUnknown";
}

export interface MigrationEvents {
  readonly step?: (step: MigrationStep) => void;
  readonly progress?: (step: MigrationStep, seen: number) => void;
}

export interface Migrations {
  /** Names the store in messages: "The data folder ...", "The table ...". */
  readonly where: string;
  readonly steps: readonly MigrationStep[];
  /** The format that this program supports. */
  readonly format: number;
  /** The last phase to run; steps of later phases are not run. */
  readonly upTo: Phase;
}

/**
 * Runs the pending steps in order and resumes an interrupted one. Safe to kill, to repeat, and to run concurrently.
 * @returns the step that waits for a later phase, if any
 * @throws FormatUnknown, and any error of a step
 */
export async function migrate(
  target: MigrationTarget,
  statusStore: MigrationStatusStore,
  { where, steps, format, upTo }: Migrations,
  events: MigrationEvents = {},
): Promise<MigrationStep | undefined> {
  for (;;) {
    const status = await statusStore.load();
    refuseNewer(status.format, where, format);
    if (status.format === format) return undefined;
    const step = steps.find(({ from }) => from === status.format);
    if (!step) throw new FormatUnknown(`${where} has format ${status.format}, which no program can bring up to date.`);
    if (PHASES.indexOf(step.phase) > PHASES.indexOf(upTo)) return step;
    events.step?.(step);
    await runStep(target, statusStore, step, status, events);
  }
}

async function runStep(
  target: MigrationTarget,
  statusStore: MigrationStatusStore,
  step: MigrationStep,
  { format, cursor }: MigrationStatus,
  events: MigrationEvents,
): Promise<void> {
  try {
    await step.run(target, cursor, async (reached, seen) => {
      if (!(await statusStore.save({ format, cursor: reached }, format))) throw new Overtaken();
      events.progress?.(step, seen);
    });
  } catch (error) {
    if (error instanceof Overtaken) return;
    throw error;
  }
  await statusStore.save({ format: format + 1 }, format);
}

/** Another process has completed this step: reload the status. */
class Overtaken extends Error {}

/** @throws FormatUnknown */
export function refuseNewer(stored: number, where: string, known: number): void {
  if (stored <= known) return;
  throw new FormatUnknown(
    `${where} has format ${stored}, and this program knows formats up to ${known}: run the newer program that wrote it.`,
  );
}

import type { Clock } from "@pos/core/base/context.ts";
import type { Table } from "@pos/core/table/port/port.ts";

/**
 * How the shape of what is stored changes while shops sell. The shape has a number, the format; a step brings it from one to the
 * next. First room is made that older programs do not mind (expand), then the new program is deployed, then what is there is
 * brought up (backfill), and once no older program runs, what only those needed goes (contract). A data folder, which has one
 * program, does all of that when it is opened; a table in DynamoDB when somebody says `migrate`.
 */
export interface MigrationStep {
  /** The format that it starts from; it ends at the next one. */
  readonly from: number;
  readonly name: string;
  readonly phase: Phase;
  /**
   * Goes on behind what it told last. Safe to run again on what it has changed in part or wholly, and beside programs that sell.
   */
  readonly run: (place: Place, after: string | undefined, tell: Tell) => Promise<void>;
}

export const PHASES = ["expand", "backfill", "contract"] as const;
export type Phase = (typeof PHASES)[number];

export interface Place {
  readonly table: Table;
  readonly clock: Clock;
  /** The data folder, where the table is in one. */
  readonly folder?: { readonly ensureId: () => void };
}

/** A cursor by which the step goes on if it is ended now, and how many items it has seen since it was begun or resumed. */
export type Tell = (cursor: string, seen: number) => Promise<void>;

/** How far the shape of a table is. */
export interface Standing {
  readonly format: number;
  /** Within the step that starts from this format. */
  readonly cursor?: string;
}

/** Where that is kept. */
export interface Standings {
  load(): Promise<Standing>;
  /** Answers false when the format is not `from` any more: somebody else has gone on. */
  save(next: Standing, from: number): Promise<boolean>;
}

/** A format that this program cannot use; the message says what to do. */
export class FormatUnknown extends Error {
  override readonly name = "FormatUnknown";
}

export interface Told {
  readonly step?: (step: MigrationStep) => void;
  readonly progress?: (step: MigrationStep, seen: number) => void;
}

export interface Migrations {
  /** Where it is, in messages: "The data folder ...", "The table ...". */
  readonly where: string;
  readonly steps: readonly MigrationStep[];
  /** The format that the program knows. */
  readonly format: number;
  /** Steps of later phases wait. */
  readonly upTo: Phase;
}

/**
 * Runs the steps that are due, in order, each from where it was. May be killed, run twice, and run by several at once.
 * @returns the step that waits for a later phase, if one does
 * @throws FormatUnknown, and whatever a step throws
 */
export async function migrate(
  place: Place,
  standings: Standings,
  { where, steps, format, upTo }: Migrations,
  told: Told = {},
): Promise<MigrationStep | undefined> {
  for (;;) {
    const standing = await standings.load();
    refuseNewer(standing.format, where, format);
    if (standing.format === format) return undefined;
    const step = steps.find(({ from }) => from === standing.format);
    if (!step)
      throw new FormatUnknown(`${where} has format ${standing.format}, which no program can bring up to date.`);
    if (PHASES.indexOf(step.phase) > PHASES.indexOf(upTo)) return step;
    told.step?.(step);
    await runStep(place, standings, step, standing, told);
  }
}

async function runStep(
  place: Place,
  standings: Standings,
  step: MigrationStep,
  { format, cursor }: Standing,
  told: Told,
): Promise<void> {
  try {
    await step.run(place, cursor, async (reached, seen) => {
      if (!(await standings.save({ format, cursor: reached }, format))) throw new Overtaken();
      told.progress?.(step, seen);
    });
  } catch (error) {
    if (error instanceof Overtaken) return;
    throw error;
  }
  await standings.save({ format: format + 1 }, format);
}

/** Somebody else has done this step: it is looked up again what is left. */
class Overtaken extends Error {}

/** @throws FormatUnknown */
export function refuseNewer(stored: number, where: string, known: number): void {
  if (stored <= known) return;
  throw new FormatUnknown(
    `${where} has format ${stored}, and this program knows formats up to ${known}: run the newer program that wrote it.`,
  );
}

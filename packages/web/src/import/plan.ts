import type { TypedDocumentNode } from "@graphql-typed-document-node/core";
import type { FieldName } from "./fields.ts";
import type { ImportRow, RowProblem } from "./rows.ts";

/** How an import asks the API. */
export interface ImportApi {
  /** @throws when there is no answer, or the request as a whole is refused */
  readonly ask: <D, V extends object>(document: TypedDocumentNode<D, V>, variables: V) => Promise<D>;
  readonly locationId: string;
  readonly now: () => string;
}

/** What is wrong with a row beside what is stored. */
type PlanProblem = "UNKNOWN_TAX" | "UNKNOWN_ARTICLE" | "NOT_TRACKED" | "HAS_STOCK" | "SEVERAL_CODES";

/** Why a row is not imported. */
export type Reason =
  | RowProblem
  | { readonly field: FieldName; readonly code: PlanProblem }
  | { readonly refused: { readonly code: string; readonly message: string } };

/** A value that an import changes. */
export interface Change {
  readonly field: FieldName;
  readonly from: string;
  readonly to: string;
}

export interface PlannedRow {
  readonly row: ImportRow;
  /** `removed`: the file does not have it, and replaces what there is. */
  readonly status: "new" | "changed" | "same" | "bad" | "removed";
  readonly changes: readonly Change[];
  readonly reasons: readonly Reason[];
}

/** Requests that belong together. They may be repeated: what is done already is recognized. */
export interface Step {
  /** The rows that it imports, by their index in the plan. */
  readonly rows: readonly number[];
  /** @returns the rows that were refused */
  readonly run: (api: ImportApi) => Promise<ReadonlyMap<number, Reason>>;
}

export interface ImportPlan {
  /** The file takes the place of what there is: rows are left out only if the user chooses so. */
  readonly isWhole?: true;
  readonly rows: readonly PlannedRow[];
  /**
   * Takes back what was imported, unless it was changed since. Absent: it cannot be taken back.
   * @returns why it was refused; undefined: it was taken back
   */
  readonly undo?: (api: ImportApi) => Promise<Reason | undefined>;
  /** Each phase begins when the one before is done; the steps of a phase run at the same time. */
  readonly phases: readonly (readonly Step[])[];
}

/** What `userErrors` contains. */
export interface Refused {
  readonly code: string;
  readonly message: string;
  readonly path: readonly string[];
  readonly version?: number;
}

export function refusedBy({ code, message }: Refused): Reason {
  return { refused: { code, message } };
}

export function badRow(row: ImportRow, reasons: readonly Reason[] = row.problems): PlannedRow {
  return { row, status: "bad", changes: [], reasons };
}

/** Portions of a list. */
export function portions<T>(list: readonly T[], size: number): T[][] {
  const count = Math.ceil(list.length / size);
  return Array.from({ length: count }, (_, index) => list.slice(index * size, (index + 1) * size));
}

/** Runs tasks, a few at a time, each in its turn. The first that throws stops those that have not begun. */
export async function inTurn<T>(
  tasks: readonly T[],
  atOnce: number,
  run: (task: T, index: number) => Promise<void>,
): Promise<void> {
  let next = 0;
  let failure: { readonly error: unknown } | undefined;
  const work = async () => {
    while (next < tasks.length && failure === undefined) {
      const index = next++;
      try {
        await run(tasks[index] as T, index);
      } catch (error) {
        failure ??= { error };
      }
    }
  };
  await Promise.all(Array.from({ length: atOnce }, work));
  if (failure !== undefined) throw failure.error;
}

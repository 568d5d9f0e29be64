import { type ImportApi, type ImportPlan, inTurn, type Reason, type Step } from "./plan.ts";

/** How far an import has come. */
export interface Progress {
  readonly done: ReadonlySet<Step>;
  /** The rows that were refused, by their index in the plan. */
  readonly refused: ReadonlyMap<number, Reason>;
}

export const NOTHING_DONE: Progress = { done: new Set(), refused: new Map() };

const STEPS_AT_ONCE = 4;

/**
 * Runs the steps of a plan that are not done. When the API does not answer it throws; what is done is in the last progress, and
 * the import goes on from there.
 * @param isStopped asked before each step
 */
export async function runImport(
  { phases }: ImportPlan,
  api: ImportApi,
  {
    from,
    isStopped,
    onProgress,
  }: { readonly from: Progress; readonly isStopped: () => boolean; readonly onProgress: (progress: Progress) => void },
): Promise<void> {
  const done = new Set(from.done);
  const refused = new Map(from.refused);
  for (const steps of phases) {
    const open = steps.filter((step) => !done.has(step));
    await inTurn(open, STEPS_AT_ONCE, async (step) => {
      if (isStopped()) return;
      for (const [row, reason] of await step.run(api)) refused.set(row, reason);
      done.add(step);
      onProgress({ done, refused });
    });
    if (isStopped()) return;
  }
}

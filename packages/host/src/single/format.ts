import type { LocalEngine } from "@pos/core/table/port/engine.ts";
import {
  FormatUnknown,
  type MigrationStatusStore,
  type MigrationStep,
  migrate,
  refuseNewer,
} from "@pos/functions/jobs/migrate/migrate.ts";
import { FORMAT, STEPS } from "@pos/functions/jobs/migrate/steps.ts";
import { systemClock } from "@pos/functions/platform/clock.ts";
import type { Log } from "@pos/functions/platform/log.ts";
import { folderId, giveFolderId } from "./process-lock.ts";

/**
 * The format of a data folder is a number in its table. A newer format than this program's is rejected; an older one is
 * migrated when the folder is opened, and interrupted migrations resume.
 */
export { FORMAT, FormatUnknown };

export interface FolderToUpgrade {
  readonly path: string;
  readonly engine: LocalEngine;
}

/** @throws FormatUnknown */
export async function bringToFormat(
  { path, engine }: FolderToUpgrade,
  log: Log,
  { steps, format }: { readonly steps: readonly MigrationStep[]; readonly format: number } = {
    steps: STEPS,
    format: FORMAT,
  },
): Promise<void> {
  if (engine.getMeta("format") === undefined) {
    ensureFolderId(path);
    await engine.putMeta("format", String(format));
    return;
  }
  const where = `The data folder ${path}`;
  const target = { table: engine.table, clock: systemClock, folder: { ensureId: () => ensureFolderId(path) } };
  // Only one program opens a folder, so no phase waits for older programs.
  await migrate(
    target,
    folderMigrationStatus({ path, engine }, format),
    { where, steps, format, upTo: "contract" },
    {
      step: ({ from, name }) => log({ level: "info", event: "upgrade", from, to: from + 1, step: name }),
    },
  );
  // The file may have been deleted: without an id no command finds the running process.
  ensureFolderId(path);
}

function ensureFolderId(path: string): void {
  if (folderId(path) === undefined) giveFolderId(path);
}

/** A data folder stores its migration status in the table's metadata. */
export function folderMigrationStatus({ path, engine }: FolderToUpgrade, known = FORMAT): MigrationStatusStore {
  return {
    async load() {
      const format = formatNumber(String(engine.getMeta("format")), `The data folder ${path}`, known);
      const step = JSON.parse(engine.getMeta("step") ?? "{}") as { from?: number; cursor?: string };
      return step.from === format && step.cursor !== undefined ? { format, cursor: step.cursor } : { format };
    },
    async save({ format, cursor }, from) {
      if (engine.getMeta("format") !== String(from)) return false;
      if (cursor !== undefined) await engine.putMeta("step", JSON.stringify({ from: format, cursor }));
      else await engine.putMeta("format", String(format));
      return true;
    },
  };
}

/** @throws FormatUnknown */
export function formatNumber(stored: string, where: string, format = FORMAT): number {
  if (!/^\d{1,6}$/.test(stored)) throw new FormatUnknown(`${where} has format "${stored}", which is no format number.`);
  refuseNewer(Number(stored), where, format);
  return Number(stored);
}

import { migrate, PHASES, type Phase } from "@pos/functions/jobs/migrate/migrate.ts";
import { dryRunOf, tableMigrationStatus } from "@pos/functions/jobs/migrate/status.ts";
import { FORMAT, STEPS } from "@pos/functions/jobs/migrate/steps.ts";
import { type Command, CommandFailed, withArguments } from "../../control/command.ts";
import type { System } from "../../control/system.ts";
import { FormatUnknown, folderMigrationStatus } from "../../single/format.ts";
import type { LocalSystem } from "../../single/system.ts";

/** Brings the shape of what is stored up to this program's. */
export const migrateCommand: Command<{ readonly dryRun: boolean; readonly upTo: Phase }> = {
  ...withArguments(
    {
      name: "migrate",
      about: `
Runs the steps that bring the table from its format to this program's, in order, and says how far it is. Shops sell on
meanwhile. Interrupted, it is simply run again and goes on where it was. (A data folder is brought up when it is opened.)

Phases: "expand" before the new program is deployed (only what older programs do not mind), "backfill" once it is deployed,
"contract" once no older program runs and none will be rolled back to (also takes away what only those needed).`,
      options: {
        to: {
          type: "string",
          value: "PHASE",
          choices: PHASES,
          default: "backfill",
          help: "the last phase to run: expand, backfill or contract",
        },
        "dry-run": { type: "boolean", help: "says what would be done, and writes nothing" },
      },
      examples: ["POS_TABLE=pos-production npm run -s pos -- migrate --dry-run"],
      exits: "0 done, 1 a failure, 2 not understood",
    },
    ({ to: upTo, "dry-run": dryRun }) => ({ dryRun, upTo }),
  ),
  summary: "brings what is stored into the shape that this program writes",
  alone: true,
  async run(system, { dryRun, upTo }, output) {
    const rehearsal = dryRunOf(system.table, statusStoreOf(system));
    const { table, statusStore } = dryRun ? rehearsal : { table: system.table, statusStore: statusStoreOf(system) };
    const titles: string[] = [];
    try {
      const waiting = await migrate(
        { table, clock: system.clock },
        statusStore,
        { where: "The table", steps: STEPS, format: FORMAT, upTo },
        {
          step: ({ from, phase, name }) => void titles.push(`${from} -> ${from + 1}  ${phase}  ${name}`),
          progress: ({ name }, seen) => output.progress(seen, undefined, name),
        },
      );
      for (const title of titles) await output.line(title);
      if (waiting) await output.line(`waits for --to ${waiting.phase}: ${waiting.name}`);
      const { format } = await statusStore.load();
      await output.line(
        dryRun
          ? `${titles.length} steps would bring the table to format ${format}, with ${rehearsal.writes()} writes`
          : `${titles.length} steps done: the table has format ${format}, this program knows up to ${FORMAT}`,
      );
      return 0;
    } catch (error) {
      throw error instanceof FormatUnknown ? new CommandFailed(error.message) : error;
    }
  },
};

function statusStoreOf(system: System) {
  if (!("engine" in system)) return tableMigrationStatus(system.table);
  const { engine, folder } = system as LocalSystem;
  return folderMigrationStatus({ path: folder.path, engine });
}

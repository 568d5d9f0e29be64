import { resolve } from "node:path";
import { type FolderCommand, withArguments } from "../../control/command.ts";
import { restoreBackup } from "../../single/restore.ts";
import { ABOVE, aboveLine } from "./epoch.ts";

/** Everything back from a backup, into an empty data folder. */
export const restoreCommand: FolderCommand<{ readonly source: string; readonly above: number }> = {
  ...withArguments(
    {
      name: "restore",
      about: `
Puts the backup in FOLDER into the data folder, which must be empty; no other process may run on it. The epoch of every
ledger rises by one: terminals see it with their next sale and send again what they still have. A restore that was
interrupted is simply run again.`,
      positionals: { source: { value: "FOLDER", help: 'what "backup" made' } },
      options: {
        above: {
          ...ABOVE,
          help: 'the highest epoch that terminals have seen, where this or an older backup was restored before: "restore" prints it. Without it the same epoch would come once more, and terminals would send nothing again',
        },
      },
      examples: ["POS_DATA_DIR=/var/lib/pos npm run -s pos -- restore /mnt/backups/2026-11-24"],
      exits: "0 done, 1 a failure, 2 not understood",
    },
    ({ source, above = 0 }, folder) => ({ source: resolve(folder, source), above }),
  ),
  summary: "puts a backup into an empty data folder",
  insteadOverTables:
    "restore works on a data folder, and POS_TABLE is set. A DynamoDB table is restored by point-in-time recovery (docs/deploy-hosts.md); what an export wrote is read into empty tables by: npm run -s pos -- import facts FILE",
  async runOnFolder(dataFolder, { source, above }, output) {
    const { manifest, ledgers, highest } = await restoreBackup(dataFolder, { source, above }, output);
    await output.line(`${ledgers} ledgers, ${manifest.counts.entries} entries as of ${manifest.takenAt}`);
    await output.line(`Restored into ${dataFolder}. Terminals send again what they have recorded since.`);
    await output.line(aboveLine(highest));
    return 0;
  },
};

import { resolve } from "node:path";
import { type FolderCommand, noOptions, UsageError } from "../../control/command.ts";
import { restoreBackup } from "../../single/restore.ts";
import { aboveHint, parseAbove } from "./epoch.ts";

/** Everything back from a backup, into an empty data folder. */
export const restoreCommand: FolderCommand<{ readonly source: string; readonly above: number }> = {
  name: "restore",
  summary: "puts a backup into an empty data folder",
  insteadOverTables:
    "restore works on a data folder, and POS_TABLE is set. A DynamoDB table is restored by point-in-time recovery (docs/deploy-hosts.md); what an export wrote is read into empty tables by: npm run -s pos -- import facts FILE",
  help: `
Usage: npm run -s pos -- restore FOLDER [--above EPOCH]

Puts the backup in FOLDER into the data folder, which must be empty; no other process may run on it. The epoch of every
ledger rises by one: terminals see it with their next sale and send again what they still have. A restore that was
interrupted is simply run again.

  FOLDER   what "backup" made
  --above  the highest epoch that terminals have seen, where this or an older backup was restored before: "restore" prints it.
           Without it the same epoch would come once more, and terminals would send nothing again

Example:
  POS_DATA_DIR=/var/lib/pos npm run -s pos -- restore /mnt/backups/2026-11-24

Exit codes: 0 done, 1 a failure, 2 not understood.`,
  parse(words, folder) {
    const { above, rest } = parseAbove(words);
    const [source, ...more] = noOptions(rest);
    if (source === undefined || more.length > 0) throw new UsageError("restore takes one folder.");
    return { source: resolve(folder, source), above };
  },
  async runOnFolder(dataFolder, { source, above }, output) {
    const { manifest, ledgers, highest } = await restoreBackup(dataFolder, { source, above }, output);
    await output.line(`${ledgers} ledgers, ${manifest.counts.entries} entries as of ${manifest.takenAt}`);
    await output.line(`Restored into ${dataFolder}. Terminals send again what they have recorded since.`);
    await output.line(aboveHint(highest));
    return 0;
  },
};

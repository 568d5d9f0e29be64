import { resolve } from "node:path";
import { restoreBackup } from "../restore.ts";
import { type FolderCommand, noOptions, UsageError } from "./command.ts";

/** Everything back from a backup, into an empty data folder. */
export const restoreCommand: FolderCommand<{ readonly source: string }> = {
  name: "restore",
  summary: "puts a backup into an empty data folder",
  insteadOverTables:
    "restore works on a data folder, and POS_TABLE is set. A DynamoDB table is restored by point-in-time recovery (docs/deploy-hosts.md); what an export wrote is read into empty tables by: npm run -s pos -- import facts FILE",
  help: `
Usage: npm run -s pos -- restore FOLDER

Puts the backup in FOLDER into the data folder, which must be empty; no other process may run on it. The epoch of every
ledger rises by one: terminals see it with their next sale and send again what they still have. A restore that was
interrupted is simply run again.

  FOLDER  what "backup" made

Example:
  POS_DATA_DIR=/var/lib/pos npm run -s pos -- restore /mnt/backups/2026-11-24

Exit codes: 0 done, 1 a failure, 2 not understood.`,
  parse(words, folder) {
    const [source, ...more] = noOptions(words);
    if (source === undefined || more.length > 0) throw new UsageError("restore takes one folder.");
    return { source: resolve(folder, source) };
  },
  async runOnFolder(dataFolder, { source }, output) {
    const { manifest, ledgers } = await restoreBackup(dataFolder, source, output);
    await output.line(`${ledgers} ledgers, ${manifest.counts.entries} entries as of ${manifest.takenAt}`);
    await output.line(`Restored into ${dataFolder}. Terminals send again what they have recorded since.`);
    return 0;
  },
};

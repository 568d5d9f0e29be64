import { resolve } from "node:path";
import { type Command, withArguments } from "../../control/command.ts";
import { takeBackup } from "../../single/backup.ts";
import type { LocalSystem } from "../../single/system.ts";
import { seconds } from "./verify.ts";

/** A copy of everything at one moment, while selling goes on. */
export const backupCommand: Command<{ readonly target: string }> = {
  ...withArguments(
    {
      name: "backup",
      about: `
Copies the table as it stands at one moment, while selling goes on. FOLDER appears once the copy is whole and on disk; it
holds the table and a manifest.json that says when it was taken, from what, and its checksum. Everything that was
acknowledged before the command began is in it. Keep it as safe as the data folder, on another disk.`,
      positionals: { target: { value: "FOLDER", help: "where to; not there yet, or empty" } },
      examples: ["npm run -s pos -- backup /mnt/backups/2026-11-24"],
      exits: "0 done, 1 a failure, 2 not understood",
    },
    ({ target }, folder) => ({ target: resolve(folder, target) }),
  ),
  summary: "copies everything to a folder while selling goes on",
  insteadOverTables:
    "backup works on a data folder, and POS_TABLE is set. A DynamoDB table is backed up by point-in-time recovery (docs/deploy-hosts.md); master data and facts go to a file by: npm run -s pos -- export FILE",
  async run(system: LocalSystem, { target }, output) {
    const started = performance.now();
    const { counts, bytes, takenAt } = await takeBackup(system, target, output);
    await output.line(
      `${counts.merchants} merchants, ${counts.ledgers} ledgers, ${counts.entries} entries, ${(bytes / 1024 / 1024).toFixed(1)} MB as of ${takenAt}, in ${seconds(started)} s`,
    );
    await output.line(`Backup: ${target}`);
    return 0;
  },
};

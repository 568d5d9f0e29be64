import { type Command, UsageError, withArguments } from "../../control/command.ts";
import { raiseEpochs } from "../../single/epochs.ts";

const EPOCH_MAX = 9_998;

/** As `epoch raise` and `restore` take it. */
export const ABOVE = { type: "whole", from: 1, to: EPOCH_MAX, value: "EPOCH" } as const;

/** What `restore` does for a data folder, for a table that was restored to a point in time. */
export const epochRaiseCommand: Command<{
  readonly restore: string;
  readonly above: number;
  readonly dryRun: boolean;
}> = {
  ...withArguments(
    {
      name: "epoch raise",
      about: `
For a DynamoDB table that was restored to a point in time, before anybody sells on it. The epoch of every ledger rises by one:
terminals see it with their next sale and send again what they still have, and subscribers get whatever is booked from then on.
Each ledger is raised once for each restore: run it again where it was interrupted. ("restore" does this itself for a data
folder.)`,
      positionals: {
        restore: {
          value: "RESTORE",
          help: "a name for this restore that no other has: letters, digits and . _ : -, e.g. the moment that was restored",
        },
      },
      options: {
        above: {
          ...ABOVE,
          help: 'the highest epoch that terminals have seen, where something was restored before: this command and "restore" print it. Without it, a copy of before that restore would come to the same epoch once more, and nothing is sent again',
        },
        "dry-run": { type: "boolean", help: "says how many ledgers would be raised, and changes nothing" },
      },
      examples: ["POS_TABLE=pos-restored npm run -s pos -- epoch raise 2026-11-24T10:00Z"],
      exits: "0 done, 1 a failure, 2 not understood",
    },
    ({ restore, above = 0, "dry-run": dryRun }) => {
      if (!/^[A-Za-z0-9][A-Za-z0-9._:-]{0,63}$/.test(restore))
        throw new UsageError(`"${restore}" is no name of a restore: up to 64 letters, digits and . _ : -`);
      return { restore, above, dryRun };
    },
  ),
  summary: "notifies terminals that a table was restored to a point in time",
  alone: true,
  async run({ table }, { restore, above, dryRun }, output) {
    const progress = (done: number) => output.progress(done, undefined, "ledgers");
    const { raised, before, highest } = await raiseEpochs(table, restore, progress, { dryRun, above });
    const was = dryRun ? "would be raised" : "raised";
    await output.line(`${raised} ledgers ${was} for the restore ${restore}, ${before} were raised for it before`);
    if (!dryRun) await output.line("Terminals send again what they have recorded since.");
    if (highest > 0) await output.line(aboveLine(highest));
    return 0;
  },
};

export function aboveLine(highest: number): string {
  return `Epochs go up to ${highest}. Should a copy from before this be restored, say --above ${highest}.`;
}

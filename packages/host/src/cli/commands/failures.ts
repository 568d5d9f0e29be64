import { resolve } from "node:path";
import { type DeadLetter, InvalidDeadLetter, parseDeadLetter } from "@pos/functions/jobs/dead-letters/dead-letter.ts";
import { folderDeadLetters } from "@pos/functions/jobs/dead-letters/folder.ts";
import { type DeadLetterStore, DeadLetterStoreUnusable } from "@pos/functions/jobs/dead-letters/port.ts";
import { replayDeadLetters } from "@pos/functions/jobs/dead-letters/replay.ts";
import { readDeadLetterBucket } from "@pos/functions/platform/settings.ts";
import { type Command, CommandFailed, withArguments } from "../../control/command.ts";

/** Dead-letter records of the change stream: list them, and book them. */
interface Where {
  /** A folder that holds what the bucket did. Absent: the bucket itself. */
  readonly from: string | null;
}

const FROM = {
  type: "string",
  value: "FOLDER",
  help: "a folder that the bucket was copied into, in place of the bucket that POS_FAILURES_BUCKET names",
} as const;

export const failuresListCommand: Command<{ readonly from: string | null }> = {
  ...withArguments(
    {
      name: "failures list",
      about: `
Prints a line for each object in the bucket that failed batches of the change stream's readers end in: when, which reader, why,
how many records, and its name. Changes nothing.`,
      options: { from: FROM },
      examples: ["POS_TABLE=pos-production POS_FAILURES_BUCKET=pos-failures npm run -s pos -- failures list"],
      exits: "0 done, 1 a failure, 2 not understood",
    },
    ({ from }, folder) => ({ from: folderOf(from, folder) }),
  ),
  summary: "shows what Lambda gave up of the change stream",
  run: (_, where, output) =>
    inBox(where, async (box) => {
      let objects = 0;
      for await (const { name } of box.list()) {
        const text = await box.read(name);
        if (text === undefined) continue;
        objects++;
        await output.line(`${described(text)}  ${name}`);
      }
      await output.line(`${objects} objects`);
      return 0;
    }),
};

export const failuresReplayCommand: Command<{ readonly from: string | null; readonly dryRun: boolean }> = {
  ...withArguments(
    {
      name: "failures replay",
      about: `
Books the facts of every failed batch and deletes each object whose facts are all booked. An object with a fact that still
cannot be booked stays, with a line that says why; mend the cause (mostly: deploy a version that can book it) and run this
again. May run while the shop sells, and twice.`,
      options: { from: FROM, "dry-run": { type: "boolean", help: "says what would be booked, and changes nothing" } },
      examples: [
        "POS_TABLE=pos-production POS_FAILURES_BUCKET=pos-failures npm run -s pos -- failures replay --dry-run",
      ],
      exits: "0 all booked, 1 something stays or a failure, 2 not understood",
    },
    ({ from, "dry-run": dryRun }, folder) => ({ from: folderOf(from, folder), dryRun }),
  ),
  summary: "books what Lambda gave up of the change stream",
  run: ({ booking }, { from, dryRun }, output) =>
    inBox({ from }, async (box) => {
      let [objects, stay, booked, bookedBefore, failed] = [0, 0, 0, 0, 0];
      for await (const each of replayDeadLetters(booking, box, { dryRun })) {
        objects++;
        booked += each.booked;
        bookedBefore += each.bookedBefore;
        failed += each.failed.length;
        if (each.failed.length > 0) stay++;
        for (const { fact, why } of each.failed) await output.line(`${fact === "" ? each.name : fact}: ${why}`);
        if (each.failed.length > 0) await output.line(`stays: ${each.name}`);
        output.progress(objects, undefined, "objects");
      }
      const would = dryRun ? "would be booked" : "booked";
      await output.line(
        `${objects} objects: ${booked} facts ${would}, ${bookedBefore} were booked before, ${failed} failed; ${objects - stay} objects ${dryRun ? "would be deleted" : "deleted"}, ${stay} stay`,
      );
      return failed === 0 ? 0 : 1;
    }),
};

function folderOf(from: string | undefined, folder: string): string | null {
  return from === undefined ? null : resolve(folder, from);
}

/** @throws CommandFailed when the place of the failures is not configured */
async function inBox({ from }: Where, work: (box: DeadLetterStore) => Promise<number>): Promise<number> {
  try {
    return await work(from === null ? await theBucket() : folderDeadLetters(from));
  } catch (error) {
    throw error instanceof DeadLetterStoreUnusable ? new CommandFailed(error.message) : error;
  }
}

async function theBucket(): Promise<DeadLetterStore> {
  const place = readDeadLetterBucket();
  if (place === undefined)
    throw new CommandFailed("POS_FAILURES_BUCKET is not set: set it to the bucket that the deployment printed.");
  // One machine never needs it, so nothing of it is loaded there.
  const { bucketDeadLetters } = await import("@pos/functions/jobs/dead-letters/s3.ts");
  return bucketDeadLetters(place);
}

function described(text: string): string {
  let invocation: DeadLetter;
  try {
    invocation = parseDeadLetter(text);
  } catch (error) {
    if (error instanceof InvalidDeadLetter) return `unreadable: ${error.message}`;
    throw error;
  }
  const { at, reader, condition, invokes, keys } = invocation;
  return `${at}  ${reader}  ${condition} after ${invokes}  ${keys.length} records`;
}

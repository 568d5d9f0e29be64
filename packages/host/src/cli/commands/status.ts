import { readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { readSettings } from "@pos/functions/platform/settings.ts";
import { type Command, withArguments } from "../../control/command.ts";
import { diskSpace } from "../../platform/disk.ts";
import { PROGRAM_VERSION } from "../../platform/program-version.ts";
import { TABLE_FOLDER } from "../../single/system.ts";

const MEGABYTE = 1024 * 1024;

/** States what the data folder holds and whether its disk has space. */
export const statusCommand: Command<null> = {
  ...withArguments(
    {
      name: "status",
      about: `
Prints the program's version, the size of the table, and the free space of the disk beside the watermark (POS_DISK_MIN_MB).
Below the watermark the host takes sales only.`,
      examples: ["npm run -s pos -- status"],
      exits: "0 enough space, 1 the disk is below the watermark or a failure, 2 not understood",
    },
    () => null,
  ),
  summary: "shows the size of the table and the free space of the disk",
  insteadOverTables: "The data is in DynamoDB, which has no disk that could be full: its metrics are in CloudWatch.",
  async run({ folder }, _, output) {
    const { diskMinimumBytes } = readSettings({ onLambda: false });
    const { freeBytes, bytes } = diskSpace(folder.path);
    const isLow = freeBytes < diskMinimumBytes;
    await output.line(`program      ${PROGRAM_VERSION}`);
    await output.line(`data folder  ${folder.path}`);
    await output.line(`table        ${megabytes(tableBytes(folder.path))}`);
    await output.line(
      `disk         ${megabytes(freeBytes)} of ${megabytes(bytes)} free, watermark ${megabytes(diskMinimumBytes)}: ${isLow ? "LOW, only sales are taken" : "enough"}`,
    );
    return isLow ? 1 : 0;
  },
};

function tableBytes(folder: string): number {
  const table = join(folder, TABLE_FOLDER);
  return readdirSync(table).reduce((sum, name) => sum + statSync(join(table, name)).size, 0);
}

function megabytes(bytes: number): string {
  return `${Math.floor(bytes / MEGABYTE)} MB`;
}

import { randomUUID } from "node:crypto";
import type { Json } from "@pos/core/base/canonical.ts";
import { describe } from "@pos/functions/platform/log.ts";
import { yielding } from "@pos/functions/platform/yielding.ts";
import { type Command, CommandFailed, type Output, OutputGone } from "./command.ts";
import type { System } from "./system.ts";

/** Runs a command to its exit code. A failure becomes a message for the operator; unexpected errors are also logged. */
export async function runCommand(system: System, command: Command, args: Json, output: Output): Promise<number> {
  try {
    const table = yielding(system.table);
    return await command.run({ ...system, table, booking: { ...system.booking, table } }, args, output);
  } catch (error) {
    if (error instanceof OutputGone) return 1;
    if (error instanceof CommandFailed) {
      await output.note(error.message);
      return 1;
    }
    const id = randomUUID();
    system.log({ level: "error", event: "command", command: command.name, id, error: describe(error) });
    await output.note(`The command failed; see the log under the id ${id}.`);
    return 1;
  }
}

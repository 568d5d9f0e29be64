import { TablesUnusable } from "../cluster/tables.ts";
import { BadSetting } from "../settings.ts";
import { CommandFailed } from "./commands/command.ts";
import { FolderInUse } from "./folder.ts";
import { FormatUnknown } from "./format.ts";
import { CannotListen } from "./http.ts";
import { FolderUnusable } from "./system.ts";

const SAID = [BadSetting, CannotListen, CommandFailed, FolderInUse, FolderUnusable, FormatUnknown, TablesUnusable];

/** What a person can mend is said in a sentence. Undefined: it is a bug, and whoever has it shows where. */
export function sentenceOf(error: unknown): string | undefined {
  return error instanceof Error && SAID.some((kind) => error instanceof kind) ? error.message : undefined;
}

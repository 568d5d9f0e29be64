import { BadSetting } from "@pos/functions/platform/settings.ts";
import { TablesUnusable } from "../cluster/tables.ts";
import { CommandFailed } from "../control/command.ts";
import { CannotListen } from "../node/http.ts";
import { FormatUnknown } from "../single/format.ts";
import { FolderInUse } from "../single/process-lock.ts";
import { FolderUnusable } from "../single/system.ts";

const SAID = [BadSetting, CannotListen, CommandFailed, FolderInUse, FolderUnusable, FormatUnknown, TablesUnusable];

/** What a person can mend is said in a sentence. Undefined: it is a bug, and whoever has it shows where. */
export function sentenceOf(error: unknown): string | undefined {
  return error instanceof Error && SAID.some((kind) => error instanceof kind) ? error.message : undefined;
}

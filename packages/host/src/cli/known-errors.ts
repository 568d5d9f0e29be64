import { BadSetting } from "@pos/functions/platform/settings.ts";
import { TablesUnusable } from "../cluster/tables.ts";
import { CommandFailed } from "../control/command.ts";
import { CannotListen } from "../node/http.ts";
import { FolderUnusable } from "../platform/files.ts";
import { FormatUnknown } from "../single/format.ts";
import { FolderInUse } from "../single/process-lock.ts";

const KNOWN = [BadSetting, CannotListen, CommandFailed, FolderInUse, FolderUnusable, FormatUnknown, TablesUnusable];

/** The message of an error that the user can fix. Returns undefined for a bug, whose stack the caller shows. */
export function sentenceOf(error: unknown): string | undefined {
  return error instanceof Error && KNOWN.some((kind) => error instanceof kind) ? error.message : undefined;
}

import { LIMITS } from "../../base/limits.ts";
import { failure, ok, type Result, refused } from "../../base/result.ts";
import { nameProblem } from "../../base/text.ts";
import { resolutionWrite, type StoredException } from "../../ledger/index.ts";
import { authorize, type Context } from "../../people/access/index.ts";
import { auditWrite } from "../../people/audit/index.ts";
import { settleCopies } from "../../selling/sale/index.ts";
import { changeVersioned, versionConflict } from "../../table/port/versioned.ts";
import type { Resolution } from "./model.ts";
import { findException } from "./queries.ts";

/** Sent again, it is done already. Settling an `ID_CONFLICT` settles the copies that are kept with it. */
export async function resolveException(context: Context, input: Resolution): Promise<Result<StoredException>> {
  authorize(context, "exception:resolve");
  const { subject, code, note, version } = input;
  const problem = nameProblem(note, LIMITS.noteCharactersMax);
  if (problem) return refused(failure("INVALID_NOTE", `The note ${problem}.`, ["input", "note"]));
  return changeVersioned<StoredException, StoredException>(context, {
    what: "exception",
    version,
    async read() {
      const current = await findException(context, subject, code);
      return current
        ? ok(current)
        : refused(failure("UNKNOWN_EXCEPTION", "There is no such exception.", ["input", "subject"]));
    },
    ifApplied: (current) => (current.status === "resolved" && current.note === note ? current : undefined),
    async change(current) {
      if (current.status !== "open") return refused(versionConflict("exception", current.version));
      if (code === "ID_CONFLICT") await settleCopies(context, subject);
      const { caller, clock } = context;
      const by = caller.kind === "terminal" ? caller.terminalId : caller.staffId;
      const at = clock.now();
      const writes = [
        resolutionWrite(caller.merchantId, current, { note, by, at }),
        auditWrite(context, caller.merchantId, "exception:resolve", `${subject}#${code}`),
      ];
      const resolved = { status: "resolved", note, resolvedBy: by, resolvedAt: at } as const;
      return ok({
        writes: writes.map((write) => ({ write })),
        value: { ...current, ...resolved, version: current.version + 1 },
      });
    },
  });
}

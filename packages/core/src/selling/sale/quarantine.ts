import { LIMITS } from "../../base/limits.ts";
import { exceptionCallWrite, exceptionKey, readException } from "../../ledger/index.ts";
import type { Context } from "../../people/access/index.ts";
import type { Write } from "../../table/port.ts";
import type { SaleFact, SaleInput } from "./model.ts";
import { quarantineCountKey, quarantinedKey, unresolvedCopies } from "./records.ts";

/**
 * A copy with the id of a stored sale and other content is a sale that may be lost: it is kept, and a manager is told. The
 * stored sale stays as it is. Sent again, it is kept once.
 * @param terminalId of the terminal that sent the copy
 * @returns `full` when too many copies of this terminal wait: nothing is kept, the terminal must keep it
 */
export async function quarantine(
  context: Context,
  stored: SaleFact,
  copy: { readonly input: SaleInput; readonly requestHash: string; readonly terminalId: string },
): Promise<"kept" | "full"> {
  const { table, clock, caller } = context;
  const { merchantId } = caller;
  const copyKey = quarantinedKey(merchantId, copy.terminalId, stored.id, copy.requestHash);
  const countKey = quarantineCountKey(merchantId, copy.terminalId);
  const subjectKey = exceptionKey(merchantId, stored.id, "ID_CONFLICT");
  for (;;) {
    const [kept, counter, exception] = await table.batchGet([copyKey, countKey, subjectKey]);
    if (kept) return "kept";
    const count = unresolvedCopies(counter);
    if (count >= LIMITS.quarantinedPerTerminalMax) return "full";
    const at = clock.now();
    const message = `Another sale with this id came from ${copy.terminalId}; it is kept as ${copy.requestHash}.`;
    const call = { subject: stored.id, code: "ID_CONFLICT", message, open: true };
    const seen = exception && readException(exception);
    // A conflict that a person has settled before is raised anew by a new copy.
    const raised = exceptionCallWrite(merchantId, stored.locationId, call, at, seen?.status === "resolved" ? { ...seen, status: "closed" } : seen);
    const writes: Write[] = [
      { op: "put", item: { ...copyKey, at, body: JSON.stringify(copy.input) }, if: { is: "absent" } },
      { op: "put", item: { ...countKey, count: count + 1 }, if: counter ? { is: "equal", to: { count } } : { is: "absent" } },
      ...(raised ? [raised] : []),
    ];
    if ((await table.transact(writes)).ok) return "kept";
  }
}

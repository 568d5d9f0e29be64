import { csvText } from "@pos/core/base/csv.ts";
import type { I18n } from "@pos/web/i18n/provider.tsx";
import type { ImportPlan, Reason } from "./plan.ts";
import { importReason } from "./reason-text.ts";
import type { ImportTable } from "./table.ts";

/** The reasons of the rows that were not imported, by their index: those of the check, and those of the server. */
export function reasonsOf(
  { rows }: ImportPlan,
  refused: ReadonlyMap<number, Reason>,
): ReadonlyMap<number, readonly Reason[]> {
  const reasons = new Map<number, readonly Reason[]>();
  for (const [index, row] of rows.entries()) {
    const reason = refused.get(index);
    if (reason) reasons.set(index, [reason]);
    else if (row.status === "bad") reasons.set(index, row.reasons);
  }
  return reasons;
}

/** The rows of the file that were not imported, as they were, with why: to be corrected and imported again. */
export function badRowsFile(
  i18n: I18n,
  { header, rows }: ImportTable,
  reasons: ReadonlyMap<number, readonly Reason[]>,
): string {
  const bad = rows.flatMap((row, index) => {
    const why = reasons.get(index);
    const cells = header.map((_, column) => row[column] ?? "");
    return why ? [[...cells, why.map((reason) => importReason(i18n, reason)).join("; ")]] : [];
  });
  return csvText([[...header, i18n.t("import.reason")], ...bad]);
}

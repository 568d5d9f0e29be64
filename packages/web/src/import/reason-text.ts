import type { I18n } from "@pos/web/i18n/provider.tsx";
import type { FieldName } from "./fields.ts";
import type { Reason } from "./plan.ts";

export function fieldText({ t }: I18n, field: FieldName): string {
  return t(`import.field.${field}`);
}

/** Why a row is not imported, in the reader's language. */
export function importReason(i18n: I18n, reason: Reason): string {
  if ("refused" in reason) return i18n.refusal(reason.refused);
  const field = fieldText(i18n, reason.field);
  if (reason.code === "DOUBLED")
    return i18n.t("import.problem.DOUBLED", { field, value: reason.text, row: reason.row });
  return i18n.t(`import.problem.${reason.code}`, { field });
}

import type { I18n } from "@pos/web/i18n/provider.tsx";
import type { FieldName } from "./fields.ts";
import type { Reason } from "./plan.ts";
import { unitOf } from "./units.ts";

export function fieldText({ t }: I18n, field: FieldName): string {
  return t(`import.field.${field}`);
}

/** A value as a person reads it. */
export function valueText({ t }: I18n, field: FieldName, value: string): string {
  const unit = field === "unit" ? unitOf(value) : undefined;
  return unit === undefined ? value : t(`import.unit.${unit}`);
}

/** Why a row is not imported, in the reader's language. */
export function importReason(i18n: I18n, reason: Reason): string {
  if ("refused" in reason) return i18n.refusal(reason.refused);
  const field = fieldText(i18n, reason.field);
  if (reason.code === "DOUBLED")
    return i18n.t("import.problem.DOUBLED", { field, value: reason.text, row: reason.row });
  return i18n.t(`import.problem.${reason.code}`, { field });
}

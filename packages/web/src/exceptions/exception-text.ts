import type { ExceptionDetailWholeFragment, ExceptionRowFragment } from "@pos/web/graphql/generated/graphql.ts";
import type { I18n } from "@pos/web/i18n/provider.tsx";

/**
 * What an exception states, in the reader's language, with amounts as money and people by their names.
 * @returns undefined if there are no words for it, or it lacks what they need: it is of an earlier or a later version
 */
export function exceptionText(
  i18n: I18n,
  { code, details }: Pick<ExceptionRowFragment, "code" | "details">,
  zone: string,
): string | undefined {
  const key = `exceptionText.${code}`;
  if (!i18n.t.has(key)) return undefined;
  const values = Object.fromEntries(details.map((detail) => [detail.name, worded(i18n, detail, zone)]));
  const text = (i18n.t as unknown as (key: string, values: Readonly<Record<string, string>>) => string)(key, values);
  // The key itself, where a value is missing.
  return text === key ? undefined : text;
}

function worded({ code, format, t }: I18n, detail: ExceptionDetailWholeFragment, zone: string): string {
  const { name, amount, unitPrice, currency, instant, staffId, staff, text } = detail;
  if (amount !== null) return format.money(amount);
  if (unitPrice !== null) return format.unitPrice({ price: unitPrice, currency });
  if (instant !== null) return format.dateTime(instant, zone);
  if (staffId !== null) return staff?.name ?? t("exceptions.unknownPerson");
  if (name === "method") return code("method", text ?? "");
  // Numbers below zero with a minus sign, not a hyphen.
  return name === "onHand" && /^-\d+(\.\d+)?$/.test(text ?? "") ? format.decimal(text ?? "") : (text ?? "");
}

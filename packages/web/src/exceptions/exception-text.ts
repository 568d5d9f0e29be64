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
  const text = i18n.code("exceptionText", code);
  if (text === code) return undefined;
  const values = new Map(details.map((detail) => [detail.name, worded(i18n, detail, zone)]));
  const names = [...text.matchAll(/\{(\w+)\}/g)].map(([, name = ""]) => name);
  if (!names.every((name) => values.has(name))) return undefined;
  return text.replace(/\{(\w+)\}/g, (_, name: string) => values.get(name) ?? "");
}

function worded({ code, format, t }: I18n, detail: ExceptionDetailWholeFragment, zone: string): string {
  const { name, amount, unitPrice, currency, instant, staffId, staff, text } = detail;
  if (amount !== null) return format.money(amount);
  if (unitPrice !== null) return format.unitPrice({ price: unitPrice, currency });
  if (instant !== null) return format.dateTime(instant, zone);
  if (staffId !== null) return staff?.name ?? t("exceptions.unknownPerson");
  if (name === "method") return code("method", text ?? "");
  return text ?? "";
}

import type { Refused } from "./refusals.tsx";

/** A path belongs to the longest field that is a prefix of it: `input.recipients.1` belongs to `recipients`. */
export function splitByField<R extends Pick<Refused, "path">>(refused: readonly R[], fields: readonly string[]) {
  const byField = new Map<string, readonly R[]>();
  const rest: R[] = [];
  for (const refusal of refused) {
    const path = `${refusal.path.slice(1).join(".")}.`;
    const [field] = fields.filter((one) => path.startsWith(`${one}.`)).toSorted((a, b) => b.length - a.length);
    if (field === undefined) rest.push(refusal);
    else byField.set(field, [...(byField.get(field) ?? []), refusal]);
  }
  return { byField, rest };
}

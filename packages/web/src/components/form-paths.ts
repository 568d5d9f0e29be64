import type { Refused } from "./refusals.tsx";

/**
 * The field of a form that a refusal belongs to: the longest beginning of its path that is a field, so `recipients.1` belongs
 * to `recipients` and `variants.3.sku` to the SKU of that row.
 * @param path within the input
 * @param isField whether the form shows a field of this name
 * @returns undefined for a refusal of the form as a whole
 */
function fieldOf(path: string, isField: (name: string) => boolean): string | undefined {
  const names = path.split(".");
  for (let length = names.length; length > 0; length--) {
    const name = names.slice(0, length).join(".");
    if (isField(name)) return name;
  }
  return undefined;
}

/**
 * The refusals of each field, and those of none.
 * @param rename the name of a field by its path in the input, where the form calls it otherwise
 */
export function splitByField<R extends Pick<Refused, "path">>(
  refused: readonly R[],
  isField: (name: string) => boolean,
  rename: (path: string) => string = (path) => path,
) {
  const byField = new Map<string, readonly R[]>();
  const rest: R[] = [];
  for (const refusal of refused) {
    const field = fieldOf(rename(refusal.path.slice(1).join(".")), isField);
    if (field === undefined) rest.push(refusal);
    else byField.set(field, [...(byField.get(field) ?? []), refusal]);
  }
  return { byField, rest };
}

/** What was typed, over values that changed on the server meanwhile: a field that was not touched shows what is there now. */
export function rebased<Values extends object>(typed: Values, before: Values, now: Values): Values {
  const kept = Object.entries(typed).filter(([name, value]) => !isSame(value, before[name as keyof Values]));
  return { ...now, ...Object.fromEntries(kept) };
}

/** Values of forms are JSON. */
export function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

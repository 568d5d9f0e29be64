import { RequestError } from "./result.ts";

/** A change of some fields of a record: what is absent stays as it is, null removes. */
export type Patch<T> = { readonly [Field in keyof T]?: T[Field] | null | undefined };

/**
 * @param required the fields that a record cannot be without
 * @returns the record with the patch applied; a removed field is absent
 * @throws RequestError BAD_REQUEST when the patch removes a required field
 */
export function patched<T extends object>(before: T, patch: Patch<T>, required: readonly (keyof T & string)[]): T {
  const after = new Map<string, unknown>(Object.entries(before));
  for (const [field, value] of Object.entries(patch)) {
    if (value === undefined) continue;
    if (value !== null) after.set(field, value);
    else if (required.some((name) => name === field))
      throw new RequestError("BAD_REQUEST", `${field} cannot be removed.`);
    else after.delete(field);
  }
  return Object.fromEntries(after) as T;
}

"use client";

import { useI18n } from "@pos/web/i18n/provider.tsx";
import type { Refused } from "./refusals.tsx";
import { splitByField } from "./split-by-field.ts";

/** The refusals of a form, by the field that shows them. */
export interface FieldErrors {
  /** @returns the messages of a field, for the `error` property of its input */
  readonly errorOf: (field: string) => string | undefined;
  /** Refusals of no field of the form: they go to `Refusals`. */
  readonly rest: readonly Refused[];
}

/**
 * Shows each refusal beside the field that its path names.
 * @param fields paths within the input, joined by dots: `name`, `variants.0.sku`
 */
export function useFieldErrors(refused: readonly Refused[] | undefined, fields: readonly string[]): FieldErrors {
  const i18n = useI18n();
  const { byField, rest } = splitByField(refused ?? [], fields);
  return {
    errorOf(field) {
      const messages = byField.get(field)?.map((refusal) => i18n.refusal(refusal));
      return messages && [...new Set(messages)].join(" ");
    },
    rest,
  };
}

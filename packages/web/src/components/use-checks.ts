"use client";

import { useI18n } from "@pos/web/i18n/provider.tsx";
import { numberProblem } from "./number-input.tsx";
import type { NumberKind } from "./typed-number.ts";

/** Each returns what is wrong with an input, or undefined. */
export interface Checks {
  readonly filled: (text: string | null) => string | undefined;
  readonly number: (text: string, kind: NumberKind) => string | undefined;
  readonly optionalNumber: (text: string, kind: NumberKind) => string | undefined;
}

/** What a form can find before it is sent. */
export function useChecks(): Checks {
  const i18n = useI18n();
  const filled: Checks["filled"] = (text) => (text?.trim() ? undefined : i18n.t("common.required"));
  const optionalNumber: Checks["optionalNumber"] = (text, kind) => numberProblem(text, kind, i18n);
  return { filled, optionalNumber, number: (text, kind) => filled(text) ?? optionalNumber(text, kind) };
}

"use client";

import { notifications } from "@mantine/notifications";
import { useI18n } from "@pos/web/i18n/provider.tsx";
import type { CombinedError } from "urql";
import { describeFailure } from "./failure.tsx";
import type { Refused } from "./refusals.tsx";

/** For an action without a form: shows why it was refused. Returns whether it was done. */
export function useOutcome(): (
  result: { readonly error?: CombinedError | undefined },
  refused: readonly Refused[] | undefined,
) => boolean {
  const i18n = useI18n();
  return ({ error }, refused) => {
    const reasons = [
      ...(error === undefined ? [] : [describeFailure(error, i18n)]),
      ...(refused ?? []).map((refusal) => i18n.refusal(refusal)),
    ];
    if (reasons.length === 0) return true;
    notifications.show({ title: i18n.t("error.title"), message: reasons.join(" "), color: "red" });
    return false;
  };
}

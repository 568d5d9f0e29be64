"use client";

import { Alert, List, Text } from "@mantine/core";
import type { RefusedFragment } from "@pos/web/graphql/generated/graphql.ts";
import { useI18n } from "@pos/web/i18n/provider.tsx";
import type { CombinedError } from "urql";
import { describeFailure } from "./failure.tsx";

export type Refused = Pick<RefusedFragment, "code" | "path"> & { readonly containsName?: boolean };

/** Why a form was refused: all reasons, announced to screen readers. */
export function Refusals({
  error,
  refused,
}: {
  readonly error?: CombinedError | undefined;
  readonly refused?: readonly Refused[] | undefined;
}) {
  const i18n = useI18n();
  const reasons = [
    ...new Set([
      ...(error === undefined ? [] : [describeFailure(error, i18n)]),
      ...(refused ?? []).map((refusal) => i18n.refusal(refusal)),
    ]),
  ];
  return (
    <div aria-live="assertive">
      {reasons.length > 0 && (
        <Alert color="red" variant="light" p="sm" mb="md">
          {reasons.length === 1 ? (
            <Text size="sm">{reasons[0]}</Text>
          ) : (
            <List size="sm">
              {reasons.map((reason) => (
                <List.Item key={reason}>{reason}</List.Item>
              ))}
            </List>
          )}
        </Alert>
      )}
    </div>
  );
}

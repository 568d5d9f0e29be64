"use client";

import { Alert, Button, Group, Text } from "@mantine/core";
import { errorCode, errorRequestId } from "@pos/web/graphql/client.ts";
import { type I18n, useI18n } from "@pos/web/i18n/provider.tsx";
import { IconAlertTriangle } from "@tabler/icons-react";
import type { CombinedError } from "urql";

/** The message of a failed query, and a button to retry. */
export function FailureNotice({ error, retry }: { readonly error: CombinedError; readonly retry?: () => void }) {
  const i18n = useI18n();
  return (
    <Alert color="red" variant="light" icon={<IconAlertTriangle aria-hidden="true" />} title={i18n.t("error.title")}>
      <Group justify="space-between" gap="sm">
        <Text size="sm">{describeFailure(error, i18n)}</Text>
        {retry !== undefined && (
          <Button size="xs" variant="default" onClick={retry}>
            {i18n.t("common.retry")}
          </Button>
        )}
      </Group>
    </Alert>
  );
}

/** Codes with a message of their own. */
const EXPLAINED = [
  "FORBIDDEN",
  "UNAVAILABLE",
  "STORAGE_LOW",
  "LOCATION_REQUIRED",
  "TOO_MANY_ROWS",
  "TOO_COMPLEX",
  "DEADLINE_EXCEEDED",
  "TOO_MANY_REQUESTS",
] as const;

export function describeFailure(error: CombinedError, { t }: I18n): string {
  const code = errorCode(error);
  if (code === "NETWORK") return t("error.network");
  const explained = EXPLAINED.find((candidate) => candidate === code);
  if (explained !== undefined) return t(`error.${explained}`);
  if (code === "INTERNAL") return t("error.INTERNAL", { requestId: errorRequestId(error) ?? "–" });
  return t("error.other");
}

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

export function describeFailure(error: CombinedError, { t }: I18n): string {
  const code = errorCode(error);
  if (code === "NETWORK") return t("error.network");
  if (code === "FORBIDDEN" || code === "UNAVAILABLE" || code === "STORAGE_LOW" || code === "LOCATION_REQUIRED")
    return t(`error.${code}`);
  if (code === "INTERNAL") return t("error.INTERNAL", { requestId: errorRequestId(error) ?? "–" });
  return t("error.other", { code });
}

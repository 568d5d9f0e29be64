"use client";

import { Text } from "@mantine/core";
import type { ExceptionRowFragment } from "@pos/web/graphql/generated/graphql.ts";
import { useI18n } from "@pos/web/i18n/provider.tsx";
import { exceptionText } from "./exception-text.ts";

/** What an exception states. One of another version has only the server's message, for those who read English. */
export function ExceptionText({ exception }: { readonly exception: ExceptionRowFragment }) {
  const i18n = useI18n();
  const text = exceptionText(i18n, exception, exception.location.timeZone);
  if (text === undefined && i18n.language !== "en") return null;
  return (
    <Text size="sm" c="dimmed">
      {text ?? exception.message}
    </Text>
  );
}

"use client";

import { Paper, Stack, Text, Title } from "@mantine/core";
import { useI18n } from "@pos/web/i18n/provider.tsx";
import { LanguageSwitch } from "@pos/web/shell/language.tsx";
import classes from "./e-receipt.module.css";

/** What a link shows that opens nothing, or not now. */
export function NoReceipt({ reason }: { readonly reason: "unknown" | "busy" }) {
  const { t } = useI18n();
  return (
    <main className={classes.page}>
      <Paper component="section" withBorder p="xl" radius="lg" maw={420} w="100%">
        <Stack>
          <Title order={1} size="h3">
            {t(`eReceipt.${reason}Title`)}
          </Title>
          <Text>{t(`eReceipt.${reason}Text`)}</Text>
          <LanguageSwitch />
        </Stack>
      </Paper>
    </main>
  );
}

"use client";

import { Button, FileButton, Group, Paper, Stack, Text } from "@mantine/core";
import { saveFile } from "@pos/web/components/save-file.ts";
import { useI18n } from "@pos/web/i18n/provider.tsx";
import { IconDownload, IconFileSpreadsheet } from "@tabler/icons-react";
import { useState } from "react";
import type { ImportKind } from "./fields.ts";
import { sampleFile } from "./samples.ts";

const ACCEPTED = ".csv,.txt,.tsv,text/csv,text/plain";

/** Chooses a file, by a button or by dropping it; with a sample to begin from. */
export function FileChoice({ kind, onFile }: { readonly kind: ImportKind; readonly onFile: (file: File) => void }) {
  const i18n = useI18n();
  const { t } = i18n;
  const [isOver, setOver] = useState(false);
  const sample = () => {
    const { name, text } = sampleFile(i18n, kind);
    saveFile(name, text);
  };
  return (
    <Paper
      withBorder
      p="xl"
      style={{ borderStyle: "dashed" }}
      {...(isOver ? { bg: "var(--mantine-primary-color-light)" } : {})}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        const [file] = event.dataTransfer.files;
        if (file) onFile(file);
      }}
    >
      <Stack align="center" gap="sm">
        <IconFileSpreadsheet size={36} aria-hidden="true" />
        <Text fw={500}>{t("import.drop")}</Text>
        <Text size="sm" c="dimmed" ta="center">
          {t("import.dropHelp")}
        </Text>
        <Group justify="center">
          <FileButton onChange={(file) => file && onFile(file)} accept={ACCEPTED}>
            {(props) => <Button {...props}>{t("import.choose")}</Button>}
          </FileButton>
          <Button variant="default" leftSection={<IconDownload size={16} aria-hidden="true" />} onClick={sample}>
            {t("import.sample")}
          </Button>
        </Group>
      </Stack>
    </Paper>
  );
}

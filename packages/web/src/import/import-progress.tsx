"use client";

import { Alert, Button, Group, Progress, Stack, Text } from "@mantine/core";
import { saveFile } from "@pos/web/components/save-file.ts";
import { type I18n, useI18n } from "@pos/web/i18n/provider.tsx";
import { IconDownload } from "@tabler/icons-react";
import { badRowsFile, reasonsOf } from "./bad-rows.ts";
import type { Reason } from "./plan.ts";
import { PlanPreview } from "./plan-preview.tsx";
import { importReason } from "./reason-text.ts";
import type { ImportTable } from "./table.ts";
import type { Stage } from "./use-import.ts";

type Under = Extract<Stage, { readonly done: number; readonly progress: object }>;

/** An import that is under way, paused or finished. */
export function ImportProgress({
  stage,
  hasFailed,
  table,
  name,
  onPause,
  onContinue,
  onUndo,
  onAgain,
}: {
  readonly stage: Under;
  readonly hasFailed: boolean;
  readonly table: ImportTable;
  readonly name: string;
  readonly onPause: () => void;
  readonly onContinue: () => void;
  readonly onUndo: () => void;
  readonly onAgain: () => void;
}) {
  const { t } = useI18n();
  const { at, plan, done } = stage;
  const total = plan.phases.flat().reduce((sum, { rows }) => sum + rows.length, 0);
  if (at === "finished") return <Finished {...{ stage, table, name, onUndo, onAgain }} />;
  const key = at === "running" ? "import.running" : hasFailed ? "import.failed" : "import.paused";
  return (
    <Stack gap="sm">
      <Text aria-live="polite">{t(key, { done, total })}</Text>
      <Progress value={total === 0 ? 100 : (done / total) * 100} aria-label={t("nav.import")} />
      <Group>
        {at === "running" ? (
          <Button variant="default" onClick={onPause}>
            {t("import.pause")}
          </Button>
        ) : (
          <Button onClick={onContinue}>{t("import.continue")}</Button>
        )}
      </Group>
    </Stack>
  );
}

function Finished({
  stage: { plan, progress, undone },
  table,
  name,
  onUndo,
  onAgain,
}: {
  readonly stage: Under;
  readonly table: ImportTable;
  readonly name: string;
  readonly onUndo: () => void;
  readonly onAgain: () => void;
}) {
  const i18n = useI18n();
  const { t } = i18n;
  const reasons = reasonsOf(plan, progress.refused);
  const same = plan.rows.filter(({ status }, index) => status === "same" && !reasons.has(index)).length;
  const removed = plan.rows.filter(({ status }, index) => status === "removed" && !reasons.has(index)).length;
  const bad = plan.rows.filter(({ status }, index) => status !== "removed" && reasons.has(index)).length;
  const done = plan.rows.length - same - removed - reasons.size;
  const isDone = plan.rows.some(({ status }, index) => status !== "same" && !reasons.has(index));
  if (undone && undone.reason === undefined) return <Undone onAgain={onAgain} />;
  return (
    <Stack gap="md">
      <Alert color={reasons.size > 0 ? "orange" : "green"} title={t("import.finishedTitle")} role="status">
        <Stack gap="sm" align="flex-start">
          <Text size="sm">{t("import.finished", { done, same, bad })}</Text>
          {removed > 0 && <Text size="sm">{t("import.removed", { count: removed })}</Text>}
          {reasons.size > 0 && (
            <>
              <Text size="sm">{t("import.badRowsHelp")}</Text>
              <Button
                variant="default"
                leftSection={<IconDownload size={16} aria-hidden="true" />}
                onClick={() => saveFile(`${name}-rest.csv`, badRowsFile(i18n, table, reasons))}
              >
                {t("import.badRows")}
              </Button>
            </>
          )}
        </Stack>
      </Alert>
      {undone?.reason !== undefined && <Alert color="red">{undoProblem(i18n, undone.reason)}</Alert>}
      <Group>
        <Button onClick={onAgain}>{t("import.again")}</Button>
        {plan.undo && isDone && undone === undefined && (
          <Button variant="default" onClick={onUndo}>
            {t("common.undo")}
          </Button>
        )}
      </Group>
      {reasons.size > 0 && <PlanPreview plan={plan} reasons={reasons} />}
    </Stack>
  );
}

function Undone({ onAgain }: { readonly onAgain: () => void }) {
  const { t } = useI18n();
  return (
    <Stack gap="md" align="flex-start">
      <Alert color="green" title={t("import.undoneTitle")} role="status" w="100%">
        {t("import.undone")}
      </Alert>
      <Button onClick={onAgain}>{t("import.again")}</Button>
    </Stack>
  );
}

function undoProblem(i18n: I18n, reason: Reason): string {
  const isChanged = "refused" in reason && reason.refused.code === "VERSION_CONFLICT";
  return isChanged ? i18n.t("import.undoChanged") : importReason(i18n, reason);
}

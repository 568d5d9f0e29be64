"use client";

import { Alert, Button, Checkbox, Group, Progress, SegmentedControl, Stack, Text } from "@mantine/core";
import { PageHeader } from "@pos/web/components/page-header.tsx";
import { Refusals } from "@pos/web/components/refusals.tsx";
import { useI18n } from "@pos/web/i18n/provider.tsx";
import { usePermission, useSession } from "@pos/web/session/session.tsx";
import { parseAsString, useQueryState } from "nuqs";
import { useState } from "react";
import { reasonsOf } from "./bad-rows.ts";
import { ColumnsForm, type FileReading } from "./columns-form.tsx";
import { decoded, encodingOf } from "./decode.ts";
import { guessedMapping, IMPORT_KINDS, type ImportKind } from "./fields.ts";
import { FileChoice } from "./file-choice.tsx";
import { ImportProgress } from "./import-progress.tsx";
import type { PlannedRow } from "./plan.ts";
import { PlanPreview } from "./plan-preview.tsx";
import { PriceListChoice } from "./price-list-choice.tsx";
import { guessedDecimalSign, readRows } from "./rows.ts";
import { NOTHING_DONE } from "./run.ts";
import { readTable, rowsMaxOf } from "./table.ts";
import { useImport } from "./use-import.ts";

const PERMISSIONS = {
  products: "catalog:write",
  stock: "stock:write",
  customers: "customer:write",
  prices: "price-list:write",
} as const;

interface ChosenFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** Products, stock, customers or the prices of a list from a CSV file: choose, map, check, import. */
export function ImportPage() {
  const { t } = useI18n();
  const { location } = useSession();
  const isPermitted = usePermission();
  const [chosen, choose] = useQueryState("kind", parseAsString);
  const kinds = IMPORT_KINDS.filter((kind) => isPermitted(PERMISSIONS[kind]));
  const [priceListId, choosePriceList] = useQueryState("list", parseAsString);
  const kind = kinds.find((name) => name === chosen) ?? kinds[0] ?? "stock";
  const [file, setFile] = useState<ChosenFile | undefined>(undefined);
  return (
    <>
      <PageHeader title={t("nav.import")} lead={t("import.lead")} />
      <Stack gap="md">
        <SegmentedControl
          aria-label={t("import.kindLabel")}
          w="fit-content"
          maw="100%"
          value={kind}
          onChange={(value) => {
            setFile(undefined);
            void choose(value);
          }}
          data={kinds.map((value) => ({ value, label: t(`import.kind.${value}`) }))}
        />
        <Text size="sm" c="dimmed" maw="70ch">
          {t(`import.help.${kind}`, { location: location.name })}
        </Text>
        {kind === "prices" && (
          <PriceListChoice
            value={priceListId}
            onChange={(id) => void choosePriceList(id)}
            isFixed={file !== undefined}
          />
        )}
        {kind === "prices" && priceListId === null ? null : file === undefined ? (
          <FileChoice kind={kind} onFile={(chosen) => void read(chosen).then(setFile)} />
        ) : (
          <FileImport
            key={`${kind} ${file.name}`}
            {...{ kind, file, priceListId }}
            onAgain={() => setFile(undefined)}
          />
        )}
      </Stack>
    </>
  );
}

async function read(file: File): Promise<ChosenFile> {
  return { name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) };
}

function FileImport({
  kind,
  file,
  priceListId,
  onAgain,
}: {
  readonly kind: ImportKind;
  readonly file: ChosenFile;
  readonly priceListId: string | null;
  readonly onAgain: () => void;
}) {
  const { t, format } = useI18n();
  const { me } = useSession();
  const { table, reading, change } = useReading(kind, file);
  const { stage, error, check, run, pause, undo, restart } = useImport();
  const rowsMax = rowsMaxOf(kind);
  if (table.rows.length === 0 || table.rows.length > rowsMax) {
    const max = format.decimal(rowsMax);
    const tooLong = kind === "prices" ? "import.tooManyPrices" : "import.tooLong";
    const text = table.rows.length === 0 ? t("import.empty") : t(tooLong, { max });
    return (
      <Alert color="orange">
        <Stack gap="sm" align="flex-start">
          <Text size="sm">{text}</Text>
          <Button variant="default" onClick={onAgain}>
            {t("import.chooseOther")}
          </Button>
        </Stack>
      </Alert>
    );
  }
  const rows = () => readRows(table.rows, { kind, currency: me.currency, ...reading });
  return (
    <Stack gap="md">
      <Group>
        <Text fw={500}>{t("import.file", { name: file.name, count: table.rows.length })}</Text>
        {(stage.at === "columns" || stage.at === "preview") && (
          <Button size="xs" variant="default" onClick={onAgain}>
            {t("import.chooseOther")}
          </Button>
        )}
      </Group>
      <Refusals error={error} />
      {stage.at === "columns" && (
        <ColumnsForm
          {...{ kind, table, reading }}
          onChange={change}
          onCheck={() => void check({ kind, mode: reading.mode, priceListId }, table.rows.length, rows)}
        />
      )}
      {stage.at === "checking" && (
        <Stack gap="sm">
          <Text aria-live="polite">{t("import.checking", { done: stage.done, total: stage.total })}</Text>
          <Progress value={(stage.done / stage.total) * 100} aria-label={t("import.check")} />
        </Stack>
      )}
      {stage.at === "preview" && <Preview plan={stage.plan} onStart={() => void run(stage.plan)} onBack={restart} />}
      {"progress" in stage && (
        <ImportProgress
          {...{ stage, table, hasFailed: error !== undefined }}
          name={file.name.replace(".csv", "")}
          onPause={pause}
          onContinue={() => void run(stage.plan, stage.progress)}
          onUndo={() => void undo(stage)}
          onAgain={onAgain}
        />
      )}
    </Stack>
  );
}

function Preview({
  plan,
  onStart,
  onBack,
}: {
  readonly plan: Parameters<typeof PlanPreview>[0]["plan"];
  readonly onStart: () => void;
  readonly onBack: () => void;
}) {
  const { t } = useI18n();
  const [isLeavingOut, setLeavingOut] = useState(false);
  const countOf = (...of: readonly PlannedRow["status"][]) =>
    plan.rows.filter(({ status }) => of.includes(status)).length;
  const count = countOf("new", "changed");
  const [bad, removed] = [countOf("bad"), countOf("removed")];
  const isAsking = plan.isWhole === true && bad > 0;
  const hasSteps = plan.phases.some((steps) => steps.length > 0);
  return (
    <Stack gap="md">
      {removed > 0 && <Alert color="orange">{t("import.removes", { count: removed })}</Alert>}
      {isAsking && (
        <Checkbox
          label={t("import.leaveOut", { count: bad })}
          description={t("import.leaveOutHelp")}
          checked={isLeavingOut}
          onChange={(event) => setLeavingOut(event.currentTarget.checked)}
        />
      )}
      <Group>
        <Button disabled={!hasSteps || (isAsking && !isLeavingOut)} onClick={onStart}>
          {count === 0 && hasSteps ? t("nav.import") : t("import.start", { count })}
        </Button>
        <Button variant="default" onClick={onBack}>
          {t("import.back")}
        </Button>
      </Group>
      <PlanPreview plan={plan} reasons={reasonsOf(plan, NOTHING_DONE.refused)} />
    </Stack>
  );
}

/** The file as a table: how it is encoded, and which column is which, are guessed until the user decides. */
function useReading(kind: ImportKind, { bytes }: ChosenFile) {
  const [changes, setChanges] = useState<Partial<FileReading>>({});
  const [guessed, setGuessed] = useState(() => guess(kind, bytes, encodingOf(bytes)));
  return {
    table: guessed.table,
    reading: { ...guessed.reading, ...changes },
    change(next: Partial<FileReading>) {
      // Other letters make other columns.
      if (next.encoding !== undefined) setGuessed(guess(kind, bytes, next.encoding));
      setChanges({ ...changes, ...next });
    },
  };
}

function guess(kind: ImportKind, bytes: Uint8Array, encoding: FileReading["encoding"]) {
  const table = readTable(decoded(bytes, encoding));
  const mapping = guessedMapping(table.header, kind);
  const mode = mapping.cost === undefined ? "count" : "opening";
  const decimalSign = guessedDecimalSign(table.rows, mapping);
  const reading: FileReading = { encoding, mapping, mode, decimalSign };
  return { table, reading };
}

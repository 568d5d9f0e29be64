"use client";

import { Alert, Button, Group, Paper, Radio, Select, SimpleGrid, Stack, Text, Title } from "@mantine/core";
import { useI18n } from "@pos/web/i18n/provider.tsx";
import { useSession } from "@pos/web/session/session.tsx";
import { ENCODINGS, type Encoding } from "./decode.ts";
import { FIELDS, type FieldName, type ImportKind, type Mapping, missingFields } from "./fields.ts";
import { fieldText } from "./reason-text.ts";
import type { DecimalSign } from "./rows.ts";
import type { StockMode } from "./stock.ts";
import type { ImportTable } from "./table.ts";

export interface FileReading {
  readonly encoding: Encoding;
  readonly decimalSign: DecimalSign;
  readonly mapping: Mapping;
  readonly mode: StockMode;
}

/** How a file is read: guessed, and changed here where the guess is wrong. */
export function ColumnsForm({
  kind,
  table,
  reading,
  onChange,
  onCheck,
}: {
  readonly kind: ImportKind;
  readonly table: ImportTable;
  readonly reading: FileReading;
  readonly onChange: (changes: Partial<FileReading>) => void;
  readonly onCheck: () => void;
}) {
  const i18n = useI18n();
  const { t } = i18n;
  const { location } = useSession();
  const missing = missingFields(kind, reading.mapping);
  return (
    <Stack gap="md">
      <Paper withBorder p="md">
        <Stack gap="md">
          <div>
            <Title order={2} size="h5">
              {t("import.columns")}
            </Title>
            <Text size="sm" c="dimmed">
              {t("import.columnsHelp")}
            </Text>
          </div>
          <SimpleGrid cols={{ base: 1, xs: 2, md: 3 }}>
            {FIELDS[kind].map(({ name, isRequired }) => (
              <ColumnChoice
                key={name}
                field={name}
                isRequired={isRequired === true}
                table={table}
                mapping={reading.mapping}
                onChange={(mapping) => onChange({ mapping })}
              />
            ))}
          </SimpleGrid>
          {kind === "products" && reading.mapping.quantity !== undefined && (
            <Text size="sm" c="dimmed">
              {t("import.quantityHelp", { location: location.name })}
            </Text>
          )}
        </Stack>
      </Paper>
      {kind === "stock" && <ModeChoice mode={reading.mode} onChange={(mode) => onChange({ mode })} />}
      <Formats reading={reading} onChange={onChange} />
      {missing.length > 0 && (
        <Alert color="orange">
          {t("import.needed", { fields: missing.map((field) => fieldText(i18n, field)).join(", ") })}
        </Alert>
      )}
      <Group>
        <Button disabled={missing.length > 0} onClick={onCheck}>
          {t("import.check")}
        </Button>
      </Group>
    </Stack>
  );
}

function ColumnChoice({
  field,
  isRequired,
  table: { header, rows },
  mapping,
  onChange,
}: {
  readonly field: FieldName;
  readonly isRequired: boolean;
  readonly table: ImportTable;
  readonly mapping: Mapping;
  readonly onChange: (mapping: Mapping) => void;
}) {
  const i18n = useI18n();
  const column = mapping[field];
  const example = column === undefined ? undefined : rows.find((row) => (row[column] ?? "").trim() !== "")?.[column];
  return (
    <Select
      label={fieldText(i18n, field)}
      withAsterisk={isRequired}
      clearable
      searchable
      placeholder={i18n.t("import.notImported")}
      description={example === undefined ? " " : i18n.t("import.example", { value: example.slice(0, 40) })}
      inputWrapperOrder={["label", "input", "description", "error"]}
      data={header.map((name, index) => ({ value: String(index), label: name === "" ? String(index + 1) : name }))}
      value={column === undefined ? null : String(column)}
      onChange={(value) => {
        const { [field]: _, ...others } = mapping;
        onChange(value === null ? others : { ...others, [field]: Number(value) });
      }}
    />
  );
}

function ModeChoice({ mode, onChange }: { readonly mode: StockMode; readonly onChange: (mode: StockMode) => void }) {
  const { t } = useI18n();
  return (
    <Radio.Group label={t("import.modeLabel")} value={mode} onChange={(value) => onChange(value as StockMode)}>
      <Stack gap="xs" mt="xs">
        <Radio value="opening" label={t("import.mode.opening")} description={t("import.mode.openingHelp")} />
        <Radio value="count" label={t("import.mode.count")} description={t("import.mode.countHelp")} />
      </Stack>
    </Radio.Group>
  );
}

const ENCODING_NAMES: { readonly [E in Encoding]: string } = {
  "utf-8": "UTF-8",
  gb18030: "GBK / GB 18030",
  "utf-16le": "UTF-16",
  "utf-16be": "UTF-16 (BE)",
  big5: "Big5",
  "windows-1252": "Windows-1252",
};

function Formats({
  reading,
  onChange,
}: {
  readonly reading: FileReading;
  readonly onChange: (changes: Partial<FileReading>) => void;
}) {
  const { t } = useI18n();
  return (
    <Group align="flex-start">
      <Select
        label={t("import.encoding")}
        description={t("import.encodingHelp")}
        inputWrapperOrder={["label", "input", "description", "error"]}
        allowDeselect={false}
        data={ENCODINGS.map((value) => ({ value, label: ENCODING_NAMES[value] }))}
        value={reading.encoding}
        onChange={(value) => onChange({ encoding: ENCODINGS.find((name) => name === value) ?? "utf-8" })}
      />
      <Select
        label={t("import.decimalSign")}
        allowDeselect={false}
        data={[
          { value: ".", label: "1,234.50" },
          { value: ",", label: "1.234,50" },
        ]}
        value={reading.decimalSign}
        onChange={(value) => onChange({ decimalSign: value === "," ? "," : "." })}
      />
    </Group>
  );
}

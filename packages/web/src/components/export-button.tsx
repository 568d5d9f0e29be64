"use client";

import { notifications } from "@mantine/notifications";
import { csvText } from "@pos/core/base/csv.ts";
import { useI18n } from "@pos/web/i18n/provider.tsx";
import { IconDownload } from "@tabler/icons-react";
import { useState } from "react";
import { CombinedError } from "urql";
import { describeFailure } from "./failure.tsx";
import { saveFile } from "./save-file.ts";
import { SideButton } from "./side-button.tsx";

export interface ExportedPage {
  readonly rows: readonly (readonly (string | number)[])[];
  /** Null: this was the last. */
  readonly next: string | null;
}

export interface Exported {
  readonly name: string;
  readonly header: readonly string[];
  /** @throws CombinedError */
  readonly read: (after: string | null) => Promise<ExportedPage>;
}

/** Reads a list to its end, page by page, and saves it as a file. */
export function ExportButton(exported: Exported) {
  const { t } = useI18n();
  const { count, run } = useExport(exported);
  return (
    <SideButton
      icon={<IconDownload size={16} aria-hidden="true" />}
      disabled={count !== undefined}
      onClick={() => void run()}
    >
      {count === undefined ? t("common.export") : t("common.exporting", { count })}
    </SideButton>
  );
}

/** The same for other buttons. `count`: how many rows it has read; undefined while nothing is exported. */
export function useExport({ name, header, read }: Exported) {
  const i18n = useI18n();
  const { t } = i18n;
  const [count, setCount] = useState<number | undefined>(undefined);
  async function run() {
    const rows: (readonly (string | number)[])[] = [];
    setCount(0);
    try {
      let after: string | null = null;
      do {
        const page: ExportedPage = await read(after);
        rows.push(...page.rows);
        setCount(rows.length);
        after = page.next;
      } while (after !== null);
      saveFile(`${name}.csv`, csvText([header, ...rows]));
      notifications.show({ message: t("common.exported", { count: rows.length }), color: "pine" });
    } catch (error) {
      if (!(error instanceof CombinedError)) throw error;
      notifications.show({ title: t("error.title"), message: describeFailure(error, i18n), color: "red" });
    } finally {
      setCount(undefined);
    }
  }
  return { count, run };
}

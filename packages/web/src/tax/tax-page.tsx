"use client";

import { Button, Stack } from "@mantine/core";
import { PageHeader } from "@pos/web/components/page-header.tsx";
import { Panel } from "@pos/web/components/panel.tsx";
import { QueryResult } from "@pos/web/components/query-result.tsx";
import { type TaxRateFragment, TaxSettingsDocument } from "@pos/web/graphql/generated/graphql.ts";
import { useI18n } from "@pos/web/i18n/provider.tsx";
import { IconPlus } from "@tabler/icons-react";
import { useState } from "react";
import { useQuery } from "urql";
import { CalculationForm } from "./calculation-form.tsx";
import { ChangeDialog } from "./change-dialog.tsx";
import { RateDialog } from "./rate-dialog.tsx";
import { RateTable } from "./rate-table.tsx";
import { RegimeDialog } from "./regime-dialog.tsx";
import { RenameDialog } from "./rename-dialog.tsx";

const FRESH = { additionalTypenames: ["TaxSettings", "TaxCode"] };

/** The rates that a merchant charges, and how tax is computed from them. */
export function TaxPage() {
  const { t } = useI18n();
  const [state, refetch] = useQuery({
    query: TaxSettingsDocument,
    requestPolicy: "cache-and-network",
    context: FRESH,
  });
  const [isCreating, setCreating] = useState(false);
  const [isAdopting, setAdopting] = useState(false);
  const [changing, setChanging] = useState<TaxRateFragment | undefined>(undefined);
  const [renaming, setRenaming] = useState<TaxRateFragment | undefined>(undefined);
  return (
    <>
      <PageHeader title={t("nav.tax")} lead={t("tax.lead")}>
        <Button variant="default" onClick={() => setAdopting(true)}>
          {t("tax.regimes")}
        </Button>
        <Button leftSection={<IconPlus size={16} aria-hidden="true" />} onClick={() => setCreating(true)}>
          {t("tax.create")}
        </Button>
      </PageHeader>
      <QueryResult state={state} retry={() => refetch({ requestPolicy: "network-only" })}>
        {({ taxSettings }) => (
          <Stack gap="lg">
            <RateTable settings={taxSettings} onRename={setRenaming} onChangeRate={setChanging} />
            <Panel title={t("tax.calculation")}>
              <CalculationForm settings={taxSettings} />
            </Panel>
            {isAdopting && <RegimeDialog version={taxSettings.version} onClose={() => setAdopting(false)} />}
            {changing !== undefined && (
              <ChangeDialog rate={changing} version={taxSettings.version} onClose={() => setChanging(undefined)} />
            )}
            {renaming !== undefined && (
              <RenameDialog rate={renaming} version={taxSettings.version} onClose={() => setRenaming(undefined)} />
            )}
          </Stack>
        )}
      </QueryResult>
      {isCreating && <RateDialog onClose={() => setCreating(false)} />}
    </>
  );
}

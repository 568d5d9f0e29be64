"use client";

import { Alert, Radio, Stack } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { now } from "@pos/web/clock.ts";
import { QueryResult } from "@pos/web/components/query-result.tsx";
import { SubmitDialog } from "@pos/web/components/submit-dialog.tsx";
import { useSubmitForm } from "@pos/web/components/use-submit-form.ts";
import {
  AdoptTaxRegimeDocument,
  type TaxRegimeName,
  TaxRegimesDocument,
  type TaxRegimesQuery,
} from "@pos/web/graphql/generated/graphql.ts";
import { useI18n } from "@pos/web/i18n/provider.tsx";
import { useMutation, useQuery } from "urql";

interface RegimeDialogProps {
  readonly version: number;
  readonly onClose: () => void;
}

/** Takes over the rates of a country. */
export function RegimeDialog({ version, onClose }: RegimeDialogProps) {
  const { t, code, language } = useI18n();
  const [state, refetch] = useQuery({ query: TaxRegimesDocument });
  const [, adopt] = useMutation(AdoptTaxRegimeDocument);
  const initial: { readonly regime: TaxRegimeName | "" } = { regime: "" };
  const { form, values, errors, change } = useSubmitForm({
    initialValues: initial,
    check: ({ regime }) => ({ regime: regime === "" ? t("common.required") : undefined }),
    send: async ({ regime }) =>
      regime === "" ? undefined : adopt({ input: { regime, language: language === "zh" ? "ZH_HANS" : "EN", version } }),
    onSaved(_, { regime }) {
      notifications.show({ message: t("tax.adopted", { name: code("taxRegime", regime) }), color: "pine" });
      onClose();
    },
  });
  return (
    <SubmitDialog form={form} title={t("tax.regimes")} onClose={onClose} action={t("tax.adopt")} size="lg">
      <Alert color="yellow">{t("tax.adviser")}</Alert>
      <QueryResult state={state} retry={() => refetch({ requestPolicy: "network-only" })}>
        {({ taxRegimes }) => (
          <Radio.Group
            aria-label={t("tax.regimes")}
            data-path="regime"
            value={values.regime}
            error={errors.regime}
            onChange={(regime) =>
              change({ regime: (taxRegimes ?? []).find(({ name }) => name === regime)?.name ?? "" })
            }
          >
            <Stack gap="sm">
              {(taxRegimes ?? []).map((regime) => (
                <Radio
                  key={regime.name}
                  value={regime.name}
                  label={code("taxRegime", regime.name)}
                  description={<Rates regime={regime} />}
                />
              ))}
            </Stack>
          </Radio.Group>
        )}
      </QueryResult>
    </SubmitDialog>
  );
}

type Regime = NonNullable<TaxRegimesQuery["taxRegimes"]>[number];

/** What it charges today, and where that was looked up. */
function Rates({ regime: { taxCodes, source } }: { readonly regime: Regime }) {
  const { format, language } = useI18n();
  const today = now().slice(0, 10);
  const charged = taxCodes.map(({ name, nameChinese, rates }) => {
    const { rate } = rates.findLast(({ from }) => from === null || from <= today) ?? { rate: "0" };
    return `${language === "zh" ? nameChinese : name} ${format.percent(Number(rate) / 100)}`;
  });
  return (
    <>
      {charged.join(" · ")}
      {source !== "" && (
        <>
          <br />
          {source}
        </>
      )}
    </>
  );
}

"use client";

import { Grid, Group, Paper, Stack, Text } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { scaleLayoutProblem } from "@pos/core/base/scale-code.ts";
import { useConfirm } from "@pos/web/components/confirm.tsx";
import { FormElement } from "@pos/web/components/form-element.tsx";
import { useLeaveGuard } from "@pos/web/components/leaving.ts";
import { Panel } from "@pos/web/components/panel.tsx";
import { SaveButtons } from "@pos/web/components/save-buttons.tsx";
import { useChecks } from "@pos/web/components/use-checks.ts";
import { type SubmitForm, useSubmitForm } from "@pos/web/components/use-submit-form.ts";
import { type MerchantWholeFragment, UpdateMerchantDocument } from "@pos/web/graphql/generated/graphql.ts";
import { useI18n } from "@pos/web/i18n/provider.tsx";
import { useMutation } from "urql";
import { BusinessFields } from "./business-fields.tsx";
import { CurrencyField } from "./currency-field.tsx";
import { ReceiptFields } from "./receipt-fields.tsx";
import { ReceiptPreview } from "./receipt-preview.tsx";
import { ScaleFields } from "./scale-fields.tsx";
import { SellingFields } from "./selling-fields.tsx";
import classes from "./settings.module.css";
import { inputOf, layoutsOf, tipsOf, typedOf } from "./typed.ts";

const RENAMED: { readonly [path: string]: string } = { cashBackMax: "cashBack", giftCardOfflineMax: "cardsOffline" };

/** All settings in one form, with the receipt as it becomes beside it. */
export function SettingsForm({ merchant }: { readonly merchant: MerchantWholeFragment }) {
  const { t } = useI18n();
  const confirm = useConfirm();
  const [, update] = useMutation(UpdateMerchantDocument);
  const checks = useChecks();
  const { form, field, values, setFieldValue, getInputProps } = useSubmitForm({
    initialValues: typedOf(merchant),
    check: ({ name, tips, cashBack, cardsOffline, ...typed }) => ({
      name: checks.filled(name),
      tips: tipsOf(tips) === undefined ? t("business.tipsWrong") : undefined,
      cashBack: checks.optionalNumber(cashBack, { kind: "money", currency: merchant.currency }),
      cardsOffline: checks.optionalNumber(cardsOffline, { kind: "money", currency: merchant.currency }),
      scaleLayouts: layoutsOf(typed).every((layout) => scaleLayoutProblem(layout) === undefined)
        ? undefined
        : t("business.scaleWrong"),
    }),
    rename: (path) => RENAMED[path] ?? (path.startsWith("tipPercents") ? "tips" : path),
    async send(typed) {
      const question = {
        ...{ title: t("business.cashTitle"), text: t("business.cashText"), action: t("business.cashAction") },
      };
      if (typed.cashStep !== merchant.cashStep && !(await confirm(question))) return undefined;
      return update({ input: inputOf(typed, merchant) });
    },
    onSaved: () => notifications.show({ message: t("common.saved"), color: "pine" }),
  });
  useLeaveGuard(form.isDirty, form.reset);
  const fields = { field, values, setFieldValue, getInputProps };
  return (
    <FormElement form={form} buttons={form.isDirty && <UnsavedBar form={form} />}>
      <Grid gap="lg">
        <Grid.Col span={{ base: 12, lg: 7 }}>
          <Stack gap="lg">
            <Panel title={t("business.details")}>
              <BusinessFields {...fields} />
            </Panel>
            <Panel title={t("business.receipts")}>
              <ReceiptFields {...fields} />
            </Panel>
            <Panel title={t("business.selling")}>
              <Stack gap="md">
                <SellingFields {...fields} currency={merchant.currency} />
                <ScaleFields {...fields} />
                <CurrencyField merchant={merchant} />
              </Stack>
            </Panel>
          </Stack>
        </Grid.Col>
        <Grid.Col span={{ base: 12, lg: 5 }}>
          <div className={classes.preview}>
            <Panel title={t("business.preview")}>
              <ReceiptPreview typed={values} currency={merchant.currency} />
            </Panel>
          </div>
        </Grid.Col>
      </Grid>
    </FormElement>
  );
}

/** In sight wherever the page is scrolled to. */
function UnsavedBar({ form }: { readonly form: SubmitForm }) {
  const { t } = useI18n();
  return (
    <Paper withBorder shadow="md" className={classes.bar} role="status">
      <Group justify="space-between" gap="sm">
        <Text size="sm">{t("business.unsaved")}</Text>
        <SaveButtons form={form} />
      </Group>
    </Paper>
  );
}

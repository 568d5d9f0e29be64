"use client";

import { Radio, Select, Stack } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { useConfirm } from "@pos/web/components/confirm.tsx";
import { FormElement } from "@pos/web/components/form-element.tsx";
import { useLeaveGuard } from "@pos/web/components/leaving.ts";
import { SaveButtons } from "@pos/web/components/save-buttons.tsx";
import { useSubmitForm } from "@pos/web/components/use-submit-form.ts";
import {
  type TaxLevel,
  type TaxRounding,
  type TaxWholeFragment,
  UpdateTaxSettingsDocument,
} from "@pos/web/graphql/generated/graphql.ts";
import { useI18n } from "@pos/web/i18n/provider.tsx";
import { useMutation } from "urql";

const LEVELS = ["LINE", "RATE_TOTAL", "DOCUMENT"] as const satisfies readonly TaxLevel[];
const ROUNDINGS = ["HALF_UP", "HALF_EVEN", "DOWN"] as const satisfies readonly TaxRounding[];

/** How tax is computed; changing it is confirmed, since it changes what customers pay or what the shop keeps. */
export function CalculationForm({ settings }: { readonly settings: TaxWholeFragment }) {
  const { t, code } = useI18n();
  const confirm = useConfirm();
  const { version, pricesIncludeTax, level, rounding } = settings;
  const [, update] = useMutation(UpdateTaxSettingsDocument);
  const { form, field, values, setFieldValue } = useSubmitForm({
    initialValues: { pricesIncludeTax, level, rounding },
    async send(typed) {
      const question = { title: t("tax.changeTitle"), text: t("tax.changeText"), action: t("tax.changeAction") };
      return (await confirm(question)) ? update({ input: { ...typed, version } }) : undefined;
    },
    onSaved: () => notifications.show({ message: t("common.saved"), color: "pine" }),
  });
  useLeaveGuard(form.isDirty, form.reset);
  return (
    <div style={{ maxWidth: 560 }}>
      <FormElement form={form} buttons={<SaveButtons form={form} />}>
        <Radio.Group
          aria-label={t("tax.calculation")}
          data-path="pricesIncludeTax"
          value={values.pricesIncludeTax ? "included" : "added"}
          onChange={(value) => setFieldValue("pricesIncludeTax", value === "included")}
        >
          <Stack gap="sm">
            <Radio value="included" label={t("tax.included")} description={t("tax.includedHelp")} />
            <Radio value="added" label={t("tax.added")} description={t("tax.addedHelp")} />
          </Stack>
        </Radio.Group>
        <Select
          label={t("tax.level")}
          data={LEVELS.map((value) => ({ value, label: code("taxLevel", value) }))}
          allowDeselect={false}
          {...field("level")}
        />
        <Select
          label={t("tax.rounding")}
          data={ROUNDINGS.map((value) => ({ value, label: code("taxRounding", value) }))}
          allowDeselect={false}
          {...field("rounding")}
        />
      </FormElement>
    </div>
  );
}

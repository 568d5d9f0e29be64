"use client";

import { MultiSelect, TextInput } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { newId } from "@pos/web/clock.ts";
import { CustomerGroupSelect } from "@pos/web/components/customer-group-select.tsx";
import { SubmitDialog } from "@pos/web/components/submit-dialog.tsx";
import { TimingFields } from "@pos/web/components/timing-fields.tsx";
import { QUANTITY } from "@pos/web/components/typed-number.ts";
import { useChecks } from "@pos/web/components/use-checks.ts";
import { type FieldProps, useSubmitForm } from "@pos/web/components/use-submit-form.ts";
import {
  CreatePriceListDocument,
  PriceListPricesDocument,
  type PriceListPricesQuery,
  UpdatePriceListDocument,
} from "@pos/web/graphql/generated/graphql.ts";
import { useI18n } from "@pos/web/i18n/provider.tsx";
import { useSession } from "@pos/web/session/session.tsx";
import { useState } from "react";
import { useMutation, useQuery } from "urql";
import { draftOf, inputOf, priceKind } from "./draft.ts";
import { PriceRows } from "./price-rows.tsx";

/** The list with its prices as they are now. */
export function EditPriceList({ id, onClose }: { readonly id: string; readonly onClose: () => void }) {
  const [{ data }] = useQuery({
    query: PriceListPricesDocument,
    variables: { id },
    requestPolicy: "network-only",
  });
  const list = data?.priceList;
  return list ? <PriceListDialog list={list} onClose={onClose} /> : null;
}

/** A new price list, which is switched off at first, or other conditions and prices for one. */
export function PriceListDialog({
  list,
  onClose,
}: {
  /** Absent: a new one. */
  readonly list?: NonNullable<PriceListPricesQuery["priceList"]>;
  readonly onClose: () => void;
}) {
  const { t } = useI18n();
  const checks = useChecks();
  const { currency } = useSession().me;
  const [id] = useState(() => list?.id ?? newId("prl"));
  const [, create] = useMutation(CreatePriceListDocument);
  const [, update] = useMutation(UpdatePriceListDocument);
  const fields = useSubmitForm({
    initialValues: draftOf(list),
    check: ({ name, prices }) => {
      const problems = prices.flatMap(({ minimumQuantity, unitPrice }, index) => [
        [`prices.${index}.minimumQuantity`, checks.optionalNumber(minimumQuantity, QUANTITY)] as const,
        [`prices.${index}.unitPrice`, checks.number(unitPrice, priceKind(currency))] as const,
      ]);
      return { name: checks.filled(name), ...Object.fromEntries(problems) };
    },
    send: (typed) => {
      const input = inputOf(typed, currency);
      return list === undefined
        ? create({ input: { ...input, id, isEnabled: false } })
        : update({ input: { ...input, priceListId: id, version: list.version } });
    },
    onSaved(_, { name }) {
      const message = list === undefined ? t("priceLists.created", { name: name.trim() }) : t("common.saved");
      notifications.show({ message, color: "pine" });
      onClose();
    },
    ...(list === undefined ? {} : { onUnchanged: onClose }),
  });
  return (
    <SubmitDialog
      form={fields.form}
      title={t(list === undefined ? "priceLists.create" : "priceLists.edit")}
      onClose={onClose}
      action={list === undefined ? t("common.create") : t("common.save")}
      size="xl"
    >
      <TextInput
        label={t("priceLists.name")}
        required
        maxLength={200}
        autoComplete="off"
        data-autofocus
        {...fields.field("name")}
      />
      <CustomerGroupSelect
        label={t("priceLists.forWhom")}
        placeholder={t("priceLists.everyone")}
        {...fields.field("groupIds")}
      />
      <LocationSelect isEmpty={fields.values.locationIds.length === 0} {...fields.field("locationIds")} />
      <PriceRows fields={fields} currency={currency} />
      <TimingFields weekdays={fields.values.weekdays} field={fields.field} change={fields.change} />
    </SubmitDialog>
  );
}

/** Where there is more than one location. */
function LocationSelect({ isEmpty, ...field }: FieldProps & { readonly isEmpty: boolean }) {
  const { t } = useI18n();
  const { locations } = useSession();
  if (locations.length < 2) return null;
  return (
    <MultiSelect
      label={t("priceLists.locations")}
      placeholder={isEmpty ? t("priceLists.everywhere") : ""}
      searchable
      clearable
      data={locations.map(({ id, name }) => ({ value: id, label: name }))}
      {...field}
    />
  );
}

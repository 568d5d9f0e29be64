"use client";

import { Divider, Select, SimpleGrid, Stack, Text, Textarea, TextInput } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { DAY_END_HOUR_MAX } from "@pos/core/base/business-day.ts";
import { newId } from "@pos/web/clock.ts";
import { useConfirm } from "@pos/web/components/confirm.tsx";
import { LogoField } from "@pos/web/components/logo-field.tsx";
import { SubmitDialog } from "@pos/web/components/submit-dialog.tsx";
import { useChecks } from "@pos/web/components/use-checks.ts";
import { type FilledForm, useSubmitForm } from "@pos/web/components/use-submit-form.ts";
import {
  CreateLocationDocument,
  LocationLogoDocument,
  type LocationRowFragment,
  type ReceiptLanguage,
  UpdateLocationDocument,
} from "@pos/web/graphql/generated/graphql.ts";
import { useI18n } from "@pos/web/i18n/provider.tsx";
import { useSession } from "@pos/web/session/session.tsx";
import { useState } from "react";
import { useMutation, useQuery } from "urql";
import { proposedCode } from "./proposed-code.ts";

interface Typed {
  readonly name: string;
  readonly code: string;
  readonly timeZone: string;
  readonly dayEndHour: number;
  readonly header: string;
  readonly receiptLanguage: ReceiptLanguage | null;
  readonly address: string;
  readonly phone: string;
  readonly taxNumber: string;
  readonly footer: string;
  /** Undefined: it stays as it is. */
  readonly logo: string | null | undefined;
}

/** Creates a location, or changes one. */
export function LocationDialog({
  location,
  onClose,
}: {
  readonly location?: LocationRowFragment;
  readonly onClose: () => void;
}) {
  const { t } = useI18n();
  const checks = useChecks();
  const { location: shown } = useSession();
  const { form, field, values, setFieldValue } = useSubmitForm({
    initialValues: typedOf(location, shown.timeZone),
    check: ({ name, code }) => ({ name: checks.filled(name), code: location ? undefined : checks.filled(code) }),
    send: useSave(location),
    onSaved(_, { name }) {
      const message = location ? t("common.saved") : t("locations.created", { name: name.trim() });
      notifications.show({ message, color: "pine" });
      onClose();
    },
    ...(location ? { onUnchanged: onClose } : {}),
  });
  return (
    <SubmitDialog
      form={form}
      title={location ? t("locations.edit", { name: location.name }) : t("locations.create")}
      onClose={onClose}
      action={t(location ? "common.save" : "common.create")}
      size="lg"
    >
      <LocationFields {...{ field, values, setFieldValue }} locationId={location?.id} />
    </SubmitDialog>
  );
}

/** @param zone what a new one most likely has */
function typedOf(location: LocationRowFragment | undefined, zone: string): Typed {
  const { name = "", code = "", dayEndHour = 0 } = location ?? {};
  const timeZone = location?.timeZone ?? zone;
  return {
    ...{ name, code, timeZone, dayEndHour },
    header: location?.ownReceipt.header ?? "",
    receiptLanguage: location?.ownReceipt.language ?? null,
    address: location?.ownReceipt.address ?? "",
    phone: location?.ownReceipt.phone ?? "",
    taxNumber: location?.ownReceipt.taxNumber ?? "",
    footer: location?.ownReceipt.footer ?? "",
    logo: undefined,
  };
}

function useSave(location: LocationRowFragment | undefined) {
  const { t } = useI18n();
  const confirm = useConfirm();
  const [id] = useState(() => location?.id ?? newId("loc"));
  const [, create] = useMutation(CreateLocationDocument);
  const [, update] = useMutation(UpdateLocationDocument);
  return async ({ code, logo, ...others }: Typed) => {
    const typed = { ...others, ...(logo === undefined ? {} : { logo }) };
    if (location === undefined) return create({ input: { id, code: code.trim(), ...typed } });
    const changesDays = typed.timeZone !== location.timeZone || typed.dayEndHour !== location.dayEndHour;
    const question = { title: t("locations.dayTitle"), text: t("locations.dayText"), action: t("locations.dayAction") };
    if (changesDays && !(await confirm(question))) return undefined;
    return update({ input: { locationId: id, ...typed, version: location.version } });
  };
}

interface FieldsProps extends Pick<FilledForm<Typed>, "field" | "values" | "setFieldValue"> {
  /** Undefined: it is new. */
  readonly locationId: string | undefined;
}

function LocationFields({ field, values, setFieldValue, locationId }: FieldsProps) {
  const { t, format } = useI18n();
  const isNew = locationId === undefined;
  const hours = Array.from({ length: DAY_END_HOUR_MAX + 1 }, (_, hour) => ({
    value: String(hour),
    label: hour === 0 ? t("locations.midnight") : format.hour(hour),
  }));
  return (
    <Stack gap="md">
      <TextInput
        label={t("locations.name")}
        description={t("locations.nameHelp")}
        required
        maxLength={200}
        data-autofocus
        {...field("name")}
        onChange={(event) => {
          const name = event.currentTarget.value;
          if (isNew && values.code === proposedCode(values.name)) setFieldValue("code", proposedCode(name));
          setFieldValue("name", name);
        }}
      />
      {isNew && (
        <TextInput
          label={t("locations.code")}
          description={t("locations.codeHelp")}
          required
          maxLength={20}
          {...field("code")}
          onChange={(event) => setFieldValue("code", event.currentTarget.value.toUpperCase())}
        />
      )}
      <SimpleGrid cols={{ base: 1, xs: 2 }}>
        <Select
          label={t("locations.zone")}
          description={t("locations.zoneHelp")}
          searchable
          allowDeselect={false}
          data={zonesWith(values.timeZone)}
          {...field("timeZone")}
        />
        <Select
          label={t("locations.dayEnd")}
          description={t("locations.dayEndHelp")}
          allowDeselect={false}
          data={hours}
          {...field("dayEndHour")}
          value={String(values.dayEndHour)}
          onChange={(hour) => hour !== null && setFieldValue("dayEndHour", Number(hour))}
        />
      </SimpleGrid>
      <OwnFields {...{ field, values, setFieldValue, locationId }} />
    </Stack>
  );
}

/** No language of its own: a choice needs a value. */
const OF_BUSINESS = "BUSINESS";

/** What goes before the business details on receipts. */
function OwnFields({ field, values, setFieldValue, locationId }: FieldsProps) {
  const { t } = useI18n();
  return (
    <>
      <Divider label={t("locations.own")} labelPosition="left" />
      <Text size="sm" c="dimmed">
        {t("locations.ownHelp")}
      </Text>
      <OwnLogo {...{ field, values, locationId }} />
      <Textarea
        label={t("business.header")}
        description={t("business.headerHelp")}
        autosize
        minRows={1}
        maxRows={4}
        maxLength={200}
        {...field("header")}
      />
      <Textarea label={t("locations.address")} autosize minRows={2} maxRows={6} maxLength={300} {...field("address")} />
      <SimpleGrid cols={{ base: 1, xs: 2 }}>
        <TextInput label={t("business.phone")} type="tel" maxLength={40} {...field("phone")} />
        <TextInput label={t("business.taxNumber")} maxLength={40} {...field("taxNumber")} />
      </SimpleGrid>
      <Textarea
        label={t("business.footer")}
        description={t("business.footerHelp")}
        autosize
        minRows={2}
        maxRows={12}
        maxLength={500}
        {...field("footer")}
      />
      <Select
        label={t("business.language")}
        description={t("locations.languageHelp")}
        data={[
          { value: OF_BUSINESS, label: t("locations.languageOfBusiness") },
          { value: "EN", label: "English" },
          { value: "ZH_HANS", label: "简体中文" },
        ]}
        allowDeselect={false}
        {...field("receiptLanguage")}
        value={values.receiptLanguage ?? OF_BUSINESS}
        onChange={(value) => setFieldValue("receiptLanguage", value === "EN" || value === "ZH_HANS" ? value : null)}
      />
    </>
  );
}

/** The list of locations has no pictures: that of one is loaded here. */
function OwnLogo({ field, values, locationId = "" }: Pick<FieldsProps, "field" | "values" | "locationId">) {
  const { t } = useI18n();
  const [{ data }] = useQuery({
    query: LocationLogoDocument,
    variables: { id: locationId },
    pause: locationId === "",
    requestPolicy: "cache-and-network",
  });
  const stored = data?.node && "ownReceipt" in data.node ? data.node.ownReceipt.logo : null;
  const value = values.logo === undefined ? stored : values.logo;
  return <LogoField {...field("logo")} value={value} description={t("locations.logoHelp")} />;
}

/** The platform's zones; one that is set already may have another name there. */
function zonesWith(zone: string): string[] {
  return [...new Set([zone, ...Intl.supportedValuesOf("timeZone")])].toSorted();
}

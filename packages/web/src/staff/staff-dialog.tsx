"use client";

import { Checkbox, MultiSelect, Select, Stack, TextInput } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { newId } from "@pos/web/clock.ts";
import { SecretInput } from "@pos/web/components/secret-input.tsx";
import { SubmitDialog } from "@pos/web/components/submit-dialog.tsx";
import { useChecks } from "@pos/web/components/use-checks.ts";
import { type FilledForm, useSubmitForm } from "@pos/web/components/use-submit-form.ts";
import { CreateStaffDocument, type StaffRowFragment, UpdateStaffDocument } from "@pos/web/graphql/generated/graphql.ts";
import { useI18n } from "@pos/web/i18n/provider.tsx";
import { useSession } from "@pos/web/session/session.tsx";
import { useState } from "react";
import { useMutation } from "urql";
import { changeOf, draftOf, newDraft, newStaffOf, ROLES, type StaffDraft } from "./staff-draft.ts";

export interface StaffDialogProps {
  /** Absent: a new one. */
  readonly staff?: StaffRowFragment;
  /** Operator numbers that are not proposed. */
  readonly takenNumbers: readonly string[];
  readonly onClose: () => void;
}

/** Creates a person or changes one: name, role, locations, and by what the person signs in. */
export function StaffDialog({ staff, takenNumbers, onClose }: StaffDialogProps) {
  const { t } = useI18n();
  const { me } = useSession();
  const checks = useChecks();
  const [id] = useState(() => staff?.id ?? newId("stf"));
  const [, create] = useMutation(CreateStaffDocument);
  const [, update] = useMutation(UpdateStaffDocument);
  const before = staff === undefined ? newDraft(takenNumbers) : draftOf(staff);
  const { form, field, values, setFieldValue, getInputProps } = useSubmitForm({
    initialValues: before,
    check: ({ name }) => ({ name: checks.filled(name) }),
    send: (draft) =>
      staff === undefined
        ? create({ input: newStaffOf(id, draft) })
        : update({ input: changeOf(staff, before, draft) }),
    onSaved(_, { name }) {
      const message = t(staff === undefined ? "staff.created" : "common.saved", { name: name.trim() });
      notifications.show({ message, color: "pine" });
      onClose();
    },
    ...(staff === undefined ? {} : { onUnchanged: onClose }),
  });
  const part: PartProps = {
    ...{ field, values, setFieldValue, getInputProps },
    ...{ isOwn: id === me.staffId, isNew: staff === undefined },
  };
  return (
    <SubmitDialog
      form={form}
      title={staff === undefined ? t("staff.create") : t("staff.editTitle", { name: staff.name })}
      onClose={onClose}
      action={t(staff === undefined ? "staff.create" : "common.save")}
    >
      <TextInput
        label={t("staff.name")}
        description={t("staff.nameHelp")}
        required
        maxLength={200}
        data-autofocus
        autoComplete="off"
        {...field("name")}
      />
      <Duties {...part} hasAllPlaces={staff?.locations?.pageInfo.hasNextPage !== true} />
      <AtRegister {...part} hadPin={staff?.operatorNumber !== null && staff?.hasPin === true} />
      <AtDashboard {...part} hadPassword={staff?.email !== null && staff?.hasPassword === true} />
    </SubmitDialog>
  );
}

interface PartProps extends Pick<FilledForm<StaffDraft>, "field" | "values" | "setFieldValue" | "getInputProps"> {
  /** The person who is signed in: what could lock them out is changed on the account page, or by another owner. */
  readonly isOwn: boolean;
  readonly isNew: boolean;
}

/** @param hasAllPlaces whether all locations of the person are known here */
function Duties({
  field,
  values,
  setFieldValue,
  isOwn,
  isNew,
  hasAllPlaces,
}: PartProps & { readonly hasAllPlaces: boolean }) {
  const { t, code } = useI18n();
  const { locations } = useSession();
  const { role } = values;
  return (
    <>
      <Select
        label={t("staff.role")}
        description={t(isOwn ? "staff.ownRoleHelp" : `staff.roleHelp.${role}`)}
        data={ROLES.map((value) => ({ value, label: code("role", value) }))}
        allowDeselect={false}
        disabled={isOwn}
        {...field("role")}
        onChange={(value) => {
          const chosen = ROLES.find((one) => one === value);
          if (!chosen) return;
          setFieldValue("role", chosen);
          // Cashiers seldom need the dashboard; managers and owners do.
          if (isNew) setFieldValue("isAtDashboard", chosen !== "CASHIER");
        }}
      />
      {(locations.length > 1 || values.locationIds.length > 0) && hasAllPlaces && (
        <MultiSelect
          label={t("staff.locations")}
          description={t("staff.locationsHelp")}
          placeholder={values.locationIds.length === 0 ? t("common.allLocations") : ""}
          data={locations.map(({ id, name }) => ({ value: id, label: name }))}
          disabled={isOwn}
          clearable
          searchable
          {...field("locationIds")}
        />
      )}
    </>
  );
}

function AtRegister({ field, values, getInputProps, hadPin }: PartProps & { readonly hadPin: boolean }) {
  const { t } = useI18n();
  return (
    <Stack gap="xs">
      <Checkbox
        label={t("staff.usesRegister")}
        description={t("staff.usesRegisterHelp")}
        {...getInputProps("isAtRegister", { type: "checkbox" })}
      />
      {values.isAtRegister && (
        <>
          <TextInput
            label={t("staff.operatorNumber")}
            description={t("staff.operatorNumberHelp")}
            inputMode="numeric"
            maxLength={10}
            autoComplete="off"
            {...field("operatorNumber")}
          />
          <SecretInput
            label={t(hadPin ? "staff.newPin" : "staff.pin")}
            description={[
              t(values.role === "CASHIER" ? "staff.pinHelp" : "staff.higherPinHelp"),
              ...(hadPin ? [t("staff.keepPin")] : []),
            ].join(" ")}
            inputMode="numeric"
            maxLength={12}
            defaultVisible
            autoComplete="new-password"
            {...field("pin")}
          />
        </>
      )}
    </Stack>
  );
}

function AtDashboard({
  field,
  values,
  getInputProps,
  isOwn,
  hadPassword,
}: PartProps & { readonly hadPassword: boolean }) {
  const { t } = useI18n();
  return (
    <Stack gap="xs">
      <Checkbox
        label={t("staff.usesDashboard")}
        description={t(isOwn ? "staff.ownDashboardHelp" : "staff.usesDashboardHelp")}
        disabled={isOwn}
        {...getInputProps("isAtDashboard", { type: "checkbox" })}
      />
      {values.isAtDashboard && !isOwn && (
        <>
          <TextInput
            label={t("staff.email")}
            type="text"
            inputMode="email"
            maxLength={254}
            autoComplete="off"
            {...field("email")}
          />
          <SecretInput
            label={t(hadPassword ? "staff.newPassword" : "staff.password")}
            description={[t("staff.passwordHelp"), ...(hadPassword ? [t("staff.keepPassword")] : [])].join(" ")}
            maxLength={128}
            defaultVisible
            autoComplete="new-password"
            {...field("password")}
          />
        </>
      )}
    </Stack>
  );
}

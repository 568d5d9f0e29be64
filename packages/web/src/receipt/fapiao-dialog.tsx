"use client";

import { notifications } from "@mantine/notifications";
import { SubmitDialog } from "@pos/web/components/submit-dialog.tsx";
import { useSubmitForm } from "@pos/web/components/use-submit-form.ts";
import { RequestFapiaoDocument } from "@pos/web/graphql/generated/graphql.ts";
import { useI18n } from "@pos/web/i18n/provider.tsx";
import { useMutation } from "urql";
import { FapiaoFields, NEW_BUYER, useBuyerChecks } from "./fapiao-fields.tsx";

/** Asks for the fapiao of a sale for the customer at the desk. */
export function FapiaoDialog({ factId, onClose }: { readonly factId: string; readonly onClose: () => void }) {
  const { t } = useI18n();
  const check = useBuyerChecks();
  const [, request] = useMutation(RequestFapiaoDocument);
  const { form, field, values } = useSubmitForm({
    initialValues: NEW_BUYER,
    check,
    send: (buyer) => request({ input: { ...buyer, factId } }),
    onSaved() {
      notifications.show({ message: t("fapiao.wasRequested"), color: "pine" });
      onClose();
    },
  });
  return (
    <SubmitDialog form={form} title={t("fapiao.ask")} onClose={onClose} action={t("fapiao.send")}>
      <FapiaoFields field={field} values={values} />
    </SubmitDialog>
  );
}

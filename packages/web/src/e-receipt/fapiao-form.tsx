"use client";

import { Alert, Button, Paper, Stack, Title } from "@mantine/core";
import { FormElement } from "@pos/web/components/form-element.tsx";
import { useSubmitForm } from "@pos/web/components/use-submit-form.ts";
import { type FapiaoStatus, RequestFapiaoByLinkDocument } from "@pos/web/graphql/generated/graphql.ts";
import { useI18n } from "@pos/web/i18n/provider.tsx";
import { FapiaoFields, NEW_BUYER, useBuyerChecks } from "@pos/web/receipt/fapiao-fields.tsx";
import { useState } from "react";
import { useMutation } from "urql";

/** The buyer asks for the fapiao of the receipt, and corrects the request until it is issued. */
export function FapiaoForm({ token, status }: { readonly token: string; readonly status: FapiaoStatus | null }) {
  const { t } = useI18n();
  const check = useBuyerChecks();
  const [reached, setReached] = useState(status);
  const [, request] = useMutation(RequestFapiaoByLinkDocument);
  const { form, field, values } = useSubmitForm({
    initialValues: NEW_BUYER,
    check,
    send: (buyer) => request({ input: { ...buyer, token } }),
    onSaved: ({ requestFapiaoByLink }) => setReached(requestFapiaoByLink.status),
  });
  return (
    <Paper component="section" className="screen-only" withBorder p="md" radius="md" w="100%" maw={420}>
      <Stack gap="sm">
        <Title order={2} size="h5">
          {t("fapiao.ask")}
        </Title>
        <div role="status">
          {reached !== null && (
            <Alert color="pine" variant="light">
              {t(reached === "ISSUED" ? "fapiao.wasIssued" : "fapiao.wasRequested")}
            </Alert>
          )}
        </div>
        {reached !== "ISSUED" && (
          <FormElement
            form={form}
            label={t("fapiao.ask")}
            buttons={
              <Button type="submit" fullWidth loading={form.isSending}>
                {t("fapiao.send")}
              </Button>
            }
          >
            <FapiaoFields field={field} values={values} />
          </FormElement>
        )}
      </Stack>
    </Paper>
  );
}

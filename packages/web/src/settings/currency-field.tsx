"use client";

import { Button, Group, Select, Text } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { isCurrency } from "@pos/core/base/money.ts";
import { SubmitDialog } from "@pos/web/components/submit-dialog.tsx";
import { useSubmitForm } from "@pos/web/components/use-submit-form.ts";
import {
  ChangeCurrencyDocument,
  CurrencyHoldDocument,
  type MerchantWholeFragment,
} from "@pos/web/graphql/generated/graphql.ts";
import { useI18n } from "@pos/web/i18n/provider.tsx";
import { useState } from "react";
import { useMutation, useQuery } from "urql";

/** The currency, and why it has to stay; it is changed apart from the other settings. */
export function CurrencyField({ merchant }: { readonly merchant: MerchantWholeFragment }) {
  const { t, language } = useI18n();
  const [{ data }] = useQuery({ query: CurrencyHoldDocument, requestPolicy: "cache-and-network" });
  const [isChanging, setChanging] = useState(false);
  const hold = data?.currencyHold;
  return (
    <div>
      <Group justify="space-between" gap="sm">
        <div>
          <Text size="sm" fw={500}>
            {t("business.currency")}
          </Text>
          <Text>{currencyName(language, merchant.currency)}</Text>
        </div>
        {data !== undefined && hold === null && (
          <Button variant="default" onClick={() => setChanging(true)}>
            {t("business.currencyChange")}
          </Button>
        )}
      </Group>
      {hold != null && (
        <Text size="xs" c="dimmed">
          {t(`business.currencyHold.${hold}`)}
        </Text>
      )}
      {isChanging && <CurrencyDialog merchant={merchant} onClose={() => setChanging(false)} />}
    </div>
  );
}

function CurrencyDialog({
  merchant: { currency: before, version },
  onClose,
}: {
  readonly merchant: MerchantWholeFragment;
  readonly onClose: () => void;
}) {
  const { t, language } = useI18n();
  const [, change] = useMutation(ChangeCurrencyDocument);
  const { form, field } = useSubmitForm({
    initialValues: { currency: before },
    send: ({ currency }) => change({ input: { currency, version } }),
    onSaved() {
      notifications.show({ message: t("common.saved"), color: "pine" });
      onClose();
    },
    onUnchanged: onClose,
  });
  return (
    <SubmitDialog
      form={form}
      title={t("business.currencyChange")}
      onClose={onClose}
      action={t("business.currencyChange")}
    >
      <Select
        label={t("business.currency")}
        description={t("business.currencyHelp")}
        searchable
        data-autofocus
        data={Intl.supportedValuesOf("currency")
          .filter(isCurrency)
          .map((value) => ({ value, label: currencyName(language, value) }))}
        allowDeselect={false}
        {...field("currency")}
      />
    </SubmitDialog>
  );
}

function currencyName(language: string, currency: string): string {
  const name = new Intl.DisplayNames(language, { type: "currency" }).of(currency);
  return name === undefined || name === currency ? currency : `${currency} · ${name}`;
}

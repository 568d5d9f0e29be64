"use client";

import { Button, Group, Modal, Stack, Text, TextInput, UnstyledButton } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { CustomerDialog } from "@pos/web/components/customer-dialog.tsx";
import { Refusals } from "@pos/web/components/refusals.tsx";
import { CustomersToChooseDocument } from "@pos/web/graphql/generated/graphql.ts";
import { useI18n } from "@pos/web/i18n/provider.tsx";
import { usePermission } from "@pos/web/session/session.tsx";
import { IconSearch, IconUserPlus } from "@tabler/icons-react";
import { useState } from "react";
import { useQuery } from "urql";
import type { SaleDetail } from "./sale-detail.ts";
import classes from "./sale-page.module.css";
import { useSaleCustomer } from "./use-sale-customer.ts";

const SEARCH_MILLISECONDS = 250;

/** On whom a sale is put: found, created, or none. A choice is done at once, and can be taken back. */
export function SaleCustomerDialog({ sale, onClose }: { readonly sale: SaleDetail; readonly onClose: () => void }) {
  const { t } = useI18n();
  const isPermitted = usePermission();
  const [text, setText] = useState("");
  const [isCreating, setCreating] = useState(false);
  const { choose, result } = useSaleCustomer(sale, onClose);
  if (isCreating)
    return (
      <CustomerDialog
        onClose={() => setCreating(false)}
        onSaved={(id, name) => void choose({ id, name })}
        initialName={text.trim()}
      />
    );
  return (
    <Modal
      opened
      onClose={onClose}
      title={t("sales.customerTitle", { number: sale.receiptNumber })}
      closeButtonProps={{ "aria-label": t("common.close") }}
    >
      <Stack gap="md">
        <Text size="sm" c="dimmed">
          {t("sales.customerLead")}
        </Text>
        <TextInput
          type="search"
          aria-label={t("customers.search")}
          placeholder={t("customers.search")}
          leftSection={<IconSearch size={16} aria-hidden="true" />}
          data-autofocus
          autoComplete="off"
          maxLength={200}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
        />
        <Found text={text} isBusy={result.fetching} onChoose={(customer) => void choose(customer)} />
        <Refusals error={result.error} refused={result.data?.setSaleCustomer.userErrors ?? []} />
        <Group justify="space-between">
          {isPermitted("customer:write") && (
            <Button
              variant="default"
              leftSection={<IconUserPlus size={16} aria-hidden="true" />}
              onClick={() => setCreating(true)}
            >
              {t("customers.create")}
            </Button>
          )}
          {sale.customerId !== null && (
            <Button variant="subtle" color="red" loading={result.fetching} onClick={() => void choose(undefined)}>
              {t("sales.removeCustomer")}
            </Button>
          )}
        </Group>
      </Stack>
    </Modal>
  );
}

function Found({
  text,
  isBusy,
  onChoose,
}: {
  readonly text: string;
  readonly isBusy: boolean;
  readonly onChoose: (customer: { readonly id: string; readonly name: string }) => void;
}) {
  const { t } = useI18n();
  const [search] = useDebouncedValue(text.trim(), SEARCH_MILLISECONDS);
  const [{ data, error }] = useQuery({
    query: CustomersToChooseDocument,
    variables: { search },
    pause: search === "",
    requestPolicy: "network-only",
  });
  if (search === "") return null;
  const found = data?.customers?.nodes ?? [];
  return (
    <div className={classes.found} aria-live="polite">
      <Refusals error={error} refused={[]} />
      {data !== undefined && found.length === 0 && <Text c="dimmed">{t("customers.none")}</Text>}
      {found.map(({ id, name, email, phone }) => (
        <UnstyledButton
          key={id}
          className={classes.choice}
          disabled={isBusy}
          onClick={() => onChoose({ id, name: name ?? "" })}
        >
          <Text fw={550}>{name}</Text>
          <Text size="sm" c="dimmed" truncate>
            {[phone, email].filter(Boolean).join(" · ")}
          </Text>
        </UnstyledButton>
      ))}
    </div>
  );
}

"use client";

import { Button, CloseButton, Popover, Select, Stack, TextInput } from "@mantine/core";
import { isAvailable } from "@pos/core/selling/payment/model.ts";
import { DayFields } from "@pos/web/components/day-fields.tsx";
import { FoldedFilters } from "@pos/web/components/folded-filters.tsx";
import { NumberTextInput } from "@pos/web/components/number-input.tsx";
import { typedScaled } from "@pos/web/components/typed-number.ts";
import type { Address } from "@pos/web/components/use-address.ts";
import { useTypedText } from "@pos/web/components/use-typed-text.ts";
import { SaleFilterChoicesDocument } from "@pos/web/graphql/generated/graphql.ts";
import { useI18n } from "@pos/web/i18n/provider.tsx";
import { usePermission, useSession } from "@pos/web/session/session.tsx";
import { IconFilter, IconReceipt } from "@tabler/icons-react";
import { useQuery } from "urql";
import {
  FOLDED_CONDITIONS,
  FURTHER_CONDITIONS,
  METHODS,
  SALE_STATES,
  type SalesAddress,
  UNSURE_STATES,
} from "./address.ts";

type SalesFilterAddress = Address<SalesAddress>;

/** What narrows the list of sales, kept in the address. */
export function SaleFilters({ address }: { readonly address: SalesFilterAddress }) {
  const { t } = useI18n();
  const customer = address.state.customer;
  return (
    <FoldedFilters
      first={<ReceiptNumber address={address} />}
      count={FOLDED_CONDITIONS.filter((name) => address.state[name] !== null).length}
    >
      <DayFields address={address} />
      <Select
        label={t("sales.state")}
        placeholder={t("common.all")}
        clearable
        data={SALE_STATES.map((state) => ({ value: state, label: t(`sales.inState.${state}`) }))}
        value={address.state.state}
        onChange={(chosen) => address.set({ state: SALE_STATES.find((state) => state === chosen) ?? null })}
        w={{ xs: 180 }}
      />
      <FurtherConditions address={address} />
      {customer !== null && (
        <Button variant="light" onClick={() => address.set({ customer: null })}>
          {t("sales.customerFilter")} ✕
        </Button>
      )}
    </FoldedFilters>
  );
}

function ReceiptNumber({ address }: { readonly address: SalesFilterAddress }) {
  const { t } = useI18n();
  const [text, change] = useTypedText(address.state.receipt, (receipt) => address.set({ receipt }));
  return (
    <TextInput
      type="search"
      label={t("sales.receiptNumber")}
      placeholder="C1-27"
      leftSection={<IconReceipt size={16} aria-hidden="true" />}
      rightSection={
        text === "" ? null : <CloseButton size="sm" aria-label={t("common.clear")} onClick={() => change("")} />
      }
      value={text}
      onChange={(event) => change(event.currentTarget.value)}
      flex={{ base: 1, xs: "none" }}
      w={{ xs: 170 }}
    />
  );
}

/** The rarer conditions, behind a button that states how many hold. */
function FurtherConditions({ address }: { readonly address: SalesFilterAddress }) {
  const { t } = useI18n();
  const count = FURTHER_CONDITIONS.filter((name) => address.state[name] !== null).length;
  return (
    <Popover position="bottom-start" trapFocus withArrow shadow="md" width={320}>
      <Popover.Target>
        <Button variant={count > 0 ? "light" : "default"} leftSection={<IconFilter size={16} aria-hidden="true" />}>
          {t("sales.moreFilters", { count })}
        </Button>
      </Popover.Target>
      <Popover.Dropdown aria-label={t("sales.moreFilters", { count })}>
        <Stack gap="sm">
          <Choices address={address} />
          <Amount address={address} name="min" label={t("sales.amountFrom")} />
          <Amount address={address} name="max" label={t("sales.amountTo")} />
          <Button
            variant="default"
            disabled={count === 0}
            onClick={() => address.set(Object.fromEntries(FURTHER_CONDITIONS.map((name) => [name, null])))}
          >
            {t("common.clear")}
          </Button>
        </Stack>
      </Popover.Dropdown>
    </Popover>
  );
}

function Choices({ address }: { readonly address: SalesFilterAddress }) {
  const { t, code } = useI18n();
  const isPermitted = usePermission();
  const [{ data }] = useQuery({
    query: SaleFilterChoicesDocument,
    variables: { withStaff: isPermitted("staff:read"), withTerminals: isPermitted("terminal:read") },
  });
  const choice = (
    name: "terminal" | "operator" | "method" | "paymentState",
    label: string,
    rows: readonly { readonly id: string; readonly name: string }[],
  ) =>
    rows.length > 0 && (
      <Select
        label={label}
        placeholder={t("common.all")}
        data={rows.map(({ id, name: shown }) => ({ value: id, label: shown }))}
        value={address.state[name]}
        onChange={(value) => address.set({ [name]: value })}
        clearable
        searchable
        comboboxProps={{ withinPortal: false }}
      />
    );
  return (
    <>
      {choice("terminal", t("sales.terminal"), data?.terminalsPage?.nodes ?? [])}
      {choice("operator", t("sales.operator"), data?.staffPage?.nodes ?? [])}
      {choice(
        "method",
        t("sales.payments"),
        METHODS.filter((method) => method === "GIFT_CARD" || method === "STORE_CREDIT" || isAvailable({ method })).map(
          (method) => ({
            id: method,
            name: code("method", method),
          }),
        ),
      )}
      {choice(
        "paymentState",
        t("outcome.title"),
        UNSURE_STATES.map((state) => ({ id: state, name: code("paymentState", state) })),
      )}
    </>
  );
}

function Amount({
  address,
  name,
  label,
}: {
  readonly address: SalesFilterAddress;
  readonly name: "min" | "max";
  readonly label: string;
}) {
  const { currency } = useSession().me;
  const kind = { kind: "money", currency } as const;
  const [text, change] = useTypedText(address.state[name], (typed) => {
    if (typed === null || typedScaled(typed, kind) !== undefined) address.set({ [name]: typed });
  });
  return <NumberTextInput label={label} kind={kind} value={text} onChange={change} />;
}

"use client";

import { Button, Group } from "@mantine/core";
import { Facts } from "@pos/web/components/facts.tsx";
import { Panel } from "@pos/web/components/panel.tsx";
import type { CustomerDetailQuery } from "@pos/web/graphql/generated/graphql.ts";
import { useI18n } from "@pos/web/i18n/provider.tsx";
import { usePermission } from "@pos/web/session/session.tsx";
import dynamic from "next/dynamic";
import { useState } from "react";

/** Loaded when they are opened. */
const LimitDialog = dynamic(() => import("./limit-dialog.tsx").then((module) => module.LimitDialog), { ssr: false });
const PaymentDialog = dynamic(() => import("./payment-dialog.tsx").then((module) => module.PaymentDialog), {
  ssr: false,
});

/** What a customer owes and may owe; what is paid is recorded here too. */
export function CustomerAccount({ customer }: { readonly customer: NonNullable<CustomerDetailQuery["customer"]> }) {
  const { t, format } = useI18n();
  const isPermitted = usePermission();
  const [dialog, setDialog] = useState<"limit" | "payment" | undefined>(undefined);
  const { owed, limit, available } = customer.account;
  const isErased = customer.erasedAt !== null;
  return (
    <Panel
      title={t("accounts.title")}
      action={
        !isErased && (
          <Group gap="xs" className="screen-only">
            {isPermitted("customer:credit") && (
              <Button variant="default" size="xs" onClick={() => setDialog("limit")}>
                {t("accounts.changeLimit")}
              </Button>
            )}
            {isPermitted("customer-payment:create") && (
              <Button size="xs" onClick={() => setDialog("payment")}>
                {t("accounts.pay")}
              </Button>
            )}
          </Group>
        )
      }
    >
      <Facts
        areFigures
        facts={[
          [t("accounts.owed"), <strong key="owed">{format.money(owed)}</strong>],
          [t("accounts.limit"), limit === null ? t("accounts.noLimit") : format.money(limit)],
          [t("accounts.available"), format.money(available)],
        ]}
      />
      {dialog === "limit" && <LimitDialog customer={customer} onClose={() => setDialog(undefined)} />}
      {dialog === "payment" && <PaymentDialog customer={customer} onClose={() => setDialog(undefined)} />}
    </Panel>
  );
}

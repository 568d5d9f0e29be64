"use client";

import { PageHeader } from "@pos/web/components/page-header.tsx";
import { QueryResult } from "@pos/web/components/query-result.tsx";
import { MerchantSettingsDocument } from "@pos/web/graphql/generated/graphql.ts";
import { useI18n } from "@pos/web/i18n/provider.tsx";
import { useQuery } from "urql";
import { PaymentMethods } from "./payment-methods.tsx";
import { SettingsForm } from "./settings-form.tsx";

/** A way to pay is a part of the merchant's record, and raises its version. */
const FRESH = { additionalTypenames: ["Merchant", "OwnPaymentMethod"] };

/** What the business is called, where it is, what its receipts have, and how it sells. */
export function SettingsPage() {
  const { t } = useI18n();
  const [state, refetch] = useQuery({ query: MerchantSettingsDocument, context: FRESH });
  return (
    <>
      <PageHeader title={t("nav.business")} lead={t("business.lead")} />
      <QueryResult state={state} retry={() => refetch({ requestPolicy: "network-only" })}>
        {({ me }) => me && <SettingsForm merchant={me.merchant} />}
      </QueryResult>
      <PaymentMethods />
    </>
  );
}

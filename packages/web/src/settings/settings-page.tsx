"use client";

import { PageHeader } from "@pos/web/components/page-header.tsx";
import { QueryResult } from "@pos/web/components/query-result.tsx";
import { MerchantSettingsDocument } from "@pos/web/graphql/generated/graphql.ts";
import { useI18n } from "@pos/web/i18n/provider.tsx";
import { useQuery } from "urql";
import { SettingsForm } from "./settings-form.tsx";

const FRESH = { additionalTypenames: ["Merchant"] };

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
    </>
  );
}

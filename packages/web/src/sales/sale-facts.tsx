"use client";

import { Anchor } from "@mantine/core";
import { AppLink } from "@pos/web/components/app-link.tsx";
import { DateTime } from "@pos/web/components/date-time.tsx";
import { Facts } from "@pos/web/components/facts.tsx";
import { IdCopy } from "@pos/web/components/id-copy.tsx";
import { Money } from "@pos/web/components/money.tsx";
import { SaleCustomerDocument } from "@pos/web/graphql/generated/graphql.ts";
import { useI18n } from "@pos/web/i18n/provider.tsx";
import { useMay } from "@pos/web/session/session.tsx";
import { useQuery } from "urql";
import type { SaleDetail } from "./sale-page.tsx";

export function SaleFacts({ sale }: { readonly sale: SaleDetail }) {
  const { t } = useI18n();
  const { location, terminal, operatorId, customerId, note, expectedTotal } = sale;
  const zone = location.timeZone;
  return (
    <Facts
      facts={[
        [t("sales.soldAt"), `${location.name}, ${terminal.name}`],
        [t("sales.when"), <DateTime key="when" instant={sale.occurredAt} zone={zone} />],
        [t("sales.recordedAt"), <DateTime key="recorded" instant={sale.recordedAt} zone={zone} />],
        [t("sales.operator"), operatorId === null ? t("sales.nobody") : <IdCopy key="operator" id={operatorId} />],
        ...(customerId === null
          ? []
          : [[t("sales.customer"), <CustomerLink key="customer" id={customerId} />] as const]),
        ...(note === null ? [] : [[t("sales.note"), note] as const]),
        ...(expectedTotal === null
          ? []
          : [[t("sales.expected"), <Money key="expected" value={expectedTotal} />] as const]),
        [t("sales.id"), <IdCopy key="id" id={sale.id} />],
      ]}
    />
  );
}

function CustomerLink({ id }: { readonly id: string }) {
  const { t } = useI18n();
  const may = useMay();
  const [{ data }] = useQuery({ query: SaleCustomerDocument, variables: { id }, pause: !may("customer:read") });
  if (data?.customer == null) return <IdCopy id={id} />;
  return (
    <Anchor component={AppLink} href={`/customers/${id}`}>
      {data.customer.name ?? t("sales.erased")}
    </Anchor>
  );
}

"use client";

import { Anchor } from "@mantine/core";
import { AppLink } from "@pos/web/components/app-link.tsx";
import { DateTime } from "@pos/web/components/date-time.tsx";
import { Facts } from "@pos/web/components/facts.tsx";
import { IdCopy } from "@pos/web/components/id-copy.tsx";
import { Money } from "@pos/web/components/money.tsx";
import { useI18n } from "@pos/web/i18n/provider.tsx";
import type { SaleDetail } from "./sale-detail.ts";

export function SaleFacts({ sale }: { readonly sale: SaleDetail }) {
  const { t } = useI18n();
  const { location, terminal, operatorId, operator, note, expectedTotal } = sale;
  const zone = location.timeZone;
  return (
    <Facts
      facts={[
        [t("sales.soldAt"), `${location.name}, ${terminal.name}`],
        [t("sales.when"), <DateTime key="when" instant={sale.occurredAt} zone={zone} />],
        [t("sales.recordedAt"), <DateTime key="recorded" instant={sale.recordedAt} zone={zone} />],
        [
          t("sales.operator"),
          operatorId === null ? t("sales.nobody") : (operator?.name ?? <IdCopy key="operator" id={operatorId} />),
        ],
        ...(sale.customerId === null
          ? []
          : [
              [
                t("sales.customer"),
                <CustomerLink key="customer" id={sale.customerId} customer={sale.customer} />,
              ] as const,
            ]),
        ...(note === null ? [] : [[t("sales.note"), note] as const]),
        ...(expectedTotal === null
          ? []
          : [[t("sales.expected"), <Money key="expected" value={expectedTotal} />] as const]),
        [t("sales.id"), <IdCopy key="id" id={sale.id} />],
      ]}
    />
  );
}

/** The id alone where the customer is unknown, or may not be read. */
function CustomerLink({ id, customer }: { readonly id: string; readonly customer: SaleDetail["customer"] }) {
  const { t } = useI18n();
  if (customer === null) return <IdCopy id={id} />;
  return (
    <Anchor component={AppLink} href={`/customers/${id}`}>
      {customer.name ?? t("sales.erased")}
    </Anchor>
  );
}

"use client";

import { Anchor, Text } from "@mantine/core";
import { AppLink } from "@pos/web/components/app-link.tsx";
import { DateTime } from "@pos/web/components/date-time.tsx";
import { Facts } from "@pos/web/components/facts.tsx";
import { IdCopy } from "@pos/web/components/id-copy.tsx";
import { Money } from "@pos/web/components/money.tsx";
import { type I18n, useI18n } from "@pos/web/i18n/provider.tsx";
import { usePermission } from "@pos/web/session/session.tsx";
import { priceReasonsOf } from "./export.ts";
import { CustomerChanges, SaleCustomer } from "./sale-customer.tsx";
import type { SaleDetail } from "./sale-detail.ts";

function Lines({ lines }: { readonly lines: readonly string[] }) {
  return lines.map((line, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: lines never move.
    <Text key={index} size="sm">
      {line}
    </Text>
  ));
}

/** What the codes of lines state of the goods. */
function batchesOf(lines: SaleDetail["lines"], { t, format }: I18n): readonly string[] {
  return lines.flatMap(({ description: name, lot, expiresOn, serial }) => {
    const stated = [
      ...(lot === null ? [] : [t("sales.lot", { lot })]),
      ...(expiresOn === null ? [] : [t("sales.expiresOn", { day: format.date(expiresOn) })]),
      ...(serial === null ? [] : [t("sales.serial", { serial })]),
    ];
    return stated.length === 0 ? [] : [t("sales.batchOf", { name, stated: stated.join(" · ") })];
  });
}

export function SaleFacts({ sale }: { readonly sale: SaleDetail }) {
  const i18n = useI18n();
  const { t } = i18n;
  const isPermitted = usePermission();
  const { location, terminal, operatorId, operator, note, expectedTotal } = sale;
  const zone = location.timeZone;
  const priceLists = new Set(sale.lines.flatMap(({ priceList }) => (priceList === null ? [] : [priceList.name])));
  const priceReasons = priceReasonsOf(sale.lines, i18n);
  const batches = batchesOf(sale.lines, i18n);
  const ofExchange = sale.exchange?.refund.sale ?? null;
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
        ...(sale.customerId === null && !isPermitted("sale:attribute")
          ? []
          : [[t("sales.customer"), <SaleCustomer key="customer" sale={sale} />] as const]),
        ...(sale.customerChanges.length === 0
          ? []
          : [[t("sales.customerChanges"), <CustomerChanges key="changes" sale={sale} />] as const]),
        ...(ofExchange === null
          ? []
          : [
              [
                t("sales.exchange"),
                <Anchor key="exchange" component={AppLink} href={`/sales/${ofExchange.id}`}>
                  {t("sales.exchangedFrom", { number: ofExchange.receiptNumber })}
                </Anchor>,
              ] as const,
            ]),
        ...(sale.quote === null
          ? []
          : [
              [
                t("quotes.one"),
                <Anchor key="quote" component={AppLink} href={`/quotes/${sale.quote.id}`}>
                  {sale.quote.number}
                </Anchor>,
              ] as const,
            ]),
        ...(priceLists.size === 0 ? [] : [[t("nav.priceLists"), [...priceLists].join(", ")] as const]),
        ...(priceReasons.length === 0
          ? []
          : [[t("sales.priceReasons"), <Lines key="reasons" lines={priceReasons} />] as const]),
        ...(batches.length === 0 ? [] : [[t("sales.batches"), <Lines key="batches" lines={batches} />] as const]),
        ...(note === null ? [] : [[t("sales.note"), note] as const]),
        ...(expectedTotal === null
          ? []
          : [[t("sales.expected"), <Money key="expected" value={expectedTotal} />] as const]),
        [t("sales.id"), <IdCopy key="id" id={sale.id} />],
      ]}
    />
  );
}

"use client";

import { Anchor, Group, List, Stack, Text } from "@mantine/core";
import { AppLink } from "@pos/web/components/app-link.tsx";
import { DateTime } from "@pos/web/components/date-time.tsx";
import { methodName } from "@pos/web/components/method-name.ts";
import type { RefundDetailFragment } from "@pos/web/graphql/generated/graphql.ts";
import { useI18n } from "@pos/web/i18n/provider.tsx";

/** What came back of a sale. Quantities and amounts are below zero, as they are kept. */
export function RefundList({ refunds, zone }: { readonly refunds: readonly RefundDetailFragment[]; zone: string }) {
  const i18n = useI18n();
  const { t, format } = i18n;
  return (
    <Stack gap="md">
      {refunds.map((refund) => (
        <div key={refund.id}>
          <Group justify="space-between">
            <Text fw={600}>
              <DateTime instant={refund.occurredAt} zone={zone} />
            </Text>
            <Text fw={600} className="figures">
              {format.money(refund.total)}
            </Text>
          </Group>
          <List size="sm">
            {refund.lines.map(({ id, description, writtenOff, ...counted }) => (
              <List.Item key={id}>
                {format.quantity(counted)} × {description}
                {writtenOff && ` (${t("sales.writtenOff")})`}
              </List.Item>
            ))}
          </List>
          <Text size="sm" c="dimmed">
            {refund.payments
              .map(({ amount, ...payment }) => `${methodName(i18n, payment)} ${format.money(amount)}`)
              .join(", ")}
            {refund.operator !== null && ` · ${t("refund.by", { name: refund.operator.name })}`}
            {refund.reason !== null && ` · ${refund.reason}`}
          </Text>
          {refund.exchange !== null && (
            <Anchor component={AppLink} href={`/sales/${refund.exchange.sale.id}`} size="sm">
              {t("sales.exchangedTo", { number: refund.exchange.sale.receiptNumber })}
            </Anchor>
          )}
        </div>
      ))}
    </Stack>
  );
}

"use client";

import { Group, NumberInput, Stack, Text } from "@mantine/core";
import { formatQuantity, QUANTITY_PLACES } from "@pos/core/base/quantity.ts";
import { refundableLines } from "@pos/core/selling/refund/rules.ts";
import { useI18n } from "@pos/web/i18n/provider.tsx";
import { type Chosen, typedNumber } from "./refund-input.ts";
import type { SaleDetail } from "./sale-detail.ts";

/** How much of each line comes back. */
export function RefundLines({
  sale,
  chosen,
  onChoose,
}: {
  readonly sale: SaleDetail;
  readonly chosen: Chosen;
  readonly onChoose: (chosen: Chosen) => void;
}) {
  const { t } = useI18n();
  return (
    <Stack gap="xs">
      {refundableLines(sale).map(({ line, sold, left }) => {
        const { id, description = "" } = sale.lines[line - 1] ?? {};
        return (
          <Group key={id} justify="space-between" wrap="nowrap">
            <div>
              <Text size="sm">{description}</Text>
              <Text size="xs" c="dimmed">
                {t("refund.left", { left: formatQuantity(left), sold: formatQuantity(sold) })}
              </Text>
            </div>
            <NumberInput
              aria-label={t("refund.quantityOf", { line: description })}
              w={110}
              min={0}
              max={Number(formatQuantity(left))}
              decimalScale={QUANTITY_PLACES}
              clampBehavior="strict"
              disabled={left === 0}
              value={Number(formatQuantity(chosen.get(line) ?? 0))}
              onChange={(value) => onChoose(new Map(chosen).set(line, typedNumber(value, QUANTITY_PLACES)))}
            />
          </Group>
        );
      })}
    </Stack>
  );
}

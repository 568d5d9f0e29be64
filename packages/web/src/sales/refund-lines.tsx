"use client";

import { Checkbox, Group, Stack, Text } from "@mantine/core";
import { formatQuantity } from "@pos/core/base/quantity.ts";
import { refundableLines } from "@pos/core/selling/refund/rules.ts";
import { NumberTextInput } from "@pos/web/components/number-input.tsx";
import { QUANTITY } from "@pos/web/components/typed-number.ts";
import { useI18n } from "@pos/web/i18n/provider.tsx";
import type { SaleDetail } from "./sale-detail.ts";
import type { RefundInHand } from "./use-refund.ts";

/** How much of each line comes back, and of several lines which are written off. */
export function RefundLines({ sale, refund }: { readonly sale: SaleDetail; readonly refund: RefundInHand }) {
  const { t } = useI18n();
  return (
    <Stack gap="xs">
      {refundableLines(sale).map(({ line, sold, left }) => {
        const { id, description = "" } = sale.lines[line - 1] ?? {};
        const writeOff = refund.writeOff(line);
        return (
          <Group key={id} justify="space-between" wrap="nowrap">
            <div>
              <Text size="sm">{description}</Text>
              <Text size="xs" c="dimmed">
                {t("refund.left", { left: formatQuantity(left), sold: formatQuantity(sold) })}
              </Text>
              {writeOff && (
                <Checkbox
                  mt={6}
                  label={t("refund.writeOff")}
                  aria-label={t("refund.writeOffLine", { line: description })}
                  checked={writeOff.checked}
                  onChange={(event) => writeOff.onChange(event.currentTarget.checked)}
                />
              )}
            </div>
            <NumberTextInput
              kind={QUANTITY}
              aria-label={t("refund.quantityOf", { line: description })}
              w={180}
              disabled={left === 0}
              placeholder="0"
              {...refund.quantity(line, left)}
            />
          </Group>
        );
      })}
    </Stack>
  );
}

"use client";

import { Button, Group, Modal, Stack, Table, Text, TextInput } from "@mantine/core";
import { newId, now } from "@pos/web/clock.ts";
import { Refusals } from "@pos/web/components/refusals.tsx";
import { VariantField } from "@pos/web/components/variant-field.tsx";
import {
  type PromotionRowFragment,
  TestBasketDocument,
  type TestBasketQuery,
} from "@pos/web/graphql/generated/graphql.ts";
import { useI18n } from "@pos/web/i18n/provider.tsx";
import { useSession } from "@pos/web/session/session.tsx";
import { useState } from "react";
import { useQuery } from "urql";

interface BasketLine {
  readonly variantId: string;
  readonly title: string;
  readonly quantity: string;
}

/** A basket that is priced as if the promotion were switched on. Nothing is sold. */
export function BasketDialog({
  promotion,
  onClose,
}: {
  readonly promotion: PromotionRowFragment;
  readonly onClose: () => void;
}) {
  const { t } = useI18n();
  const [lines, setLines] = useState<readonly BasketLine[]>([]);
  return (
    <Modal
      opened
      onClose={onClose}
      title={t("promotions.testTitle", { name: promotion.name })}
      size="lg"
      closeButtonProps={{ "aria-label": t("common.close") }}
    >
      <Stack>
        <Text size="sm" c="dimmed">
          {t("promotions.testLead")}
        </Text>
        <VariantField
          label={t("promotions.testAdd")}
          onChoose={({ id, title }) =>
            setLines([...lines.filter(({ variantId }) => variantId !== id), { variantId: id, title, quantity: "1" }])
          }
        />
        {lines.map((line) => (
          <Group key={line.variantId} wrap="nowrap" justify="space-between">
            <Text size="sm">{line.title}</Text>
            <Group gap="xs" wrap="nowrap">
              <TextInput
                aria-label={t("promotions.testQuantity", { name: line.title })}
                w={80}
                inputMode="decimal"
                value={line.quantity}
                onChange={(event) => {
                  const quantity = event.currentTarget.value;
                  setLines(lines.map((one) => (one.variantId === line.variantId ? { ...one, quantity } : one)));
                }}
              />
              <Button
                size="xs"
                variant="default"
                onClick={() => setLines(lines.filter(({ variantId }) => variantId !== line.variantId))}
              >
                {t("promotions.testRemove")}
              </Button>
            </Group>
          </Group>
        ))}
        {lines.length > 0 && <Result promotion={promotion} lines={lines} />}
      </Stack>
    </Modal>
  );
}

function Result({
  promotion,
  lines,
}: {
  readonly promotion: PromotionRowFragment;
  readonly lines: readonly BasketLine[];
}) {
  const { t, format } = useI18n();
  const { location } = useSession();
  const [sale] = useState(() => ({ id: newId("sal"), sequence: 1, occurredAt: now(), payments: [] }));
  const { couponCode } = promotion;
  const input = {
    ...sale,
    lines: lines.map(({ variantId, quantity }) => ({
      variant: { id: variantId },
      quantity: /^\d{1,6}(?:\.\d{1,3})?$/.test(quantity.trim()) ? quantity.trim() : "1",
    })),
    adjustments: couponCode === null ? [] : [{ couponCode }],
  };
  const variables = { input, locationId: location.id, tested: [promotion.id] };
  const [{ data }] = useQuery({ query: TestBasketDocument, variables, requestPolicy: "network-only" });
  const priced = data?.priceSale;
  if (priced === undefined) return null;
  const { discountTotal, total, userErrors } = priced;
  return (
    <Stack gap="xs" data-testid="basket-result">
      <Refusals refused={userErrors} />
      <Table>
        <Table.Tbody>
          {priced.lines.map((line) => (
            <PricedRow key={line.id} line={line} />
          ))}
        </Table.Tbody>
      </Table>
      {total && discountTotal && (
        <Group justify="space-between">
          <Text size="sm">{t("promotions.testSaving", { amount: format.money(discountTotal) })}</Text>
          <Text fw={650} className="figures">
            {t("promotions.testTotal", { amount: format.money(total) })}
          </Text>
        </Group>
      )}
    </Stack>
  );
}

function PricedRow({ line }: { readonly line: TestBasketQuery["priceSale"]["lines"][number] }) {
  const { format } = useI18n();
  return (
    <Table.Tr>
      <Table.Td>
        {`${format.decimal(line.quantity)} × ${line.description}`}
        {line.discounts.map(({ promotionId, reason, amount }) => (
          <Text key={promotionId} size="xs" c="dimmed">
            {`${reason ?? ""} ${format.money({ ...amount, amount: -amount.amount })}`}
          </Text>
        ))}
      </Table.Td>
      <Table.Td ta="end" className="figures">
        {format.money(line.total)}
      </Table.Td>
    </Table.Tr>
  );
}

"use client";

import { Button, Group, Text } from "@mantine/core";
import { useI18n } from "@pos/web/i18n/provider.tsx";
import { useId } from "react";
import { useCounter } from "../use-device.tsx";
import { type CartLine, type CartVariant, changeLine } from "./cart.ts";

/** Whether a line sells pieces or which pack of them, for packs that have no barcode and pieces that have one. */
export function PackChoice({ line }: { readonly line: CartLine }) {
  const { t, format } = useI18n();
  const { device, settings } = useCounter();
  const label = useId();
  // A code states what its line is.
  const choices = line.code === undefined ? (device.catalog.state().index?.choicesOf(line.variant) ?? []) : [];
  if (choices.length === 0) return null;
  // What was typed for another price was typed for what is not sold any more.
  const choose = (variant: CartVariant) =>
    device.changeCart(
      changeLine(device.state().cart, line.key, ({ unitPrice: _, priceReason: __, ...old }) => ({ ...old, variant })),
    );
  return (
    <div>
      <Text size="sm" fw={600} mb={4} id={label}>
        {t("products.unit")}
      </Text>
      <Group gap="xs" role="radiogroup" aria-labelledby={label}>
        {choices.map((variant) => {
          const { unitPrice, pack } = variant;
          const isChosen = pack?.size === line.variant.pack?.size;
          const name = pack === undefined ? t("unit.EACH") : `${pack.name} (${format.decimal(pack.size)})`;
          return (
            <Button
              key={pack?.size ?? 1}
              role="radio"
              aria-checked={isChosen}
              variant={isChosen ? "filled" : "default"}
              size="md"
              onClick={() => choose(variant)}
            >
              {name} · {format.unitPrice({ price: unitPrice, currency: settings.currency })}
            </Button>
          );
        })}
      </Group>
    </div>
  );
}

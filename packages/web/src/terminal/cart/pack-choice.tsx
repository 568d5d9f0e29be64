"use client";

import { Button, Group, Text } from "@mantine/core";
import { isMeasured } from "@pos/core/base/unit.ts";
import { useI18n } from "@pos/web/i18n/provider.tsx";
import { useId } from "react";
import { type Sellable, soldVariant } from "../catalog/catalog-index.ts";
import { useCounter } from "../use-device.tsx";
import { type CartLine, changeLine } from "./cart.ts";

/** Whether a line sells pieces or which pack of them, for packs that have no barcode and pieces that have one. */
export function PackChoice({ line }: { readonly line: CartLine }) {
  const { t, format } = useI18n();
  const { device, settings } = useCounter();
  const label = useId();
  const choices = sellables(device.catalog.state().index?.ofProducts([line.variant.productId ?? ""]) ?? [], line);
  if (choices.length < 2) return null;
  // What was typed for another price was typed for what is not sold any more.
  const choose = (goods: Sellable) =>
    device.changeCart(
      changeLine(device.state().cart, line.key, ({ unitPrice: _, priceReason: __, ...old }) => ({
        ...old,
        variant: soldVariant(goods),
      })),
    );
  return (
    <div>
      <Text size="sm" fw={600} mb={4} id={label}>
        {t("products.unit")}
      </Text>
      <Group gap="xs" role="radiogroup" aria-labelledby={label}>
        {choices.map((goods) => {
          const { unitPrice, pack } = soldVariant(goods);
          const isChosen = pack?.size === line.variant.pack?.size;
          const name = pack === undefined ? t("unit.EACH") : `${pack.name} (${format.decimal(pack.size)})`;
          return (
            <Button
              key={pack?.size ?? 1}
              role="radio"
              aria-checked={isChosen}
              variant={isChosen ? "filled" : "default"}
              size="md"
              onClick={() => choose(goods)}
            >
              {name} · {format.unitPrice({ price: unitPrice, currency: settings.currency })}
            </Button>
          );
        })}
      </Group>
    </div>
  );
}

/** The pieces first, then the packs, as the catalogue has them; nothing where a code states what the line is. */
function sellables(tiles: readonly Pick<Sellable, "product">[], { variant, code }: CartLine): Sellable[] {
  if (code !== undefined) return [];
  return tiles.flatMap(({ product }) => {
    const found = product.variants.find(({ id }) => id === variant.id);
    // What is weighed has no number of pieces to begin with.
    if (found === undefined || isMeasured(found.unit)) return [];
    return [{ product, variant: found }, ...(found.packs ?? []).map((pack) => ({ product, variant: found, pack }))];
  });
}

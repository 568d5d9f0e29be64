"use client";

import { ActionIcon, Text, UnstyledButton } from "@mantine/core";
import type { SaleLine } from "@pos/core/selling/sale/model.ts";
import { useI18n } from "@pos/web/i18n/provider.tsx";
import { IconMinus, IconPlus, IconTrash } from "@tabler/icons-react";
import { useCounter } from "../use-device.tsx";
import classes from "./cart.module.css";
import { type CartLine, removeLine, stepQuantity } from "./cart.ts";
import { priceOf } from "./price.ts";
import { useDiscountName } from "./use-discount-name.ts";

export interface LineRowProps {
  readonly line: CartLine;
  readonly priced: SaleLine | undefined;
  readonly isSelected: boolean;
  readonly isReadOnly: boolean;
  readonly onSelect: () => void;
  readonly onOpen: () => void;
}

/** One line: touched once it is chosen and shows its buttons, its quantity opens the dialog for all of its fields. */
export function LineRow({ line, priced, isSelected, isReadOnly, onSelect, onOpen }: LineRowProps) {
  const { t, format } = useI18n();
  const { device, settings } = useCounter();
  const { currency } = settings;
  const { key, variant, quantity } = line;
  const off = priced === undefined ? 0 : (priced.discounts ?? []).reduce((sum, { amount }) => sum + amount, 0);
  const change = (units: number) => device.changeCart(stepQuantity(device.state().cart, key, units));
  return (
    <li className={classes.line} aria-current={isSelected ? "true" : undefined}>
      <UnstyledButton className={classes.what} onClick={isSelected ? onOpen : onSelect} disabled={isReadOnly}>
        <span className={classes.title}>
          <Text span fw={550} lineClamp={2}>
            {variant.name}
          </Text>
          <Text span fw={600} className="figures">
            {format.money({ amount: (priced?.gross ?? 0) - off, currency })}
          </Text>
        </span>
        <Text span size="sm" c="dimmed" className="figures">
          {format.decimal(quantity)} × {format.unitPrice({ price: priceOf(line), currency })}
        </Text>
        <LineNotes line={line} off={off} />
      </UnstyledButton>
      {isSelected && (
        <div className={classes.steps}>
          <ActionIcon
            variant="default"
            size={44}
            onClick={() => change(-1)}
            aria-label={t("terminal.line.less", { name: variant.name })}
          >
            <IconMinus size={20} />
          </ActionIcon>
          <UnstyledButton
            className={classes.quantity}
            onClick={onOpen}
            aria-label={t("terminal.line.edit", { name: variant.name })}
            aria-keyshortcuts="F2"
          >
            <span className="figures">{format.decimal(quantity)}</span>
            <Text span size="xs" c="dimmed" visibleFrom="sm">
              F2
            </Text>
          </UnstyledButton>
          <ActionIcon
            variant="default"
            size={44}
            onClick={() => change(1)}
            aria-label={t("terminal.line.more", { name: variant.name })}
          >
            <IconPlus size={20} />
          </ActionIcon>
          <ActionIcon
            variant="subtle"
            color="red"
            size={44}
            ml="auto"
            onClick={() => device.changeCart(removeLine(device.state().cart, key))}
            aria-label={t("terminal.line.remove", { name: variant.name })}
          >
            <IconTrash size={20} />
          </ActionIcon>
        </div>
      )}
    </li>
  );
}

/** What is not usual about a line: a price of its own, and what was taken off. */
function LineNotes({ line, off }: { readonly line: CartLine; readonly off: number }) {
  const { t, format } = useI18n();
  const { currency } = useCounter().settings;
  const discountName = useDiscountName();
  return (
    <>
      {line.unitPrice !== undefined && (
        <Text span size="sm" className={classes.note}>
          {t("counter.price.changed", { price: format.unitPrice({ price: line.variant.unitPrice, currency }) })}
        </Text>
      )}
      {off > 0 && (
        <Text span size="sm" className={classes.note}>
          <span>{line.discounts.map(discountName).join(", ")}</span>
          <span className="figures">{format.money({ amount: -off, currency })}</span>
        </Text>
      )}
    </>
  );
}

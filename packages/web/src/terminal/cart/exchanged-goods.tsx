"use client";

import { ActionIcon, Text } from "@mantine/core";
import { useI18n } from "@pos/web/i18n/provider.tsx";
import { IconX } from "@tabler/icons-react";
import { useCounter } from "../use-device.tsx";
import classes from "./cart.module.css";
import { withExchange } from "./cart.ts";
import { planOf } from "./exchange.ts";

/** What the customer gives back for the cart, and what it is worth. Nothing where nothing comes back. */
export function ExchangedGoods({ isReadOnly }: { readonly isReadOnly: boolean }) {
  const { t, format } = useI18n();
  const { device, state, settings } = useCounter("cart");
  const { exchange } = state.cart;
  if (exchange === undefined) return null;
  // For nothing in return, all of it is given back.
  const { refund } = planOf(exchange, 0);
  const worth = format.money({ amount: -(refund.total + refund.rounding), currency: settings.currency });
  return (
    <div data-testid="exchange">
      <div className={classes.customer}>
        <Text size="sm" fw={550}>
          {t("terminal.exchange.back", { number: exchange.receiptNumber })}
        </Text>
        <Text size="sm" fw={650} ml="auto" className="figures">
          {worth}
        </Text>
        <ActionIcon
          variant="subtle"
          color="gray"
          size={44}
          disabled={isReadOnly}
          aria-label={t("terminal.exchange.cancel")}
          onClick={() => device.changeCart(withExchange(device.state().cart, undefined))}
        >
          <IconX size={18} />
        </ActionIcon>
      </div>
      <Text size="sm" c="dimmed">
        {exchange.lines
          .map(({ line, quantity, writeOff }) => {
            const goods = `${format.decimal(quantity)} × ${exchange.sale.lines[line - 1]?.description}`;
            return writeOff ? `${goods} (${t("sales.writtenOff")})` : goods;
          })
          .join(", ")}
      </Text>
      {state.cart.lines.length === 0 && <Text size="sm">{t("terminal.exchange.help")}</Text>}
    </div>
  );
}

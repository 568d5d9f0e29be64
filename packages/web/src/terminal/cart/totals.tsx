"use client";

import { Text } from "@mantine/core";
import type { PricedSale } from "@pos/core/selling/sale/rules.ts";
import { useI18n } from "@pos/web/i18n/provider.tsx";
import type { Settings } from "../settings.ts";
import classes from "./cart.module.css";
import type { Cart } from "./cart.ts";
import { useDiscountName } from "./use-discount-name.ts";

/** Its rows are always shown, so that buttons do not move while the user taps. */
export function Totals({
  sale,
  cart,
  settings,
}: {
  readonly sale: PricedSale | undefined;
  readonly cart: Cart;
  readonly settings: Settings;
}) {
  const { t, format } = useI18n();
  const discountName = useDiscountName();
  const money = (amount: number) => format.money({ amount, currency: settings.currency });
  return (
    <dl className={classes.totals}>
      <div>
        <Text component="dt" size="sm" c="dimmed">
          {cart.discounts.length === 0
            ? t("terminal.total.discounts")
            : cart.discounts.map((discount) => discountName(discount)).join(", ")}
        </Text>
        <Text component="dd" size="sm" className="figures">
          {money(sale === undefined || sale.discountTotal === 0 ? 0 : -sale.discountTotal)}
        </Text>
      </div>
      <div>
        <Text component="dt" size="sm" c="dimmed">
          {t(settings.pricesIncludeTax ? "terminal.total.taxIncluded" : "terminal.total.taxAdded")}
        </Text>
        <Text component="dd" size="sm" className="figures">
          {money(sale?.taxTotal ?? 0)}
        </Text>
      </div>
      <div>
        <Text component="dt" fw={650} size="lg">
          {t("terminal.total.total")}
        </Text>
        <Text component="dd" fw={700} fz={26} lh={1.1} className="figures" data-testid="total">
          {money(sale?.total ?? 0)}
        </Text>
      </div>
    </dl>
  );
}

"use client";

import { useI18n } from "@pos/web/i18n/provider.tsx";
import type { Settings } from "../settings.ts";
import { useCounter } from "../use-device.tsx";
import { usePrice } from "../use-price.ts";
import classes from "./cart.module.css";
import { useDiscountName } from "./use-discount-name.ts";

/** Its rows are always shown, so that buttons do not move while the user taps. */
export function Totals({ settings }: { readonly settings: Settings }) {
  const { t, format } = useI18n();
  const { cart } = useCounter("cart").state;
  const sale = usePrice()?.sale;
  const discountName = useDiscountName();
  const money = (amount: number) => format.money({ amount, currency: settings.currency });
  return (
    <dl className={classes.totals}>
      <div className={classes.subtotal}>
        <dt>
          {cart.discounts.length === 0
            ? t("terminal.total.discounts")
            : cart.discounts.map((discount) => discountName(discount)).join(", ")}
        </dt>
        <dd className="figures">{money(sale === undefined || sale.discountTotal === 0 ? 0 : -sale.discountTotal)}</dd>
      </div>
      <div className={classes.subtotal}>
        <dt>{t(settings.pricesIncludeTax ? "terminal.total.taxIncluded" : "terminal.total.taxAdded")}</dt>
        <dd className="figures">{money(sale?.taxTotal ?? 0)}</dd>
      </div>
      <div className={classes.total}>
        <dt>{t("terminal.total.total")}</dt>
        <dd className="figures" data-testid="total">
          {money(sale?.total ?? 0)}
        </dd>
      </div>
    </dl>
  );
}

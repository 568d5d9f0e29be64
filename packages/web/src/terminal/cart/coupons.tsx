"use client";

import { ActionIcon, Text } from "@mantine/core";
import { useI18n } from "@pos/web/i18n/provider.tsx";
import { IconX } from "@tabler/icons-react";
import { useCounter } from "../use-device.tsx";
import { usePrice } from "../use-price.ts";
import classes from "./cart.module.css";
import { withoutCoupon } from "./cart.ts";
import { givenOf } from "./price.ts";

/** The coupons of the cart, and of each what it takes off. */
export function Coupons({ isReadOnly }: { readonly isReadOnly: boolean }) {
  const { t, format } = useI18n();
  const { device, state, settings } = useCounter("cart");
  const given = (usePrice()?.sale.lines ?? []).flatMap(givenOf);
  const { couponCodes = [] } = state.cart;
  return couponCodes.map((code) => {
    const saving = given.reduce(
      (sum, { source, id, amount }) => (source === "COUPON" && id === code ? sum + amount : sum),
      0,
    );
    const amount = format.money({ amount: saving === 0 ? 0 : -saving, currency: settings.currency });
    return (
      <div key={code} className={classes.customer} data-testid="coupon">
        <Text size="sm" fw={550} truncate>
          {saving === 0 ? t("coupon.withoutEffect", { code }) : t("coupon.gives", { code, amount })}
        </Text>
        <ActionIcon
          variant="subtle"
          color="gray"
          size={44}
          disabled={isReadOnly}
          aria-label={t("coupon.remove", { code })}
          onClick={() => device.changeCart(withoutCoupon(device.state().cart, code))}
        >
          <IconX size={18} />
        </ActionIcon>
      </div>
    );
  });
}

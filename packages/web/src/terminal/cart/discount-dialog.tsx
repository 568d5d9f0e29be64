"use client";

import { Button } from "@mantine/core";
import { useI18n } from "@pos/web/i18n/provider.tsx";
import { useState } from "react";
import { useCounter } from "../use-device.tsx";
import { CartDialog } from "./cart-dialog.tsx";
import { DiscountFields, discountsOf, type TypedDiscount, typedDiscount } from "./discount-fields.tsx";

/** On all of the cart. */
export function DiscountDialog({ isOpen, onClose }: { readonly isOpen: boolean; readonly onClose: () => void }) {
  return isOpen ? <DiscountForm onClose={onClose} /> : null;
}

function DiscountForm({ onClose }: { readonly onClose: () => void }) {
  const { t, language } = useI18n();
  const { device, state, settings } = useCounter();
  const [given] = state.cart.discounts;
  const [discount, setDiscount] = useState(typedDiscount(given, settings, language));
  const discounts = discountsOf(discount, settings);
  const take = (typed: TypedDiscount) => {
    const chosen = discountsOf(typed, settings);
    if (chosen === undefined) return;
    device.changeCart({ ...device.state().cart, discounts: chosen });
    onClose();
  };
  return (
    <CartDialog
      title={t("terminal.discount.onAll")}
      onClose={onClose}
      onSubmit={() => take(discount)}
      isWrong={discounts === undefined}
      more={
        given !== undefined && (
          <Button variant="subtle" color="red" size="lg" mr="auto" onClick={() => take({ ...discount, text: "" })}>
            {t("counter.discount.remove")}
          </Button>
        )
      }
    >
      <DiscountFields
        value={discount}
        onChange={setDiscount}
        onPreset={take}
        isWrong={discounts === undefined}
        autoFocus
      />
    </CartDialog>
  );
}

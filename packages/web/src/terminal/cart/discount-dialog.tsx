"use client";

import { useI18n } from "@pos/web/i18n/provider.tsx";
import { useState } from "react";
import { useCounter } from "../use-device.tsx";
import { CartDialog } from "./cart-dialog.tsx";
import { DiscountFields, discountsOf, typedDiscount } from "./discount-fields.tsx";

/** On all of the cart. */
export function DiscountDialog({ isOpen, onClose }: { readonly isOpen: boolean; readonly onClose: () => void }) {
  return isOpen ? <DiscountForm onClose={onClose} /> : null;
}

function DiscountForm({ onClose }: { readonly onClose: () => void }) {
  const { t } = useI18n();
  const { device, state, settings } = useCounter();
  const [discount, setDiscount] = useState(typedDiscount(state.cart.discounts[0], settings));
  const discounts = discountsOf(discount, settings);
  const submit = () => {
    if (discounts === undefined) return;
    device.changeCart({ ...device.state().cart, discounts });
    onClose();
  };
  return (
    <CartDialog
      title={t("terminal.discount.onAll")}
      onClose={onClose}
      onSubmit={submit}
      isWrong={discounts === undefined}
    >
      <DiscountFields value={discount} onChange={setDiscount} isWrong={discounts === undefined} autoFocus />
    </CartDialog>
  );
}

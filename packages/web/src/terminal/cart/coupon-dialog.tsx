"use client";

import { TextInput } from "@mantine/core";
import { LIMITS } from "@pos/core/base/limits.ts";
import { cleanCouponCode } from "@pos/core/goods/promotion/model.ts";
import { useI18n } from "@pos/web/i18n/provider.tsx";
import { useState } from "react";
import { promotionsOf } from "../settings.ts";
import { useCounter } from "../use-device.tsx";
import { withCoupon } from "./cart.ts";
import { CartDialog } from "./cart-dialog.tsx";

export function CouponDialog({ isOpen, onClose }: { readonly isOpen: boolean; readonly onClose: () => void }) {
  return isOpen ? <CouponForm onClose={onClose} /> : null;
}

/** The terminal knows all coupons, so an unknown one is refused without the server. */
function CouponForm({ onClose }: { readonly onClose: () => void }) {
  const { t, refusal } = useI18n();
  const { device, settings } = useCounter("settings");
  const [typed, setTyped] = useState("");
  const [isUnknown, setUnknown] = useState(false);
  const code = cleanCouponCode(typed);
  const submit = () => {
    if (!promotionsOf(settings).byCoupon.has(code)) return setUnknown(true);
    device.changeCart(withCoupon(device.state().cart, code));
    onClose();
  };
  return (
    <CartDialog title={t("coupon.title")} onClose={onClose} onSubmit={submit} isWrong={code === ""}>
      <TextInput
        label={t("coupon.code")}
        size="lg"
        data-autofocus
        autoComplete="off"
        autoCapitalize="characters"
        maxLength={LIMITS.codeCharactersMax}
        value={typed}
        error={isUnknown ? refusal({ code: "COUPON_UNKNOWN" }) : undefined}
        onChange={(event) => {
          setTyped(event.currentTarget.value);
          setUnknown(false);
        }}
      />
    </CartDialog>
  );
}

"use client";

import { fromScaled } from "@pos/core/base/decimal.ts";
import { CARD_CODE_BYTES, cleanCardCode, isCardCode, newCardCode } from "@pos/core/selling/stored-value/model.ts";
import { randomBytes } from "@pos/web/clock.ts";
import { NumberTextInput } from "@pos/web/components/number-input.tsx";
import { typedScaled } from "@pos/web/components/typed-number.ts";
import { useI18n } from "@pos/web/i18n/provider.tsx";
import { useState } from "react";
import { type CartLine, selectedIn, withSoldCard } from "../cart/cart.ts";
import { CartDialog } from "../cart/cart-dialog.tsx";
import { digitsOf } from "../settings.ts";
import { useCounter } from "../use-device.tsx";
import { CodeField } from "./code-field.tsx";

interface Closing {
  /** With the key of the line. */
  readonly onAdded?: (key: string) => void;
  readonly onClose: () => void;
}

export function GiftCardDialog({ isOpen, ...closing }: Closing & { readonly isOpen: boolean }) {
  return isOpen ? <GiftCardForm {...closing} /> : null;
}

/** The line that was chosen when it was opened, if it sells a card. */
export function SoldCardDialog({ chosen, onClose }: Closing & { readonly chosen: string | undefined }) {
  const { cart } = useCounter("cart").state;
  const selected = selectedIn(cart, chosen);
  const line = cart.lines.find(({ key }) => key === selected);
  return line?.giftCard === undefined ? null : <GiftCardForm key={line.key} line={line} onClose={onClose} />;
}

/** Sells a new gift card, whose code is made here, or loads one that the customer has. */
function GiftCardForm({ line, onAdded, onClose }: Closing & { readonly line?: CartLine }) {
  const { t, refusal } = useI18n();
  const { device, settings } = useCounter();
  const { currency } = settings;
  const before = line?.giftCard;
  const [typed, setTyped] = useState(before === undefined ? "" : (line?.variant.unitPrice ?? ""));
  const [code, setCode] = useState(before?.isNew ? "" : (before?.code ?? ""));
  const amount = typedScaled(typed, { kind: "money", currency });
  const given = cleanCardCode(code);
  const isCodeWrong = given !== "" && !isCardCode(given);
  const isWrong = amount === undefined || amount <= 0 || isCodeWrong;
  const submit = () => {
    if (amount === undefined || isWrong) return;
    const made = before?.isNew ? before.code : newCardCode(randomBytes(CARD_CODE_BYTES));
    const card = given === "" ? { amount, code: made, isNew: true as const } : { amount, code: given };
    const name = t("giftCards.ending", { lastFour: card.code.slice(-4) });
    const goods = { name, unitPrice: fromScaled(amount, digitsOf(settings)), taxCodeId: "" };
    const key = line?.key ?? crypto.randomUUID();
    device.changeCart(withSoldCard(device.state().cart, key, goods, card));
    onAdded?.(key);
    onClose();
  };
  return (
    <CartDialog title={t("giftCards.sell")} onClose={onClose} onSubmit={submit} isWrong={isWrong}>
      <NumberTextInput
        kind={{ kind: "money", currency }}
        label={t("terminal.pay.amount")}
        size="lg"
        data-autofocus
        required
        value={typed}
        onChange={setTyped}
      />
      <CodeField
        value={code}
        error={isCodeWrong && given.length >= 16 ? refusal({ code: "INVALID_GIFT_CARD" }) : undefined}
        help={t("giftCards.newHelp")}
        onChange={setCode}
      />
    </CartDialog>
  );
}

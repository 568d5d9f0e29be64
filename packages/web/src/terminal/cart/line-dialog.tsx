"use client";

import { Alert, Text } from "@mantine/core";
import { isMeasured } from "@pos/core/base/unit.ts";
import { NumberTextInput } from "@pos/web/components/number-input.tsx";
import { QUANTITY } from "@pos/web/components/typed-number.ts";
import { useI18n } from "@pos/web/i18n/provider.tsx";
import { useState } from "react";
import { useCounter, useTerminalPermission } from "../use-device.tsx";
import { usePrice } from "../use-price.ts";
import { type CartLine, changeLine, quantityOf, selectedIn, withLinePrice, withQuantity } from "./cart.ts";
import { CartDialog } from "./cart-dialog.tsx";
import { DiscountFields, discountsOf, typedDiscount } from "./discount-fields.tsx";
import { PriceFields, useTypedPrice } from "./line-price.tsx";
import { PackChoice } from "./pack-choice.tsx";

/** Of so many, the operator is asked whether they are meant: a slip of the finger, or a scan into the field. */
const HUGE_QUANTITY = 1_000;

/** Of the line that was chosen when it was opened. */
export function LineDialog({ chosen, onClose }: { readonly chosen: string | undefined; readonly onClose: () => void }) {
  const { cart } = useCounter("cart").state;
  const selected = selectedIn(cart, chosen);
  const line = cart.lines.find(({ key }) => key === selected);
  return line === undefined || line.giftCard !== undefined ? null : (
    <LineForm key={`${line.key} ${line.variant.pack?.size}`} line={line} onClose={onClose} />
  );
}

function LineForm({ line, onClose }: { readonly line: CartLine; readonly onClose: () => void }) {
  const { t, format, language } = useI18n();
  const { device, settings } = useCounter();
  const [quantity, setQuantity] = useState(line.quantity);
  const asked = useAskedPrice(line);
  const typedPrice = useTypedPrice(line, asked);
  const [discount, setDiscount] = useState(typedDiscount(line.discounts[0], settings, language));
  const mayPrice = useTerminalPermission()("sale:override-price") || line.isOpen === true;
  const decimal = quantityOf(quantity);
  const { unit = "EACH" } = line.variant;
  const isPriceWrong = mayPrice && (typedPrice.isWrong || typedPrice.isReasonMissing);
  const discounts = discountsOf(discount, settings);
  const [isMeant, setMeant] = useState(false);
  const isHuge = decimal !== undefined && Number(decimal) >= HUGE_QUANTITY && decimal !== line.quantity;
  const submit = (typed = discount) => {
    setDiscount(typed);
    const given = discountsOf(typed, settings);
    if (decimal === undefined || given === undefined || isPriceWrong) return;
    if (isHuge && !isMeant) return setMeant(true);
    const { cart } = device.state();
    const changed = changeLine(cart, line.key, (old) => ({ ...withQuantity(old, decimal), discounts: given }));
    const { unitPrice, reason } = typedPrice;
    device.changeCart(withLinePrice(changed, line.key, unitPrice, { reason, asked }));
    onClose();
  };
  return (
    <CartDialog
      title={line.variant.name}
      onClose={onClose}
      onSubmit={() => submit()}
      isWrong={decimal === undefined || discounts === undefined || isPriceWrong}
    >
      <Text size="sm" c="dimmed">
        {line.isOpen ? "" : `${line.variant.sku} · `}
        {format.priceOfUnit({ price: asked, currency: settings.currency, unit })}
      </Text>
      <PackChoice line={line} />
      <NumberTextInput
        kind={QUANTITY}
        label={isMeasured(unit) ? t(`unit.${unit}`) : t("terminal.line.quantity")}
        size="lg"
        data-autofocus
        onFocus={(event) => event.currentTarget.select()}
        error={decimal === undefined ? t("terminal.line.quantityWrong") : undefined}
        value={quantity}
        onChange={(text) => {
          setQuantity(text);
          setMeant(false);
        }}
      />
      {isHuge && isMeant && <HugeQuantity quantity={decimal} name={line.variant.name} />}
      {mayPrice && <PriceFields typed={typedPrice} />}
      <DiscountFields value={discount} onChange={setDiscount} onPreset={submit} isWrong={discounts === undefined} />
    </CartDialog>
  );
}

/** What a price list or the catalogue asks for. */
function useAskedPrice(line: CartLine): string {
  const { cart } = useCounter("cart").state;
  const priced = usePrice()?.sale.lines[cart.lines.findIndex(({ key }) => key === line.key)];
  return line.unitPrice === undefined && priced !== undefined ? priced.unitPrice : line.variant.unitPrice;
}

/** Shown once Apply was pressed: it has to be pressed again. */
function HugeQuantity({ quantity, name }: { readonly quantity: string; readonly name: string }) {
  const { t, format } = useI18n();
  return (
    <Alert color="orange" variant="light" p="sm" role="alert">
      {t("counter.line.huge", { quantity: format.decimal(quantity), name })}
    </Alert>
  );
}

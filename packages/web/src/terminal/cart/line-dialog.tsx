"use client";

import { Text } from "@mantine/core";
import { parsePrice } from "@pos/core/goods/catalog/model.ts";
import { FractionSwitch, NumberTextInput } from "@pos/web/components/number-input.tsx";
import { isFraction, QUANTITY, typedDecimal } from "@pos/web/components/typed-number.ts";
import { useI18n } from "@pos/web/i18n/provider.tsx";
import { useState } from "react";
import { useCounter, useTerminalPermission } from "../use-device.tsx";
import { type CartLine, changeLine, quantityOf, withLinePrice } from "./cart.ts";
import { CartDialog } from "./cart-dialog.tsx";
import { DiscountFields, discountsOf, typedDiscount } from "./discount-fields.tsx";
import { priceOf } from "./price.ts";

/** @param lineKey undefined: closed */
export function LineDialog({
  lineKey,
  onClose,
}: {
  readonly lineKey: string | undefined;
  readonly onClose: () => void;
}) {
  const { state } = useCounter();
  const line = state.cart.lines.find(({ key }) => key === lineKey);
  return line === undefined ? null : <LineForm key={line.key} line={line} onClose={onClose} />;
}

function LineForm({ line, onClose }: { readonly line: CartLine; readonly onClose: () => void }) {
  const { t, format } = useI18n();
  const { device, settings } = useCounter();
  const isPermitted = useTerminalPermission();
  const [quantity, setQuantity] = useState(line.quantity);
  const [price, setPrice] = useState(priceOf(line));
  const [discount, setDiscount] = useState(typedDiscount(line.discounts[0], settings));
  const mayPrice = line.isOpen === true || isPermitted("sale:override-price");
  const decimal = quantityOf(quantity);
  const { currency } = settings;
  const [hasFractions, setFractions] = useState(isFraction(priceOf(line), currency));
  const priceKind = { kind: "money", currency, hasFractions } as const;
  const unitPrice = typedDecimal(price, priceKind);
  const isPriceWrong = unitPrice === undefined || parsePrice(unitPrice) === undefined;
  const discounts = discountsOf(discount, settings);
  const submit = () => {
    if (decimal === undefined || discounts === undefined || isPriceWrong) return;
    const { cart } = device.state();
    const changed = changeLine(cart, line.key, (old) => ({ ...old, quantity: decimal, discounts }));
    device.changeCart(withLinePrice(changed, line.key, unitPrice));
    onClose();
  };
  return (
    <CartDialog
      title={line.variant.name}
      onClose={onClose}
      onSubmit={submit}
      isWrong={decimal === undefined || discounts === undefined || isPriceWrong}
    >
      <Text size="sm" c="dimmed">
        {line.isOpen ? "" : `${line.variant.sku} · `}
        {format.unitPrice({ price: line.variant.unitPrice, currency: settings.currency })}
      </Text>
      <NumberTextInput
        kind={QUANTITY}
        label={t("terminal.line.quantity")}
        size="lg"
        data-autofocus
        onFocus={(event) => event.currentTarget.select()}
        error={decimal === undefined ? t("terminal.line.quantityWrong") : undefined}
        value={quantity}
        onChange={setQuantity}
      />
      {mayPrice && (
        <>
          <NumberTextInput
            kind={priceKind}
            label={t("terminal.line.price")}
            size="lg"
            error={isPriceWrong ? t("terminal.line.priceWrong") : undefined}
            value={price}
            onChange={setPrice}
          />
          <FractionSwitch currency={currency} isOn={hasFractions} onChange={setFractions} />
        </>
      )}
      <DiscountFields value={discount} onChange={setDiscount} isWrong={discounts === undefined} />
    </CartDialog>
  );
}

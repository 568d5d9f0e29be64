"use client";

import { parsePrice } from "@pos/core/goods/catalog/model.ts";
import { FractionSwitch, NumberTextInput } from "@pos/web/components/number-input.tsx";
import { isFraction, typedDecimal } from "@pos/web/components/typed-number.ts";
import { useI18n } from "@pos/web/i18n/provider.tsx";
import { useState } from "react";
import { useCounter } from "../use-device.tsx";
import type { CartLine } from "./cart.ts";
import { cleanReason, ReasonField } from "./discount-fields.tsx";

/**
 * The price of a line as it is being typed, and why it is another than the shop's.
 * @param asked what a price list or the catalogue asks for
 */
export function useTypedPrice(line: CartLine, asked: string) {
  const { currency, overrideNeedsReason = false } = useCounter("settings").settings;
  const [price, setPrice] = useState(line.unitPrice ?? asked);
  const [hasFractions, setFractions] = useState(isFraction(line.unitPrice ?? asked, currency));
  const [typedReason, setReason] = useState(line.priceReason ?? "");
  const kind = { kind: "money", currency, hasFractions } as const;
  const unitPrice = typedDecimal(price, kind);
  const isWrong = unitPrice === undefined || parsePrice(unitPrice) === undefined;
  const isOverride = !isWrong && unitPrice !== asked && line.isOpen !== true;
  const reason = isOverride ? cleanReason(typedReason) : "";
  return {
    ...{ kind, price, setPrice, setFractions, unitPrice, isWrong, typedReason, setReason, reason },
    ...{ isOverride, isReasonNeeded: overrideNeedsReason },
    isReasonMissing: isOverride && overrideNeedsReason && reason === "",
  };
}

export function PriceFields({ typed }: { readonly typed: ReturnType<typeof useTypedPrice> }) {
  const { t } = useI18n();
  const { kind, price, setPrice, setFractions, isWrong, isOverride, isReasonNeeded, typedReason, setReason } = typed;
  return (
    <>
      <NumberTextInput
        kind={kind}
        label={t("terminal.line.price")}
        size="lg"
        onFocus={(event) => event.currentTarget.select()}
        error={isWrong ? t("terminal.line.priceWrong") : undefined}
        value={price}
        onChange={setPrice}
      />
      <FractionSwitch currency={kind.currency} isOn={kind.hasFractions} onChange={setFractions} />
      {isOverride && <ReasonField value={typedReason} onChange={setReason} isRequired={isReasonNeeded} />}
    </>
  );
}

"use client";

import { Select, TextInput } from "@mantine/core";
import { LIMITS } from "@pos/core/base/limits.ts";
import { parsePrice } from "@pos/core/goods/catalog/model.ts";
import { FractionSwitch, NumberTextInput } from "@pos/web/components/number-input.tsx";
import { taxLabel } from "@pos/web/components/tax-label.ts";
import { typedDecimal } from "@pos/web/components/typed-number.ts";
import { useI18n } from "@pos/web/i18n/provider.tsx";
import { useState } from "react";
import { useCounter } from "../use-device.tsx";
import { addOpenLine } from "./cart.ts";
import { CartDialog } from "./cart-dialog.tsx";

interface Closing {
  /** With the key of the new line. */
  readonly onAdded: (key: string) => void;
  readonly onClose: () => void;
}

export function OpenLineDialog({ isOpen, ...closing }: Closing & { readonly isOpen: boolean }) {
  return isOpen ? <OpenLineForm {...closing} /> : null;
}

/** Goods that are not in the catalogue: what they are, what they cost, and how they are taxed. */
function OpenLineForm({ onAdded, onClose }: Closing) {
  const { t, format } = useI18n();
  const { device, settings } = useCounter();
  const { currency, taxCodes, defaultTaxCodeId } = settings;
  const [name, setName] = useState("");
  const [price, setPrice] = useState("");
  const [taxCodeId, setTaxCodeId] = useState(defaultTaxCodeId);
  const [hasFractions, setFractions] = useState(false);
  const kind = { kind: "money", currency, hasFractions } as const;
  const unitPrice = typedDecimal(price, kind);
  const isWrong = name.trim() === "" || unitPrice === undefined || parsePrice(unitPrice) === undefined;
  const submit = () => {
    if (unitPrice === undefined || isWrong) return;
    // A description is one line: the contract takes no control characters.
    const goods = { name: name.trim().replace(/\s+/g, " "), unitPrice, taxCodeId };
    const key = crypto.randomUUID();
    device.changeCart(addOpenLine(device.state().cart, goods, key));
    onAdded(key);
    onClose();
  };
  return (
    <CartDialog title={t("terminal.open.title")} onClose={onClose} onSubmit={submit} isWrong={isWrong}>
      <TextInput
        label={t("terminal.open.name")}
        size="lg"
        autoComplete="off"
        data-autofocus
        required
        maxLength={LIMITS.nameCharactersMax}
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <NumberTextInput
        kind={kind}
        label={t("terminal.line.price")}
        size="lg"
        required
        value={price}
        onChange={setPrice}
      />
      <FractionSwitch currency={currency} isOn={hasFractions} onChange={setFractions} />
      <Select
        label={t("terminal.open.taxCode")}
        size="lg"
        allowDeselect={false}
        data={taxCodes.map((code) => ({ value: code.id, label: taxLabel(code, format) }))}
        value={taxCodeId}
        onChange={(chosen) => setTaxCodeId(chosen ?? defaultTaxCodeId)}
      />
    </CartDialog>
  );
}

"use client";

import { Group, Text } from "@mantine/core";
import { extendPrice } from "@pos/core/base/money.ts";
import { formatQuantity } from "@pos/core/base/quantity.ts";
import type { Unit } from "@pos/core/base/unit.ts";
import { parsePrice } from "@pos/core/goods/catalog/model.ts";
import { NumberTextInput } from "@pos/web/components/number-input.tsx";
import { QUANTITY, typedScaled } from "@pos/web/components/typed-number.ts";
import { useI18n } from "@pos/web/i18n/provider.tsx";
import { useState } from "react";
import { Pad } from "../pad.tsx";
import { digitsOf } from "../settings.ts";
import { useCounter } from "../use-device.tsx";
import { CartDialog } from "./cart-dialog.tsx";

interface Weighing {
  readonly article: {
    readonly title: string;
    readonly unitPrice: string;
    readonly unit?: Unit;
    readonly tare?: string;
  };
  /** With what the goods weigh without their package, and what that weighs. */
  readonly onWeighed: (quantity: string, tare: string | undefined) => void;
  readonly onClose: () => void;
}

const KEYS = ["1", "2", "3", "4", "5", "6", "7", "8", "9", ".", "0", "back"];

/** What the scale shows, less the package: nothing of either is guessed. */
export function WeighDialog({ article, onWeighed, onClose }: Weighing) {
  const { t, format } = useI18n();
  const { settings } = useCounter("settings");
  const { currency } = settings;
  const { unit = "EACH", title, unitPrice } = article;
  const [weight, setWeight] = useState("");
  const [tare, setTare] = useState(article.tare ?? "");
  const [gross, off] = [typedScaled(weight, QUANTITY), tare.trim() === "" ? 0 : typedScaled(tare, QUANTITY)];
  const net = gross === undefined || off === undefined || off < 0 ? undefined : gross - off;
  const isWrong = net === undefined || net <= 0;
  const shown = { quantity: formatQuantity(isWrong ? 0 : net), unit };
  const amount = extendPrice(parsePrice(unitPrice) ?? 0, isWrong ? 0 : net, digitsOf(settings));
  return (
    <CartDialog
      title={title}
      onClose={onClose}
      onSubmit={() => onWeighed(shown.quantity, off ? formatQuantity(off) : undefined)}
      isWrong={isWrong}
    >
      <Group grow align="flex-start">
        <NumberTextInput
          kind={QUANTITY}
          label={t(`unit.${unit}`)}
          size="lg"
          data-autofocus
          value={weight}
          onChange={setWeight}
        />
        <NumberTextInput kind={QUANTITY} label={t("counter.weigh.tare")} size="lg" value={tare} onChange={setTare} />
      </Group>
      <Text
        fz={22}
        fw={650}
        className="figures"
        c={isWrong ? "dimmed" : "var(--mantine-color-text)"}
        data-testid="weighed"
      >
        {t("counter.weigh.net", {
          quantity: format.quantity(shown),
          price: format.priceOfUnit({ price: unitPrice, currency, unit }),
          amount: format.money({ amount, currency }),
        })}
      </Text>
      <Pad
        keys={KEYS}
        onPress={(key) => setWeight((before) => (key === "back" ? before.slice(0, -1) : before + key))}
      />
    </CartDialog>
  );
}

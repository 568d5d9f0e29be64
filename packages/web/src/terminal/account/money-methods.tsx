"use client";

import { Button, Group } from "@mantine/core";
import { useI18n } from "@pos/web/i18n/provider.tsx";

const METHODS = ["CASH", "CARD", "QR_CODE", "OTHER"] as const;

/** Money that a customer pays or gets back outside a sale. */
export type MoneyMethod = (typeof METHODS)[number];

export function MoneyMethods({
  chosen,
  onChoose,
}: {
  readonly chosen: MoneyMethod;
  readonly onChoose: (method: MoneyMethod) => void;
}) {
  const { t, code } = useI18n();
  return (
    <Group gap="xs" role="radiogroup" aria-label={t("terminal.pay.method")}>
      {METHODS.map((one) => (
        <Button
          key={one}
          role="radio"
          aria-checked={chosen === one}
          variant={chosen === one ? "filled" : "default"}
          size="lg"
          onClick={() => onChoose(one)}
        >
          {code("method", one)}
        </Button>
      ))}
    </Group>
  );
}

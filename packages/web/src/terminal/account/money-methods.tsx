"use client";

import { Button, Group } from "@mantine/core";
import { methodName } from "@pos/web/components/method-name.ts";
import { useI18n } from "@pos/web/i18n/provider.tsx";
import { isSameWay, ownWays } from "../payment/ways.ts";
import { useCounter } from "../use-device.tsx";
import { MONEY_METHODS, type MoneyMethod, type MoneyWay } from "./money-way.ts";

const KINDS: readonly MoneyWay[] = MONEY_METHODS.map((method) => ({ method }));

interface Chosen<Way> {
  readonly chosen: Way;
  readonly onChoose: (way: Way) => void;
}

export function MoneyMethods({ chosen, onChoose }: Chosen<MoneyMethod>) {
  return <Choice ways={KINDS} chosen={{ method: chosen }} onChoose={({ method }) => onChoose(method)} />;
}

/** With the merchant's own. */
export function MoneyWays(props: Chosen<MoneyWay>) {
  const { settings } = useCounter("settings");
  return <Choice ways={[...KINDS, ...ownWays(settings)]} {...props} />;
}

function Choice({ ways, chosen, onChoose }: Chosen<MoneyWay> & { readonly ways: readonly MoneyWay[] }) {
  const i18n = useI18n();
  return (
    <Group gap="xs" role="radiogroup" aria-label={i18n.t("terminal.pay.method")}>
      {ways.map((one) => (
        <Button
          key={one.methodId ?? one.method}
          role="radio"
          aria-checked={isSameWay(chosen, one)}
          variant={isSameWay(chosen, one) ? "filled" : "default"}
          size="lg"
          onClick={() => onChoose(one)}
        >
          {methodName(i18n, one)}
        </Button>
      ))}
    </Group>
  );
}

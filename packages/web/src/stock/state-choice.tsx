"use client";

import { SegmentedControl } from "@mantine/core";
import type { Address } from "@pos/web/components/use-address.ts";
import { useI18n } from "@pos/web/i18n/provider.tsx";
import type { STOCK_STATES, StockAddress } from "./address.ts";

type State = (typeof STOCK_STATES)[number];

/** Which levels are listed. */
export function StateChoice({
  address,
  states,
}: {
  readonly address: Address<StockAddress>;
  readonly states: readonly State[];
}) {
  const { t } = useI18n();
  return (
    <SegmentedControl
      aria-label={t("stock.stateLabel")}
      value={states.find((state) => state === address.state.state) ?? "TRACKED"}
      onChange={(value) => address.set({ state: states.find((state) => state === value) ?? null })}
      data={states.map((value) => ({ value, label: t(`stock.state.${value}`) }))}
    />
  );
}

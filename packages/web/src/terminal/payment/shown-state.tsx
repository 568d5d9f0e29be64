import { SegmentedControl } from "@mantine/core";
import { useI18n } from "@pos/web/i18n/provider.tsx";

/** What a device shows of a payment while its customer is at the counter. */
export type ShownState = "CAPTURED" | "PENDING" | "UNKNOWN";

const STATES = [
  ["CAPTURED", "outcome.paid"],
  ["PENDING", "outcome.waiting"],
  ["UNKNOWN", "outcome.unsure"],
] as const;

/** Paid, unless the operator states something else: that takes no touch more. */
export function ShownStateChoice({
  value,
  onChange,
}: {
  readonly value: ShownState;
  readonly onChange: (state: ShownState) => void;
}) {
  const { t } = useI18n();
  return (
    <SegmentedControl
      aria-label={t("outcome.choose")}
      size="md"
      fullWidth
      data={STATES.map(([state, label]) => ({ value: state, label: t(label) }))}
      value={value}
      onChange={(chosen) => onChange(STATES.find(([state]) => state === chosen)?.[0] ?? "CAPTURED")}
    />
  );
}

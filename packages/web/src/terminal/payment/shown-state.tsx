import { Button, Group } from "@mantine/core";
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
    <Group gap={6} role="radiogroup" aria-label={t("outcome.choose")}>
      {STATES.map(([state, label]) => (
        <Button
          key={state}
          role="radio"
          aria-checked={state === value}
          variant={state === value ? "light" : "default"}
          size="sm"
          mih={44}
          onClick={() => onChange(state)}
        >
          {t(label)}
        </Button>
      ))}
    </Group>
  );
}

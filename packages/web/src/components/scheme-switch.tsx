"use client";

import { SegmentedControl, useMantineColorScheme } from "@mantine/core";
import { useI18n } from "@pos/web/i18n/provider.tsx";

export function SchemeSwitch() {
  const { t } = useI18n();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  return (
    <SegmentedControl
      fullWidth
      size="xs"
      aria-label={t("settings.scheme")}
      value={colorScheme}
      data={(["light", "dark", "auto"] as const).map((value) => ({ value, label: t(`settings.${value}`) }))}
      onChange={(value) => setColorScheme(value as "light" | "dark" | "auto")}
    />
  );
}

"use client";

import { Alert, type MantineSpacing } from "@mantine/core";
import { useI18n } from "@pos/web/i18n/provider.tsx";
import { IconAlertTriangle } from "@tabler/icons-react";
import { useEffect, useState } from "react";

/** Whether the server has a disk of its own: on AWS it has none. */
declare const HAS_DISK: boolean;

const ASK_MILLISECONDS = 30_000;

/** States on every screen that the server's disk is almost full. */
export function StorageNotice({ mb = 0 }: { readonly mb?: MantineSpacing }) {
  const { t } = useI18n();
  if (!useIsStorageLow()) return null;
  return (
    <Alert
      // White text needs this dark a red in both colour schemes.
      color="red.9"
      variant="filled"
      radius={0}
      mb={mb}
      role="alert"
      icon={<IconAlertTriangle aria-hidden="true" />}
      title={t("storage.low")}
      data-testid="storage-low"
      // The counter is a grid that it spans; elsewhere this has no effect.
      style={{ gridColumn: "1 / -1" }}
    >
      {t("storage.lowText")}
    </Alert>
  );
}

function useIsStorageLow(): boolean {
  const [isLow, setLow] = useState(false);
  useEffect(() => {
    if (!HAS_DISK) return;
    let isOver = false;
    const ask = async () => {
      // Without an answer nothing is known: what was shown stays.
      const answer = await fetch("/health", { cache: "no-store" }).catch(() => undefined);
      const found: unknown = answer?.ok ? await answer.json().catch(() => undefined) : undefined;
      if (isOver || typeof found !== "object" || found === null) return;
      setLow("disk" in found && found.disk === "low");
    };
    void ask();
    const timer = setInterval(() => void ask(), ASK_MILLISECONDS);
    return () => {
      isOver = true;
      clearInterval(timer);
    };
  }, []);
  return isLow;
}

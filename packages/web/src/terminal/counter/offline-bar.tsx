"use client";

import { useI18n } from "@pos/web/i18n/provider.tsx";
import { IconCloudOff } from "@tabler/icons-react";
import { useEffect, useState } from "react";
import classes from "../terminal.module.css";
import { useCounter, useDeviceValue } from "../use-device.tsx";
import { useOffline } from "../use-offline.ts";

/** While the server is away: that selling goes on, and how much waits to be sent. */
export function OfflineBar() {
  const { t, format } = useI18n();
  const { device, settings } = useCounter("settings");
  const unsent = useDeviceValue(({ status }) => status.unsent);
  const isOffline = useOffline();
  const [amount, setAmount] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another sale waits, or one fewer.
  useEffect(() => {
    if (!isOffline) return;
    let isOver = false;
    void device
      .outbox()
      .waiting()
      .then(({ total }) => {
        if (!isOver) setAmount(total);
      });
    return () => {
      isOver = true;
    };
  }, [device, isOffline, unsent]);
  return (
    <div role="status" className={classes.offline} hidden={!isOffline} data-testid="offline">
      {isOffline && (
        <>
          <IconCloudOff size={20} aria-hidden="true" />
          <span>
            <strong>{t("counter.offline.title")}</strong> {t("counter.offline.text")}
          </span>
          {unsent > 0 && (
            <strong className="figures">
              {t("counter.offline.waiting", {
                count: unsent,
                amount: format.money({ amount, currency: settings.currency }),
              })}
            </strong>
          )}
        </>
      )}
    </div>
  );
}

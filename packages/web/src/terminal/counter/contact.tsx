"use client";

import { Badge } from "@mantine/core";
import { useI18n } from "@pos/web/i18n/provider.tsx";
import classes from "../terminal.module.css";
import { useDeviceValue } from "../use-device.tsx";
import { useOffline } from "../use-offline.ts";

const COLORS = { there: "pine", lost: "red", unknown: "yellow" } as const;

/** Whether the server answers: as the last request found it, and at once when the network goes. */
export function Contact() {
  const { t } = useI18n();
  const isUnknown = useDeviceValue(({ status }) => status.contact === "unknown");
  const shown = useOffline() ? "lost" : isUnknown ? "unknown" : "there";
  return (
    <Badge
      variant="dot"
      color={COLORS[shown]}
      size="lg"
      role="status"
      tt="none"
      fw={500}
      className={classes.contact}
      data-contact={shown}
    >
      {t(`terminal.contact.${shown}`)}
    </Badge>
  );
}

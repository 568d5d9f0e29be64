"use client";

import { Badge } from "@mantine/core";
import { useNetwork } from "@mantine/hooks";
import { useI18n } from "@pos/web/i18n/provider.tsx";
import classes from "../terminal.module.css";
import { useCounter } from "../use-device.tsx";

const COLORS = { there: "pine", lost: "red", unknown: "yellow" } as const;

/** Whether the server answers: as the last request found it, and at once when the network goes. */
export function Contact() {
  const { t } = useI18n();
  const { state } = useCounter();
  const { online } = useNetwork();
  const { contact } = state.status;
  const shown = !online || contact === "lost" || contact === "unpaired" ? "lost" : contact;
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
      <span className={classes.wide}>{t(`terminal.contact.${shown}`)}</span>
    </Badge>
  );
}

"use client";

import { Button } from "@mantine/core";
import { useI18n } from "@pos/web/i18n/provider.tsx";
import { IconPlayerPause } from "@tabler/icons-react";
import { memo } from "react";
import classes from "../terminal.module.css";
import { useTerminalPermission } from "../use-device.tsx";
import { useParked } from "./use-parked.ts";

/** How many sales wait at the location; opens the list. */
export const ParkedButton = memo(function ParkedButtonOfHeader({
  onOpen,
}: {
  readonly onOpen: (dialog: "parked") => void;
}) {
  const { t } = useI18n();
  const isPermitted = useTerminalPermission();
  const count = useParked()?.length ?? 0;
  if (!isPermitted("sale:park")) return null;
  return (
    <Button
      variant={count > 0 ? "light" : "default"}
      size="md"
      className={classes.touch}
      leftSection={<IconPlayerPause size={18} aria-hidden="true" />}
      aria-label={count > 0 ? t("terminal.park.count", { count }) : t("terminal.park.list")}
      onClick={() => onOpen("parked")}
    >
      <span data-testid="parked-count">{count > 0 ? count : ""}</span>
    </Button>
  );
});

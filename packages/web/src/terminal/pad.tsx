"use client";

import { Button } from "@mantine/core";
import { useI18n } from "@pos/web/i18n/provider.tsx";
import { IconArrowRight, IconBackspace } from "@tabler/icons-react";
import classes from "./terminal.module.css";

/** Keys for fingers. They take no focus, so that a keyboard goes on where it was. */
export function Pad({
  keys,
  onPress,
  isDisabled = false,
  enterLabel,
}: {
  /** Digits, a point, "back" and "enter". */
  readonly keys: readonly string[];
  readonly onPress: (key: string) => void;
  readonly isDisabled?: boolean;
  readonly enterLabel?: string;
}) {
  const { t } = useI18n();
  return (
    <div className={classes.pad}>
      {keys.map((key) => (
        <Button
          key={key}
          variant={key === "enter" ? "filled" : "default"}
          size="xl"
          className={classes.key}
          disabled={isDisabled}
          onPointerDown={(event) => event.preventDefault()}
          onClick={() => onPress(key)}
          aria-label={key === "back" ? t("terminal.pad.back") : key === "enter" ? enterLabel : key}
        >
          {key === "back" ? <IconBackspace size={26} /> : key === "enter" ? <IconArrowRight size={26} /> : key}
        </Button>
      ))}
    </div>
  );
}

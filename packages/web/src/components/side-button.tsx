"use client";

import { Button, type ButtonProps } from "@mantine/core";
import type { ReactNode } from "react";
import classes from "./side-button.module.css";

/** What is done with a page now and then, by a known icon: on a phone it takes no more room than that. */
export function SideButton({
  icon,
  children,
  ...props
}: Pick<ButtonProps, "disabled" | "loading"> & {
  readonly icon: ReactNode;
  readonly onClick: () => void;
  readonly children: string;
}) {
  return (
    <Button variant="default" leftSection={icon} className={classes.button ?? ""} {...props}>
      {children}
    </Button>
  );
}

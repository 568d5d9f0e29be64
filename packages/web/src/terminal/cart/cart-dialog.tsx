"use client";

import { Button, Group, Modal, Stack } from "@mantine/core";
import { useI18n } from "@pos/web/i18n/provider.tsx";
import type { FormEvent, ReactNode } from "react";
import classes from "./cart.module.css";

/** A short form about the cart: Enter takes it, Escape leaves it. */
export function CartDialog({
  title,
  onClose,
  onSubmit,
  isWrong = false,
  more,
  children,
}: {
  readonly title: string;
  readonly onClose: () => void;
  readonly onSubmit: () => void;
  readonly isWrong?: boolean;
  readonly more?: ReactNode;
  readonly children: ReactNode;
}) {
  const { t } = useI18n();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    event.stopPropagation();
    if (!isWrong) onSubmit();
  };
  return (
    <Modal
      opened
      onClose={onClose}
      title={title}
      size="md"
      centered
      closeButtonProps={{ "aria-label": t("common.close"), size: 44 }}
      transitionProps={{ duration: 0 }}
    >
      <form onSubmit={submit}>
        <Stack gap="md">
          {children}
          <Group justify="flex-end" gap="sm" className={classes.answer}>
            {more}
            <Button variant="default" size="lg" onClick={onClose}>
              {t("common.cancel")}
            </Button>
            <Button type="submit" size="lg" disabled={isWrong}>
              {t("terminal.take")}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}

"use client";

import { Button, Group, Menu, Stack, Text } from "@mantine/core";
import { useConfirm } from "@pos/web/components/confirm.tsx";
import { SchemeSwitch } from "@pos/web/components/scheme-switch.tsx";
import { StorageNotice } from "@pos/web/components/storage-notice.tsx";
import { useI18n } from "@pos/web/i18n/provider.tsx";
import { LanguageSwitch } from "@pos/web/shell/language.tsx";
import { Mark } from "@pos/web/shell/mark.tsx";
import { IconLock, IconLogout, IconReceipt, IconUnlink, IconUser } from "@tabler/icons-react";
import { useState } from "react";
import classes from "../terminal.module.css";
import { useCounter } from "../use-device.tsx";
import { Contact } from "./contact.tsx";

/** Where this is, whether the server answers, what has not been sent, and who is at it. */
export function Header({ onSales }: { readonly onSales: () => void }) {
  const { t } = useI18n();
  const { settings, state } = useCounter();
  const { unsent, unread } = state.status;
  const attention = state.status.attention + unread.length;
  return (
    <>
      <header className={classes.header}>
        <Group gap={10} wrap="nowrap" miw={0}>
          <Mark />
          <div className={classes.place}>
            <Text fw={650} truncate lh={1.2}>
              {settings.terminal.location.name}
            </Text>
            <Text size="xs" c="dimmed" truncate lh={1.2}>
              {settings.terminal.name}
            </Text>
          </div>
        </Group>
        <Group gap={8} wrap="nowrap">
          <Contact />
          <Button
            variant={attention > 0 ? "filled" : "default"}
            {...(attention > 0 ? { color: "red" } : {})}
            size="md"
            className={classes.touch}
            onClick={onSales}
            leftSection={<IconReceipt size={18} aria-hidden="true" />}
            aria-keyshortcuts="F7"
            aria-label={[
              t("terminal.sales.title"),
              ...(attention > 0 ? [t("terminal.status.attention", { count: attention })] : []),
              ...(unsent > 0 ? [t("terminal.status.unsent", { count: unsent })] : []),
            ].join(", ")}
          >
            <span className={classes.wide}>{t("terminal.sales.title")}&nbsp;</span>
            <span data-testid="unsent">
              {attention > 0
                ? t("terminal.status.attention", { count: attention })
                : unsent > 0
                  ? t("terminal.status.unsent", { count: unsent })
                  : ""}
            </span>
          </Button>
          <OperatorMenu />
        </Group>
      </header>
      <StorageNotice />
    </>
  );
}

function OperatorMenu() {
  const { t } = useI18n();
  const { device, operator, state } = useCounter();
  const confirm = useConfirm();
  const [isOpen, setOpen] = useState(false);
  const unpair = async () => {
    setOpen(false);
    const waits = state.status.unsent + state.status.attention;
    if (waits > 0) {
      await confirm({
        title: t("terminal.unpair.waitsTitle"),
        text: t("terminal.unpair.waits", { count: waits }),
        action: t("common.close"),
      });
      return;
    }
    const question = {
      title: t("terminal.unpair.title"),
      text: t("terminal.unpair.text"),
      action: t("terminal.unpair.action"),
    };
    if (await confirm(question)) await device.unpair();
  };
  return (
    <Menu opened={isOpen} onChange={setOpen} position="bottom-end" width={280} shadow="md" closeOnItemClick>
      <Menu.Target>
        <Button
          variant="default"
          size="md"
          className={classes.touch}
          leftSection={<IconUser size={18} aria-hidden="true" />}
          aria-label={t("terminal.operator", { number: operator.number })}
        >
          {operator.number}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item
          className={classes.touch}
          leftSection={<IconLock size={18} />}
          rightSection={
            <Text size="xs" c="dimmed">
              F10
            </Text>
          }
          onClick={() => void device.lock()}
        >
          {t("terminal.lock")}
        </Menu.Item>
        <Menu.Item
          className={classes.touch}
          leftSection={<IconLogout size={18} />}
          onClick={() => void device.signOut()}
        >
          {t("signOut.action")}
        </Menu.Item>
        <Menu.Divider />
        <Stack gap={8} p={8}>
          <LanguageSwitch fullWidth />
          <SchemeSwitch />
        </Stack>
        <Menu.Divider />
        <Menu.Item
          className={classes.touch}
          color="red"
          leftSection={<IconUnlink size={18} />}
          onClick={() => void unpair()}
        >
          {t("terminal.unpair.action")}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}

"use client";

import { Button, Group, Menu, Stack, Switch, Text } from "@mantine/core";
import { useLocalStorage } from "@mantine/hooks";
import { useConfirm } from "@pos/web/components/confirm.tsx";
import { SchemeSwitch } from "@pos/web/components/scheme-switch.tsx";
import { StorageNotice } from "@pos/web/components/storage-notice.tsx";
import { useI18n } from "@pos/web/i18n/provider.tsx";
import { LanguageSwitch } from "@pos/web/shell/language.tsx";
import { Mark } from "@pos/web/shell/mark.tsx";
import { IconCash, IconLock, IconLogout, IconReceipt, IconUnlink, IconUser } from "@tabler/icons-react";
import { memo, useState } from "react";
import { takenOf } from "../cart/cart.ts";
import { ParkedButton } from "../parked/parked-button.tsx";
import classes from "../terminal.module.css";
import { useCounter, useDeviceActions, useDeviceValue, useTerminalPermission } from "../use-device.tsx";
import { useOffline } from "../use-offline.ts";
import { Contact } from "./contact.tsx";
import { LastChange } from "./last-change.tsx";
import { OfflineBar } from "./offline-bar.tsx";
import { SOUND_SETTING } from "./sound.ts";

/** Where this is, whether the server answers, what has not been sent, and who is at it. */
export const Header = memo(function HeaderOfCounter({
  onOpen,
  isSelling,
}: {
  readonly onOpen: (dialog: "sales" | "parked" | "account") => void;
  /** Goods are being added: neither paid nor done. */
  readonly isSelling: boolean;
}) {
  const { settings } = useCounter("settings");
  return (
    <div className={classes.head}>
      <OfflineBar />
      <header className={classes.header}>
        <Group gap={10} wrap="nowrap" miw={0}>
          <span className={classes.mark}>
            <Mark />
          </span>
          <div className={classes.place}>
            <Text fw={650} truncate lh={1.2}>
              {settings.terminal.location.name}
            </Text>
            <Text size="xs" c="dimmed" truncate lh={1.2}>
              {settings.terminal.name}
            </Text>
          </div>
        </Group>
        {isSelling && <LastChange />}
        <Group gap={8} wrap="nowrap" className={classes.headButtons ?? ""}>
          <Contact />
          <ParkedButton onOpen={onOpen} />
          <SalesButton onOpen={onOpen} />
          <OperatorMenu onOpen={onOpen} />
        </Group>
      </header>
      <StorageNotice />
    </div>
  );
});

/** What was sold here, and how much of it waits or needs a person. */
const SalesButton = memo(function SalesButtonOfHeader({ onOpen }: { readonly onOpen: (dialog: "sales") => void }) {
  const { t } = useI18n();
  const unsent = useDeviceValue(({ status }) => status.unsent);
  const attention = useDeviceValue(({ status }) => status.attention + status.unread.length);
  const needed = attention > 0 ? [t("terminal.status.attention", { count: attention })] : [];
  const waiting = unsent > 0 ? [t("terminal.status.unsent", { count: unsent })] : [];
  const [shown = ""] = [...needed, ...waiting];
  return (
    <Button
      variant={attention > 0 ? "filled" : "default"}
      {...(attention > 0 ? { color: "red" } : {})}
      size="md"
      className={classes.touch}
      onClick={() => onOpen("sales")}
      leftSection={<IconReceipt size={18} aria-hidden="true" />}
      aria-keyshortcuts="F7"
      aria-label={[t("terminal.sales.title"), ...needed, ...waiting].join(", ")}
    >
      <span className={classes.wide}>{t("terminal.sales.title")}&nbsp;</span>
      <span data-testid="unsent">{shown}</span>
    </Button>
  );
});

const OperatorMenu = memo(function OperatorMenuOfHeader({ onOpen }: { readonly onOpen: (dialog: "account") => void }) {
  const { t } = useI18n();
  const { device, operator } = useCounter("operator");
  const isPermitted = useTerminalPermission();
  const [isOpen, setOpen] = useState(false);
  const unpair = useUnpair();
  const name = operator.name ?? operator.number;
  return (
    <Menu opened={isOpen} onChange={setOpen} position="bottom-end" width={280} shadow="md" closeOnItemClick>
      <Menu.Target>
        <Button
          variant="default"
          size="md"
          className={classes.touch}
          leftSection={<IconUser size={18} aria-hidden="true" />}
          aria-label={t("terminal.operator", { name })}
        >
          <Text span inherit truncate maw={160} className={classes.wide}>
            {name}
          </Text>
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label hiddenFrom="sm">{name}</Menu.Label>
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
          {t("terminal.signIn.other")}
        </Menu.Item>
        <CustomerPaymentItem onOpen={onOpen} />
        <Menu.Divider />
        <Switches />
        {isPermitted("terminal:unpair") && (
          <>
            <Menu.Divider />
            <Menu.Item
              className={classes.touch}
              color="red"
              leftSection={<IconUnlink size={18} />}
              onClick={() => {
                setOpen(false);
                void unpair();
              }}
            >
              {t("terminal.unpair.action")}
            </Menu.Item>
          </>
        )}
      </Menu.Dropdown>
    </Menu>
  );
});

/** Takes what a customer owes. */
function CustomerPaymentItem({ onOpen }: { readonly onOpen: (dialog: "account") => void }) {
  const { t } = useI18n();
  const isPermitted = useTerminalPermission();
  if (!isPermitted("customer-payment:create") || !isPermitted("customer:serve")) return null;
  return (
    <Menu.Item className={classes.touch} leftSection={<IconCash size={18} />} onClick={() => onOpen("account")}>
      {t("terminal.account.action")}
    </Menu.Item>
  );
}

/** What each device has for itself: language, colours, sound. */
function Switches() {
  const { t } = useI18n();
  const [sound, setSound] = useLocalStorage<"on" | "off">({ key: SOUND_SETTING, defaultValue: "on" });
  return (
    <Stack gap={8} p={8} className={classes.switches}>
      <LanguageSwitch fullWidth isDisabled={useOffline()} />
      <SchemeSwitch />
      <Switch
        size="md"
        label={t("counter.sound")}
        checked={sound !== "off"}
        onChange={(event) => setSound(event.currentTarget.checked ? "on" : "off")}
      />
    </Stack>
  );
}

/** Asks before it takes the terminal from this device, and explains what is in the way. */
function useUnpair(): () => Promise<void> {
  const { t } = useI18n();
  const device = useDeviceActions();
  const confirm = useConfirm();
  return async () => {
    const { status, cart } = device.state();
    const waits = status.unsent + status.attention;
    const isPaid = takenOf(cart).length > 0;
    if (isPaid || waits > 0) {
      const text = isPaid ? t("counter.unpairPaid") : t("terminal.unpair.waits", { count: waits });
      await confirm({ title: t("terminal.unpair.waitsTitle"), text, action: t("common.close") });
      return;
    }
    const question = {
      title: t("terminal.unpair.title"),
      text: t("terminal.unpair.text"),
      action: t("terminal.unpair.action"),
    };
    if (await confirm(question)) await device.unpair();
  };
}

"use client";

import { Avatar, Button, Divider, Group, Popover, Stack, Text } from "@mantine/core";
import { AppLink } from "@pos/web/components/app-link.tsx";
import { mayLeave } from "@pos/web/components/leaving.ts";
import { SchemeSwitch } from "@pos/web/components/scheme-switch.tsx";
import { useI18n } from "@pos/web/i18n/provider.tsx";
import { useSession } from "@pos/web/session/session.tsx";
import { useSignOut } from "@pos/web/session/sign-out.ts";
import { IconLogout, IconUser } from "@tabler/icons-react";
import { AccountButton } from "./account-button.tsx";
import { LanguageSwitch } from "./language.tsx";

/** Who is signed in, how this browser shows the pages, and the way out. Loaded when it is asked for, and open at once. */
export default function AccountPanel() {
  const { t, code } = useI18n();
  const { me } = useSession();
  const signOut = useSignOut();
  const leave = async () => {
    if (await mayLeave()) await signOut();
  };
  const name = me.staff?.name ?? "";
  const role = code("role", me.role ?? "");
  return (
    <Popover defaultOpened returnFocus position="bottom-end" trapFocus withArrow shadow="md" width={280}>
      <Popover.Target>
        <AccountButton />
      </Popover.Target>
      <Popover.Dropdown aria-label={t("account.menu", { name })}>
        <Stack gap="sm">
          <Group gap="sm" wrap="nowrap">
            <Avatar color="pine" radius="xl" aria-hidden="true">
              <IconUser size={18} />
            </Avatar>
            <div>
              <Text fw={600} lineClamp={2}>
                {name}
              </Text>
              <Text size="sm" c="dimmed">
                {role}
              </Text>
            </div>
          </Group>
          <Divider />
          <div>
            <Text size="sm" fw={600} mb={6}>
              {t("settings.language")}
            </Text>
            <LanguageSwitch fullWidth />
          </div>
          <div>
            <Text size="sm" fw={600} mb={6}>
              {t("settings.scheme")}
            </Text>
            <SchemeSwitch />
          </div>
          <Divider />
          <Button
            component={AppLink}
            href="/account"
            variant="default"
            leftSection={<IconUser size={16} aria-hidden="true" />}
            fullWidth
          >
            {t("account.title")}
          </Button>
          <Button
            variant="default"
            leftSection={<IconLogout size={16} aria-hidden="true" />}
            onClick={() => void leave()}
            fullWidth
          >
            {t("signOut.action")}
          </Button>
        </Stack>
      </Popover.Dropdown>
    </Popover>
  );
}

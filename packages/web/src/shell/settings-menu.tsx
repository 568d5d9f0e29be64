"use client";

import { ActionIcon, Button, Divider, Popover, Stack, Text } from "@mantine/core";
import { SchemeSwitch } from "@pos/web/components/scheme-switch.tsx";
import { useI18n } from "@pos/web/i18n/provider.tsx";
import { useSession } from "@pos/web/session/session.tsx";
import { IconLogout, IconSettings } from "@tabler/icons-react";
import { LanguageSwitch } from "./language.tsx";
import { useSignOut } from "./sign-out.ts";

/** How this browser shows the pages, who is signed in, and the way out. */
export function SettingsMenu() {
  const { t, code } = useI18n();
  const { me } = useSession();
  const signOut = useSignOut();
  return (
    <Popover position="bottom-end" trapFocus withArrow shadow="md" width={280}>
      <Popover.Target>
        <ActionIcon variant="subtle" color="gray" size="lg" aria-label={t("settings.title")}>
          <IconSettings size={20} stroke={1.7} />
        </ActionIcon>
      </Popover.Target>
      <Popover.Dropdown aria-label={t("settings.title")}>
        <Stack gap="sm">
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
          <Text size="sm" c="dimmed">
            {t("settings.signedInAs", { role: code("role", me.role ?? "") })}
          </Text>
          <Button
            variant="default"
            leftSection={<IconLogout size={16} aria-hidden="true" />}
            onClick={() => void signOut()}
            fullWidth
          >
            {t("signOut.action")}
          </Button>
        </Stack>
      </Popover.Dropdown>
    </Popover>
  );
}

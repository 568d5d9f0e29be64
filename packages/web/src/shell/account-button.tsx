"use client";

import { Avatar, Text, UnstyledButton, VisuallyHidden } from "@mantine/core";
import { useI18n } from "@pos/web/i18n/provider.tsx";
import { useSession } from "@pos/web/session/session.tsx";
import { IconUser } from "@tabler/icons-react";
import type { ComponentProps } from "react";
import classes from "./dashboard.module.css";

/** What opens the panel adds a class of its own. */
export function AccountButton({ className = "", ...props }: ComponentProps<"button">) {
  const { t } = useI18n();
  const name = useSession().me.staff?.name ?? "";
  return (
    <UnstyledButton className={`${classes.account} ${className}`} {...props}>
      <VisuallyHidden>{t("account.menu", { name })}</VisuallyHidden>
      <Avatar size={32} color="pine" radius="xl" aria-hidden="true">
        <IconUser size={18} />
      </Avatar>
      <Text size="sm" fw={500} truncate maw={160} visibleFrom="md" aria-hidden="true">
        {name}
      </Text>
    </UnstyledButton>
  );
}

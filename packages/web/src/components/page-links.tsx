"use client";

import { Button, Menu } from "@mantine/core";
import { useI18n } from "@pos/web/i18n/provider.tsx";
import type { ReactNode } from "react";
import { AppLink } from "./app-link.tsx";

interface PageLink {
  readonly href: string;
  readonly label: string;
  readonly icon?: ReactNode;
}

/** The pages beside this one: a button each, and on a phone one menu, so that rows begin in its upper half. */
export function PageLinks({ links }: { readonly links: readonly PageLink[] }) {
  const { t } = useI18n();
  if (links.length === 0) return null;
  return (
    <>
      {links.map(({ href, label, icon }) => (
        <Button key={href} component={AppLink} href={href} variant="default" leftSection={icon} visibleFrom="sm">
          {label}
        </Button>
      ))}
      <Menu position="bottom-end" width={240} shadow="md">
        <Menu.Target>
          <Button variant="default" hiddenFrom="sm">
            {t("nav.more")}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {links.map(({ href, label, icon }) => (
            <Menu.Item key={href} component={AppLink} href={href} leftSection={icon} mih={44}>
              {label}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
    </>
  );
}

"use client";

import { Button, Menu } from "@mantine/core";
import { useI18n } from "@pos/web/i18n/provider.tsx";
import { IconDots } from "@tabler/icons-react";
import { useState } from "react";
import classes from "./cart.module.css";

/** One thing that is done with a cart. */
export interface CartAct {
  readonly label: string;
  readonly onClick: () => void;
}

/** What is done with a cart more rarely: it leaves the room to its lines. */
export function MoreMenu({ acts, isDisabled }: { readonly acts: readonly CartAct[]; readonly isDisabled: boolean }) {
  const { t } = useI18n();
  const [isOpen, setOpen] = useState(false);
  if (acts.length === 0) return null;
  return (
    <Menu opened={isOpen} onChange={setOpen} position="top-end" width={220} shadow="md" closeOnItemClick>
      <Menu.Target>
        <Button
          variant="default"
          size="md"
          className={classes.extra}
          classNames={{ inner: classes.extraInner, label: classes.extraLabel }}
          disabled={isDisabled}
          leftSection={<IconDots size={20} aria-hidden="true" />}
        >
          {t("nav.more")}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {acts.map(({ label, onClick }) => (
          <Menu.Item key={label} mih={44} onClick={onClick}>
            {label}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}

"use client";

import { Badge, Stack } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { AppLink } from "@pos/web/components/app-link.tsx";
import { navigationItems } from "@pos/web/generated/navigation.ts";
import { useI18n } from "@pos/web/i18n/provider.tsx";
import { useSessionIfAny } from "@pos/web/session/session.tsx";
import { IconDots } from "@tabler/icons-react";
import { usePathname } from "next/navigation";
import { Fragment, lazy, Suspense } from "react";
import classes from "./dashboard.module.css";
import { groupsOf, type NavigationItem } from "./navigation-items.ts";
import { useOpenExceptions } from "./open-exceptions.ts";

const MoreSheet = lazy(() => import("./more-sheet.tsx"));

const ITEMS = navigationItems.toSorted((one, other) => one.position - other.position);

/** The pages that the person signed in may open, in their order. */
export function useNavigationItems(): readonly NavigationItem[] {
  const session = useSessionIfAny();
  return ITEMS.filter(
    ({ permission }) => permission === undefined || (session?.me.permissions.includes(permission) ?? true),
  );
}

function useIsHere(): (path: string) => boolean {
  const pathname = usePathname();
  return (path) => (path === "/" ? pathname === "/" : pathname === path || pathname.startsWith(`${path}/`));
}

export function SideNavigation() {
  const { t } = useI18n();
  return (
    <Stack component="nav" aria-label={t("nav.label")} p="md" gap={2}>
      <ItemLinks items={useNavigationItems()} />
    </Stack>
  );
}

function ItemLinks({ items, onChoose }: { readonly items: readonly NavigationItem[]; readonly onChoose?: () => void }) {
  const { t } = useI18n();
  const isHere = useIsHere();
  const open = useOpenExceptions();
  const linkOf = ({ path, label, icon: Icon }: NavigationItem) => (
    <AppLink
      key={path}
      href={path}
      className={classes.link}
      aria-current={isHere(path) ? "page" : undefined}
      {...(onChoose === undefined ? {} : { onClick: onChoose })}
    >
      <Icon size={20} stroke={1.7} />
      {t(label)}
      {path === "/exceptions" && open.count > 0 && (
        <Badge ml="auto" color="orange" size="sm" circle={open.count < 10} className={classes.count}>
          {open.text}
        </Badge>
      )}
    </AppLink>
  );
  return groupsOf(items).map((group) => (
    <Fragment key={group.label ?? ""}>
      {group.label !== undefined && <div className={classes.group}>{t(group.label)}</div>}
      {group.items.map(linkOf)}
    </Fragment>
  ));
}

export function BottomNavigation() {
  const { t } = useI18n();
  const isHere = useIsHere();
  const items = useNavigationItems();
  const [isOpen, { open, close }] = useDisclosure();
  const rest = items.filter(({ isOnPhones }) => isOnPhones !== true);
  const exceptions = useOpenExceptions();
  return (
    <>
      <nav aria-label={t("nav.label")} className={classes.bar}>
        {items
          .filter(({ isOnPhones }) => isOnPhones)
          .map(({ path, label, icon: Icon }) => (
            <AppLink key={path} href={path} className={classes.tab} aria-current={isHere(path) ? "page" : undefined}>
              <Icon size={22} stroke={1.7} />
              {t(label)}
            </AppLink>
          ))}
        <button
          type="button"
          className={classes.tab}
          onClick={open}
          aria-haspopup="dialog"
          aria-current={rest.some(({ path }) => isHere(path)) ? "page" : undefined}
        >
          <IconDots size={22} stroke={1.7} />
          {t("nav.more")}
          {exceptions.count > 0 && rest.some(({ path }) => path === "/exceptions") && (
            <Badge color="orange" size="xs" className={classes.tabCount}>
              {exceptions.text}
            </Badge>
          )}
        </button>
      </nav>
      {isOpen && (
        <Suspense fallback={null}>
          <MoreSheet onClose={close}>
            <ItemLinks items={rest} onChoose={close} />
          </MoreSheet>
        </Suspense>
      )}
    </>
  );
}

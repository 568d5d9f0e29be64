"use client";

import { Badge, Drawer, Stack } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { AppLink } from "@pos/web/components/app-link.tsx";
import { useI18n } from "@pos/web/i18n/provider.tsx";
import { useSessionIfAny } from "@pos/web/session/session.tsx";
import {
  IconAlertTriangle,
  IconChartBar,
  IconDeviceTablet,
  IconDots,
  IconHome,
  IconPackage,
  IconReceipt,
  IconTag,
  IconUsers,
} from "@tabler/icons-react";
import { usePathname } from "next/navigation";
import type { ComponentType } from "react";
import classes from "./dashboard.module.css";
import { Mark } from "./mark.tsx";
import { useOpenExceptions } from "./open-exceptions.ts";

interface Place {
  readonly path: string;
  readonly name: PlaceName;
  readonly icon: ComponentType<{ size?: number | string; stroke?: number | string }>;
  /** Absent: everybody's. */
  readonly permission?: string;
}
type PlaceName = "home" | "sales" | "products" | "stock" | "customers" | "terminals" | "exceptions" | "reports";

const PLACES: readonly Place[] = [
  { path: "/", name: "home", icon: IconHome },
  { path: "/sales", name: "sales", icon: IconReceipt },
  { path: "/products", name: "products", icon: IconTag },
  { path: "/stock", name: "stock", icon: IconPackage, permission: "stock:read" },
  { path: "/customers", name: "customers", icon: IconUsers, permission: "customer:read" },
  { path: "/exceptions", name: "exceptions", icon: IconAlertTriangle, permission: "exception:read" },
  { path: "/reports", name: "reports", icon: IconChartBar, permission: "report:read" },
  { path: "/terminals", name: "terminals", icon: IconDeviceTablet, permission: "terminal:write" },
];
const ON_PHONES: readonly PlaceName[] = ["home", "sales", "stock", "exceptions"];

function usePlaces(): readonly Place[] {
  const session = useSessionIfAny();
  return PLACES.filter(
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
      <AppLink href="/" className={classes.brand}>
        <Mark />
        {t("common.product")}
      </AppLink>
      <PlaceLinks places={usePlaces()} />
    </Stack>
  );
}

function PlaceLinks({ places, onChoose }: { readonly places: readonly Place[]; readonly onChoose?: () => void }) {
  const { t } = useI18n();
  const isHere = useIsHere();
  const open = useOpenExceptions();
  return places.map(({ path, name, icon: Icon }) => (
    <AppLink
      key={path}
      href={path}
      className={classes.link}
      aria-current={isHere(path) ? "page" : undefined}
      {...(onChoose === undefined ? {} : { onClick: onChoose })}
    >
      <Icon size={20} stroke={1.7} />
      {t(`nav.${name}`)}
      {name === "exceptions" && open.count > 0 && (
        <Badge ml="auto" color="orange" size="sm" circle={open.count < 10}>
          {open.text}
        </Badge>
      )}
    </AppLink>
  ));
}

export function BottomNavigation() {
  const { t } = useI18n();
  const isHere = useIsHere();
  const places = usePlaces();
  const [isOpen, { open, close }] = useDisclosure();
  const rest = places.filter(({ name }) => !ON_PHONES.includes(name));
  return (
    <>
      <nav aria-label={t("nav.label")} className={classes.bar}>
        {places
          .filter(({ name }) => ON_PHONES.includes(name))
          .map(({ path, name, icon: Icon }) => (
            <AppLink key={path} href={path} className={classes.tab} aria-current={isHere(path) ? "page" : undefined}>
              <Icon size={22} stroke={1.7} />
              {t(`nav.${name}`)}
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
        </button>
      </nav>
      <Drawer
        opened={isOpen}
        onClose={close}
        position="bottom"
        size="auto"
        title={t("nav.more")}
        closeButtonProps={{ "aria-label": t("common.close") }}
      >
        <Stack gap={2} pb="md">
          <PlaceLinks places={rest} onChoose={close} />
        </Stack>
      </Drawer>
    </>
  );
}

import type { NavigationItem } from "@pos/web/shell/navigation-items.ts";
import { IconDeviceTablet } from "@tabler/icons-react";

export const navigationItem: NavigationItem = {
  path: "/terminals",
  label: "nav.terminals",
  icon: IconDeviceTablet,
  position: 86,
  permission: "terminal:read",
};

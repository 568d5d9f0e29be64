import type { NavigationItem } from "@pos/web/shell/navigation-items.ts";
import { IconPackage } from "@tabler/icons-react";

export const navigationItem: NavigationItem = {
  path: "/stock",
  label: "nav.stock",
  icon: IconPackage,
  position: 40,
  permission: "stock:read",
  isOnPhones: true,
};

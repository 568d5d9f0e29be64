import type { NavigationItem } from "@pos/web/shell/navigation-items.ts";
import { IconHome } from "@tabler/icons-react";

export const navigationItem: NavigationItem = {
  path: "/",
  label: "nav.home",
  icon: IconHome,
  position: 10,
  isOnPhones: true,
};

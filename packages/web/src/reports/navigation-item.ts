import type { NavigationItem } from "@pos/web/shell/navigation-items.ts";
import { IconChartBar } from "@tabler/icons-react";

export const navigationItem: NavigationItem = {
  path: "/reports",
  label: "nav.reports",
  icon: IconChartBar,
  position: 70,
  permission: "report:read",
  isOnPhones: true,
};

import type { NavigationItem } from "@pos/web/shell/navigation-items.ts";
import { IconUsers } from "@tabler/icons-react";

export const navigationItem: NavigationItem = {
  path: "/customers",
  label: "nav.customers",
  icon: IconUsers,
  position: 22,
  permission: "customer:read",
};

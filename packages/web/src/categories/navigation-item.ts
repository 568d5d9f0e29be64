import type { NavigationItem } from "@pos/web/shell/navigation-items.ts";
import { IconCategory } from "@tabler/icons-react";

export const navigationItem: NavigationItem = {
  path: "/categories",
  label: "nav.categories",
  icon: IconCategory,
  position: 32,
  permission: "catalog:write",
};

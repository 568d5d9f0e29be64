import type { NavigationItem } from "@pos/web/shell/navigation-items.ts";
import { IconBuildingStore } from "@tabler/icons-react";

export const navigationItem: NavigationItem = {
  path: "/settings",
  label: "nav.business",
  icon: IconBuildingStore,
  position: 80,
  permission: "merchant:write",
};
